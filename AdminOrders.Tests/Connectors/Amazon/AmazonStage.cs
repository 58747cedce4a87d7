using System.Collections.Concurrent;
using System.Net;
using AdminOrders.Core.Connectors.Amazon;
using AdminOrders.Core.Connectors.Outside;
using AdminOrders.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AdminOrders.Tests.Connectors.Amazon;

/// <summary>A call that Amazon got. <paramref name="Query"/> as it stood in the address.</summary>
internal sealed record AmazonCall(string Method, string Path, string Query, string Token, string Body);

/// <summary>What it says; null hangs up without a word.</summary>
internal sealed record AmazonSaid(int Status, string Body = "", params (string Name, string Value)[] Headers);

/// <summary>A client of Amazon's that calls a real server on loopback, which answers what a test says. The sign-in works unless the test answers it too.</summary>
internal sealed class AmazonStage : IAsyncDisposable
{
    public const string TokenPath = "/auth/o2/token";

    private readonly WebApplication amazon;
    private readonly OutsideClient outside;
    private readonly AmazonAccess access;
    private int tokens;

    public AmazonStage(Func<AmazonCall, AmazonSaid?> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        amazon = builder.Build();
        amazon.Run(context => Answer(context, answer));
        amazon.Start();
        var address = new Uri(amazon.Urls.Single());
        outside = new(new(TimeSpan.FromSeconds(10), [address]));
        var settings = new AmazonSettings("client", "s3cret", "refresh", new(address, "/"), new(address, TokenPath), ["A2Q3Y263D00KWC", "ATVPDKIKX0DER"]);
        var quotas = new AmazonQuotas(Clock);
        access = new(settings, outside, quotas, Clock);
        Client = new(settings, outside, quotas, access);
    }

    public AmazonClient Client { get; }

    public ManualClock Clock { get; } = new();

    public ConcurrentQueue<AmazonCall> Calls { get; } = new();

    /// <summary>The calls that were not for a token.</summary>
    public AmazonCall[] Asked => [.. Calls.Where(call => call.Path != TokenPath)];

    /// <summary>One of Amazon's own examples.</summary>
    public static AmazonSaid Example(string name) =>
        new(200, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Connectors", "Amazon", "Examples", name + ".json")));

    /// <summary>An error as Amazon words it.</summary>
    public static AmazonSaid Error(int status, string code, string message, params (string Name, string Value)[] headers) =>
        new(status, $$"""{"errors":[{"code":"{{code}}","message":"{{message}}"}]}""", headers);

    public async ValueTask DisposeAsync()
    {
        access.Dispose();
        outside.Dispose();
        await amazon.DisposeAsync();
    }

    /// <summary>A token of its own each time: token-1, token-2 …</summary>
    private AmazonSaid NewToken() =>
        new(200, $$"""{"access_token":"token-{{Interlocked.Increment(ref tokens)}}","token_type":"bearer","expires_in":3600,"refresh_token":"refresh"}""");

    private async Task Answer(HttpContext context, Func<AmazonCall, AmazonSaid?> answer)
    {
        using var reader = new StreamReader(context.Request.Body);
        var (request, body) = (context.Request, await reader.ReadToEndAsync());
        var call = new AmazonCall(request.Method, request.Path, request.QueryString.ToString(), request.Headers["x-amz-access-token"].ToString(), body);
        Calls.Enqueue(call);
        var said = answer(call);
        if (said is null)
        {
            context.Abort();
            return;
        }

        said = said.Status == 0 ? NewToken() : said;
        (context.Response.StatusCode, context.Response.ContentType) = (said.Status, "application/json");
        foreach (var (name, value) in said.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (said.Body.Length > 0)
        {
            await context.Response.WriteAsync(said.Body);
        }
    }

    /// <summary>The usual answer to a sign-in; anything else is the test's.</summary>
    public static Func<AmazonCall, AmazonSaid?> SignedIn(Func<AmazonCall, AmazonSaid?> answer) =>
        call => call.Path == TokenPath ? new(0) : answer(call);
}
