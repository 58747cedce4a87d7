using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Channels;
using AdminOrders.Tests.Support;
using AdminOrders.Tests.Trials;
using AdminOrders.Trials.Crashes;
using AdminOrders.Trials.Stores;
using AdminOrders.Web.Cli.Simulation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Channels;

/// <summary>A real server, a sample Amazon that it asks over HTTP, whose notifications are forwarded to it, and a payment provider.</summary>
internal sealed class SampleStorm : IAsyncDisposable
{
    private const int Forwarders = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan UntilTheNextPoll = TimeSpan.FromMinutes(6);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);
    private readonly CrashPlaces places;
    private readonly SampleAmazonServer there;
    private readonly LastingServer provider;
    private readonly ServerProcess server;
    private readonly HttpClient client;
    private string? token;

    private SampleStorm(CrashPlaces places, TrialStore store, SampleAmazonServer there, LastingServer provider, CrashProvider asked, ServerProcess server)
    {
        (this.places, Store, this.there, this.provider, Provider, this.server) = (places, store, there, provider, asked, server);
        client = new() { BaseAddress = server.Address };
    }

    /// <summary>Beside the server, as another process has it open.</summary>
    public TrialStore Store { get; }

    public CrashProvider Provider { get; }

    /// <summary>Begins; what happens at Amazon happens from now on.</summary>
    public static async Task<SampleStorm> Begin(Engine engine, AmazonScenario scenario)
    {
        var lent = new CrashPlaces(engine);
        var (site, asked) = (await lent.Next(1), new CrashProvider());
        var store = new TrialStore(site.Store);
        var secret = await store.Services.GetRequiredService<ChannelSecrets>().Make(ChannelNames.Amazon);
        await store.Import(Of(StormFate.CanceledWithPayment).Select(OnRecord));
        var paying = await LastingServer.Start(asked.Answer, CancellationToken.None);
        var amazon = await SampleAmazonServer.Start(scenario, "http://127.0.0.1:0", TimeProvider.System, CancellationToken.None);
        var process = await ServerProcess.Start(CrashPlaces.Server, site.Store, Settings(amazon.Address, paying.Address, site.MailFolder));
        var storm = new SampleStorm(lent, store, amazon, paying, asked, process);
        storm.client.DefaultRequestHeaders.Add(SampleAmazonServer.SecretHeader, secret);
        return storm;
    }

    /// <summary>The store's order of Amazon's.</summary>
    public static string IdHere(int number) => $"AMZ-{StormScenario.IdOf(number)}";

    public static IEnumerable<int> Of(StormFate fate) => Enumerable.Range(0, StormScenario.OrderCount).Where(number => StormScenario.FateOf(number) == fate);

    /// <summary>Passes on what Amazon notifies, side by side, until all has happened there. Returns how many went out and how many of them were new here.</summary>
    public async Task<(int Sent, int New)> Forward()
    {
        var (sent, isNew, isOver, end) = (0, 0, false, TimeProvider.System.GetUtcNow() + StormScenario.Length);
        while (!isOver)
        {
            isOver = TimeProvider.System.GetUtcNow() > end;
            await Parallel.ForEachAsync(there.Amazon.TakeNotifications(), new ParallelOptions { MaxDegreeOfParallelism = Forwarders }, async (notification, token) =>
            {
                using var content = new StringContent(notification.ToJsonString(), Encoding.UTF8, "application/json");
                using var answer = await client.PostAsync("/api/channels/amazon/notifications", content, token);
                answer.EnsureSuccessStatusCode();
                Interlocked.Increment(ref sent);
                Interlocked.Add(ref isNew, (await answer.Content.ReadFromJsonAsync<JsonObject>(token))!["isNew"]!.GetValue<bool>() ? 1 : 0);
            });
            await Task.Delay(Glance);
        }

        return (sent, isNew);
    }

    /// <summary>Two people cancel the orders that the store cancels itself, as they come in.</summary>
    public async Task CancelHere()
    {
        foreach (var orderId in Of(StormFate.CanceledHere).Select(IdHere))
        {
            await Until(async () => await Store.Workflow.Facts(orderId) is { Stage: Stage.Ready });
            await Send(orderId, new Cancel(TrialOrder.RequestOf(orderId), Side.Customer, new Reason(null, "ordered twice")), People.Ana);
            await Send(orderId, new ConfirmCancellation(TrialOrder.RequestOf(orderId)), People.Bruno);
        }
    }

    /// <summary>What no notification told is found by a poll; then all is looked at and everything owed has gone out.</summary>
    public async Task Settle()
    {
        using var moved = await client.PostAsJsonAsync("/qa/clock", new { advance = UntilTheNextPoll });
        moved.EnsureSuccessStatusCode();
        var asked = Ticks.Of(TimeProvider.System.GetUtcNow() + (UntilTheNextPoll / 2));
        await Until(async () =>
        {
            await using var db = Store.Read();
            return await db.Orders.CountAsync() + await db.ChannelOrders.CountAsync(order => order.CanceledAt != null) == StormScenario.OrderCount
                && await db.Channels.AnyAsync(channel => channel.LastSuccessAt > asked)
                && !await db.ChannelInbox.AnyAsync(hint => hint.NextAt != null)
                && !await db.Deliveries.AnyAsync(delivery => delivery.State == DeliveryState.Owed && (delivery.Consumer == Consumers.Payment || delivery.Consumer == Consumers.Channel));
        });
    }

    /// <summary>How the order stands at Amazon, in its word.</summary>
    public string StatusThere(int number)
    {
        token ??= there.Amazon.SignIn("refresh_token", "sample").Body!["access_token"]!.GetValue<string>();
        return there.Amazon.Get(token, StormScenario.IdOf(number), "FULFILLMENT").Body!["order"]!["fulfillment"]!["fulfillmentStatus"]!.GetValue<string>();
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
        await Store.DisposeAsync();
        await there.DisposeAsync();
        await provider.DisposeAsync();
        await places.DisposeAsync();
    }

    private async Task Send(string orderId, OrderCommand command, Actor actor) =>
        Assert.IsType<Accepted>((await Store.Workflow.Send(new(orderId, command, actor))).Decision);

    // As another installation has exported it: paid here, not at Amazon.
    private static ImportedOrder OnRecord(int number) =>
        (TrialOrder.Paid(IdHere(number), TimeProvider.System.GetUtcNow()) with { IsMarketplaceOrder = true }).AsImported();

    private static async Task Until(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await isSo())
        {
            await Task.Delay(Glance, patience.Token);
        }
    }

    private static KeyValuePair<string, string>[] Settings(Uri amazon, string provider, string mails) =>
    [
        new("Mail__Folder", mails), new("Sample__Fill", "false"), new("Api__RequestsPerMinute", "0"),
        new("Outside__Allowed", $"{amazon.GetLeftPart(UriPartial.Authority)},{provider}"),
        new("Payments__Provider__Address", provider), new("Payments__Provider__AppKey", "storm"), new("Payments__Provider__AppToken", "storm"),
        .. SampleAmazonProcess.SettingsOf(amazon),
    ];
}
