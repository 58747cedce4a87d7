using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using AdminOrders.Core.Connectors;
using AdminOrders.Core.Connectors.Amazon;
using AdminOrders.Core.Connectors.Outside;
using AdminOrders.Core.Effects;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Channels;
using AdminOrders.Tests.Effects;
using AdminOrders.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AdminOrders.Tests.Channels;

/// <summary>
/// A store, and an Amazon behind a real socket on loopback whose orders a test changes. A process of the store that looks after Amazon can be begun and
/// killed. Amazon grants a thousand calls a second, so that only a test that wants to waits.
/// </summary>
internal sealed class AmazonThere : IAsyncDisposable
{
    private readonly WebApplication amazon;
    private readonly OutsideClient outside;
    private readonly AmazonSettings settings;
    private readonly List<ServiceProvider> processes = [];

    private AmazonThere(TestStore store, WebApplication amazon)
    {
        (Store, this.amazon) = (store, amazon);
        amazon.Run(Answer);
        amazon.Start();
        var address = new Uri(amazon.Urls.Single());
        outside = new(new(TimeSpan.FromSeconds(30), [address]));
        settings = new("client", "s3cret", "refresh", new(address, "/"), new(address, "/token"), ["A2Q3Y263D00KWC"]) { WarehouseId = "main" };
        Process = Begin();
    }

    public TestStore Store { get; }

    /// <summary>The process that looks after Amazon.</summary>
    public ServiceProvider Process { get; private set; }

    public ConcurrentDictionary<string, OrderThere> Orders { get; } = new(StringComparer.Ordinal);

    /// <summary>Method and path of each call that was not for a token.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>What Amazon says instead of an answer; null: it answers.</summary>
    public Func<string, (int Status, string Body)?> Trouble { get; set; } = _ => null;

    /// <summary>What a cancellation that Amazon takes does at once; the usual is to cancel.</summary>
    public Func<OrderThere, OrderThere> OnCancel { get; set; } = order => order.CanceledBy("MERCHANT");

    /// <summary>How far Amazon's clock is ahead of ours.</summary>
    public TimeSpan ClockThere { get; set; }

    public ConcurrentQueue<string> CancelCodes { get; } = new();

    public ChannelInbox Inbox => Process.GetRequiredService<ChannelInbox>();

    public static async Task<AmazonThere> Open(Engine engine = Engine.Sqlite)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        return new(await TestStore.Open(engine), builder.Build());
    }

    public static string IdHere(string amazonOrderId) => $"AMZ-{amazonOrderId}";

    /// <summary>Another process on the same store.</summary>
    public ServiceProvider Begin()
    {
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Store.Clock).AddOrderStorage(Store.Configuration).AddSingleton(outside);
        services.AddAmazon(settings);
        processes.Add(services.BuildServiceProvider());
        return processes[^1];
    }

    /// <summary>The process is gone from one moment to the next, and another begins; its lease runs out.</summary>
    public async Task Restart()
    {
        await Process.DisposeAsync();
        processes.Remove(Process);
        Process = Begin();
        Store.Clock.Advance(ChannelLease.Length + TimeSpan.FromSeconds(1));
    }

    public static AmazonRunner RunnerOf(IServiceProvider process) => process.GetServices<IHostedService>().OfType<AmazonRunner>().Single();

    /// <summary>Amazon has the order like this from now on.</summary>
    public OrderThere Put(OrderThere order) => Orders[order.Id] = order;

    /// <summary>Amazon says that something happened to the order; nobody has looked yet.</summary>
    public Task Hint(string amazonOrderId, string? notificationId = null) =>
        Inbox.Take(new(ChannelNames.Amazon, notificationId ?? Guid.NewGuid().ToString("N"), amazonOrderId, "OrderStatusChange"));

    /// <summary>Puts the order, hints at it and looks.</summary>
    public async Task<ChannelHintView> See(OrderThere order)
    {
        Put(order);
        await Hint(order.Id);
        await Looked();
        var hint = (await Process.GetRequiredService<ChannelReader>().Log(ChannelNames.Amazon, null)).First(hint => hint.ChannelOrderId == order.Id && hint.Kind != ChannelHint.Polled);
        Assert.False(hint.Deed is ChannelDeed.Unreadable, hint.Words);
        return hint;
    }

    /// <summary>Turns until no hint waits; time passes as the runner says.</summary>
    public async Task Looked()
    {
        do
        {
            Store.Clock.Advance(await RunnerOf(Process).RunOnce(CancellationToken.None));
        }
        while (await Inbox.NextAt(ChannelNames.Amazon, CancellationToken.None) is not null);
    }

    /// <summary>Turns for so long; time passes as the runner says.</summary>
    public async Task TurnFor(TimeSpan time)
    {
        var until = Store.Clock.GetUtcNow() + time;
        while (Store.Clock.GetUtcNow() < until)
        {
            Store.Clock.Advance(await RunnerOf(Process).RunOnce(CancellationToken.None));
        }
    }

    /// <summary>Takes the orders as a look would, without asking.</summary>
    public Task<ChannelLook> Take(OrderThere order) =>
        Process.GetRequiredService<AmazonLook>().Take(JsonSerializer.Deserialize(order.Json(), AmazonJson.Default.AmazonOrder)!, CancellationToken.None);

    /// <summary>Brings what is owed to channels.</summary>
    public EffectRunner Effects() => Store.Runner(new Connector(
        Consumers.Channel,
        new ChannelDelivery(Store.Get<IDbContextFactory<OrdersDb>>(), Process.GetServices<ChannelConnector>()).Deliver));

    public async Task<OrderFacts> Facts(string amazonOrderId) => await Store.Facts(IdHere(amazonOrderId));

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes)
        {
            await process.DisposeAsync();
        }

        outside.Dispose();
        await amazon.DisposeAsync();
        await Store.DisposeAsync();
    }

    private async Task Answer(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (path == "/token")
        {
            await Say(context, 200, """{"access_token":"token","token_type":"bearer","expires_in":3600}""");
            return;
        }

        Calls.Enqueue($"{context.Request.Method} {path}");
        context.Response.Headers["x-amzn-RateLimit-Limit"] = "1000";
        var (status, body) = Trouble($"{context.Request.Method} {path}") ?? await AnswerOf(context.Request, path);
        await Say(context, status, body);
    }

    private async Task<(int Status, string Body)> AnswerOf(HttpRequest request, string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 3)
        {
            return (200, Search(DateTimeOffset.Parse(request.Query["lastUpdatedAfter"]!, null), request.Query["paginationToken"]));
        }

        if (!Orders.TryGetValue(parts[3], out var order))
        {
            return (404, Error("ResourceNotFound"));
        }

        return parts.Length == 4 ? (200, new JsonObject { ["order"] = order.Json() }.ToJsonString()) : await Cancel(request, order);
    }

    private async Task<(int Status, string Body)> Cancel(HttpRequest request, OrderThere order)
    {
        using var body = await JsonDocument.ParseAsync(request.Body);
        CancelCodes.Enqueue(body.RootElement.GetProperty("cancelReasonCode").GetString()!);
        if (order.Status is "SHIPPED" or "PARTIALLY_SHIPPED")
        {
            return (400, Error("OrderAlreadyShipped"));
        }

        Put(OnCancel(order) with { UpdatedAt = Store.Clock.GetUtcNow() });
        return (200, "{}");
    }

    private string Search(DateTimeOffset after, string? token)
    {
        const int Page = 100;
        var from = token is null ? 0 : int.Parse(token, System.Globalization.CultureInfo.InvariantCulture);
        var found = Orders.Values.Where(order => order.UpdatedAt >= after).OrderBy(order => order.UpdatedAt).ThenBy(order => order.Id, StringComparer.Ordinal).ToList();
        var answer = new JsonObject
        {
            ["orders"] = new JsonArray([.. found.Skip(from).Take(Page).Select(order => order.Json())]),
            ["lastUpdatedBefore"] = (Store.Clock.GetUtcNow() + ClockThere).AddMinutes(-2).UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        };
        if (found.Count > from + Page)
        {
            answer["pagination"] = new JsonObject { ["nextToken"] = (from + Page).ToString(System.Globalization.CultureInfo.InvariantCulture) };
        }

        return answer.ToJsonString();
    }

    private static string Error(string code) => $$"""{"errors":[{"code":"{{code}}","message":"no"}]}""";

    private static Task Say(HttpContext context, int status, string body)
    {
        (context.Response.StatusCode, context.Response.ContentType) = (status, "application/json");
        return context.Response.WriteAsync(body);
    }
}
