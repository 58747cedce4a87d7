using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AdminOrders.Web.Cli.Simulation;

/// <summary>A sample Amazon behind a port of this machine: Login with Amazon, the Orders API, and notifications sent out.</summary>
internal sealed class SampleAmazonServer : IAsyncDisposable
{
    public const string TokenPath = "/auth/o2/token";
    public const string SecretHeader = "X-Channel-Secret";
    private const string OrdersPath = "/orders/2026-01-01/orders";

    private readonly AmazonScenario scenario;
    private readonly WebApplication app;
    private readonly HttpClient client = new();

    private SampleAmazonServer(AmazonScenario scenario, WebApplication app, TimeProvider time)
    {
        (this.scenario, this.app, Amazon) = (scenario, app, new(scenario, time));
        app.MapPost(TokenPath, SignIn);
        app.MapGet(OrdersPath, (HttpContext context) => Send(context, Amazon.Search(TokenOf(context), SearchOf(context.Request.Query))));
        app.MapGet(OrdersPath + "/{orderId}", (HttpContext context, string orderId) => Send(context, Amazon.Get(TokenOf(context), orderId, context.Request.Query["includedData"])));
        app.MapPut(OrdersPath + "/{orderId}/cancellation", async (HttpContext context, string orderId) =>
            await Send(context, Amazon.Cancel(TokenOf(context), orderId, await ReasonCodeOf(context))));
    }

    public SampleAmazon Amazon { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address => new(app.Urls.First());

    /// <param name="url">For example <c>http://127.0.0.1:5090</c>; port 0 takes a free one.</param>
    /// <exception cref="IOException">The address is taken.</exception>
    public static async Task<SampleAmazonServer> Start(AmazonScenario scenario, string url, TimeProvider time, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        var server = new SampleAmazonServer(scenario, builder.Build(), time);
        await server.app.StartAsync(cancellationToken);
        return server;
    }

    /// <summary>Sends what is due, one after the other. Each answer: the HTTP status, 0 where nobody was there.</summary>
    public async Task<IReadOnlyList<int>> SendDue(CancellationToken cancellationToken)
    {
        var answers = new List<int>();
        foreach (var notification in Amazon.TakeNotifications())
        {
            if (scenario.Notify is { } notify)
            {
                answers.Add(await Notify(notify, notification, cancellationToken));
            }
        }

        return answers;
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    private async Task<int> Notify(ScenarioNotify notify, JsonObject notification, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, notify.Address)
        {
            Content = new StringContent(notification.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Add(SecretHeader, notify.Secret);
        try
        {
            using var answer = await client.SendAsync(request, cancellationToken);
            return (int)answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return 0;
        }
    }

    private async Task SignIn(HttpContext context)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        await Send(context, Amazon.SignIn(form["grant_type"].ToString(), form["refresh_token"].ToString()));
    }

    private static SampleSearch SearchOf(IQueryCollection query) =>
        new(query["lastUpdatedAfter"], query["marketplaceIds"], query["includedData"], query["maxResultsPerPage"], query["paginationToken"]);

    private static async Task<string?> ReasonCodeOf(HttpContext context)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            return body.RootElement.ValueKind is JsonValueKind.Object && body.RootElement.TryGetProperty("cancelReasonCode", out var code) ? code.ToString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string TokenOf(HttpContext context) => context.Request.Headers["x-amz-access-token"].ToString();

    private static async Task Send(HttpContext context, SampleAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.Headers["x-amzn-RateLimit-Limit"] = answer.Rate?.ToString(CultureInfo.InvariantCulture);
        if (answer.Body is { } body)
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(body.ToJsonString(), context.RequestAborted);
        }
    }
}
