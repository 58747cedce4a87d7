using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Channels;
using AdminOrders.Trials.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Trials.Crashes;

/// <summary>One store and its server, which is killed round after round; the restart of a round is the start of the next.</summary>
internal sealed class CrashLane(CrashSite site, string program, CrashFigures figures)
{
    private const int OrdersAhead = 160;
    private const int Forwarders = 3;
    private static readonly TimeSpan LatestKill = TimeSpan.FromMilliseconds(100);
    // An attempt that a kill cut off counts, and pauses double with attempts: what was cut off often may rest for minutes before it goes out.
    private static readonly TimeSpan EffectPatience = TimeSpan.FromMinutes(10);
    private static readonly string[] DrivenConsumers = [Consumers.MailStore, Consumers.MailCustomer, Consumers.Payment, Consumers.Channel, Consumers.Seller];
    private readonly List<PlayedOrder> orders = [];
    private CrashOutside? outside;
    private readonly ConcurrentQueue<PlayedOrder> open = new();

    /// <summary>Plays so many rounds, or until something is found that must not be; it is in the figures.</summary>
    public async Task Run(int rounds, CancellationToken cancellationToken)
    {
        await using var asked = outside = await CrashOutside.Start(cancellationToken);
        await using (var store = new TrialStore(site.Store))
        {
            await store.Services.MigrateStorage(cancellationToken);
            await store.Services.GetRequiredService<PolicySetting>().Save(Policy.Default with { CapturesWhenInvoiced = true }, cancellationToken);
            asked.Notifications.Secret = await store.Services.GetRequiredService<ChannelSecrets>().Make(ChannelNames.Amazon, cancellationToken: cancellationToken);
            await Prepare(store);
        }

        var server = await Start(cancellationToken);
        try
        {
            for (var round = 0; round < rounds; round++)
            {
                await FloodAndKill(server);
                await server.DisposeAsync();
                var began = Stopwatch.GetTimestamp();
                server = await Start(cancellationToken);
                figures.Restarted(Stopwatch.GetElapsedTime(began));
                if (!await CheckAndGoOn(server, cancellationToken))
                {
                    return;
                }
            }

            await WaitForEffects(cancellationToken);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private Task<ServerProcess> Start(CancellationToken cancellationToken) => ServerProcess.Start(
        program, site.Store, [new("Mail__Folder", site.MailFolder), new("Effects__Claim", "00:00:04"), new("DOTNET_TieredPGO", "0"), .. outside!.Settings, .. site.Settings], cancellationToken);

    private async Task FloodAndKill(ServerProcess server)
    {
        outside!.Amazon.Sales.Ripen();
        using var client = new CommandClient(server.Address);
        string[] there = [.. orders.Select(order => order.Script.Order).Where(order => order.IsMarketplaceOrder).Select(TrialOrder.MarketplaceIdOf).TakeLast(OrdersAhead)];
        var flood = new Flood(client, open, isOver => outside.Notifications.Send(server.Address, there, isOver, Forwarders));
        var running = flood.Run();
        await await Task.WhenAny(flood.FirstAnswer, running);
        await Task.Delay(LatestKill * Random.Shared.NextDouble());
        if (!flood.IsUnderWay)
        {
            await flood.NextArrival();
        }

        await server.Kill();
        await running;
        figures.Killed(flood);
    }

    // The store is opened beside the running server and closed again: it is the server that has to bring a killed store up.
    private async Task<bool> CheckAndGoOn(ServerProcess server, CancellationToken cancellationToken)
    {
        await using var store = new TrialStore(site.Store);
        var found = await CrashJudge.Judge(store, orders, site.MailFolder, outside, cancellationToken);
        figures.Found(found);
        await SendAgain(server, found);
        await Prepare(store);
        return found.Faults.Count == 0;
    }

    // Who got no answer asks again: what was done is not done twice, what was not done is done now.
    private async Task SendAgain(ServerProcess server, Found found)
    {
        using var client = new CommandClient(server.Address);
        await Task.WhenAll(orders.Where(order => order.Unanswered is not null).Select(order => SendAgain(client, order, found.Done.GetValueOrDefault(order.OrderId))));
    }

    private async Task SendAgain(CommandClient client, PlayedOrder order, string? done)
    {
        var step = order.Unanswered!;
        var answer = await client.Send(order.OrderId, step, () => { });
        if (answer is null || (answer.Decision == "accepted") != done is null)
        {
            figures.Fault($"{order.OrderId}: {step.Kind} again was answered {answer}; it had {(done is null ? "not " : "")}been done");
        }

        order.Answered(done ?? answer?.Receipt?.Receipt ?? "");
    }

    private async Task Prepare(TrialStore store)
    {
        var wanted = Enumerable.Range(orders.Count, Math.Max(0, OrdersAhead - open.Count))
            .Select(number => new PlayedOrder(Script.Of(number, IdOf(number), TimeProvider.System.GetUtcNow())))
            .ToList();
        await store.Import(wanted.Select(order => order.Script.Order.AsImported()));
        orders.AddRange(wanted);
        wanted.ForEach(open.Enqueue);
    }

    private static string IdOf(int number) => Script.IsOnAmazon(number)
        ? string.Create(CultureInfo.InvariantCulture, $"AMZ-702-{number:0000000}-0000001")
        : string.Create(CultureInfo.InvariantCulture, $"crash-{number:00000}");

    private async Task WaitForEffects(CancellationToken cancellationToken)
    {
        await using var store = new TrialStore(site.Store);
        var began = Stopwatch.GetTimestamp();
        var owed = await FirstOpen(store, cancellationToken);
        while (owed is not null && Stopwatch.GetElapsedTime(began) < EffectPatience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), cancellationToken);
            owed = await FirstOpen(store, cancellationToken);
        }

        if (owed is not null)
        {
            figures.Fault($"after {EffectPatience.TotalMinutes:0} minutes still open: {owed}");
        }

        figures.Ended(
            await CrashJudge.Judge(store, orders, site.MailFolder, outside, cancellationToken), outside!.Notifications.Acknowledged.Count,
            await SalesJudge.Judge(store, outside.Amazon.Sales, cancellationToken));
    }

    // In words; null: everything has gone out, and all that happened on Amazon has come in.
    private async Task<string?> FirstOpen(TrialStore store, CancellationToken cancellationToken) =>
        await FirstOwed(store, cancellationToken) ?? await FirstHint(store, cancellationToken) ?? (await SalesJudge.Judge(store, outside!.Amazon.Sales, cancellationToken)).Missing;

    private static async Task<string?> FirstHint(TrialStore store, CancellationToken cancellationToken)
    {
        await using var db = store.Read();
        var row = await db.ChannelInbox.AsNoTracking().Where(row => row.NextAt != null).OrderBy(row => row.Id).FirstOrDefaultAsync(cancellationToken);
        return row is null ? null : $"a look at Amazon's {row.ChannelOrderId}, {row.Attempts} attempts, \"{row.Words}\"";
    }

    private static async Task<string?> FirstOwed(TrialStore store, CancellationToken cancellationToken)
    {
        await using var db = store.Read();
        var row = await db.Deliveries.AsNoTracking().Where(row => row.State == DeliveryState.Owed && DrivenConsumers.Contains(row.Consumer))
            .OrderBy(row => row.Id).FirstOrDefaultAsync(cancellationToken);
        return row is null ? null : $"{row.HistoryId}.{row.Consumer}, {row.Attempts} attempts, next {Ticks.From(row.NextAttemptAt):O}, last answer \"{row.LastAnswer}\"";
    }
}

/// <summary>Where a lane plays.</summary>
internal sealed record CrashSite(StoreAddress Store, string MailFolder)
{
    /// <summary>Environment variables of the server besides the store and its mails.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
