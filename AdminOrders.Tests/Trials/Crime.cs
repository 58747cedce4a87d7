using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage.Channels;
using AdminOrders.Tests.Support;
using AdminOrders.Trials.Crashes;
using AdminOrders.Trials.Stores;

namespace AdminOrders.Tests.Trials;

/// <summary>A store on which a script of each sort was played to its end, and one order whose first step was done and not answered.</summary>
internal sealed class Crime : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly TrialStore store;
    private readonly DirectoryInfo mails = Directory.CreateTempSubdirectory("adminorders-mails-");
    private readonly List<PlayedOrder> orders = [];

    private Crime(TestDatabase database)
    {
        this.database = database;
        store = new(new(database.Provider, database.ConnectionString + ";Pooling=False"));
    }

    public string Mails => mails.FullName;

    public IReadOnlyList<PlayedOrder> Orders => orders;

    public PlayedOrder Interrupted => orders[^1];

    public static async Task<Crime> Prepare()
    {
        var crime = new Crime(await TestDatabase.Create(Engine.Sqlite));
        for (var number = 0; number < 5; number++)
        {
            await crime.Play(new PlayedOrder(Script.Of(number, $"crime-{number}", TimeProvider.System.GetUtcNow())), isInterrupted: number == 4);
        }

        return crime;
    }

    /// <summary>An order whose external seller is asked to cancel it, and says so.</summary>
    public async Task<PlayedOrder> PlayConfirmedBySeller()
    {
        var order = new PlayedOrder(Script.Of(17, "crime-17", TimeProvider.System.GetUtcNow()));
        await Play(order, isInterrupted: false);
        await store.Workflow.Send(new(order.OrderId, new ConfirmCancellation(TrialOrder.RequestOf(order.OrderId)), new(Side.Seller, $"seller:{CrashSeller.Id}", "Main")));
        return order;
    }

    /// <summary>An order of two payments that is invoiced, taken back and canceled.</summary>
    public Task PlayReturned() => Play(new PlayedOrder(Script.Of(5, "crime-5", TimeProvider.System.GetUtcNow())), isInterrupted: false);

    public Task<Found> Judge(IEnumerable<PlayedOrder>? known = null, CrashOutside? outside = null) => CrashJudge.Judge(store, [.. known ?? orders], Mails, outside);

    public Task<FoundSales> JudgeSales(AmazonSales sales) => SalesJudge.Judge(store, sales, CancellationToken.None);

    /// <summary>Orders come in that Amazon knows by those ids.</summary>
    public Task BringIn(params string[] amazonIds) => store.Import(amazonIds.Select(id =>
        (TrialOrder.Paid(TrialOrder.IdOfSold(id), TimeProvider.System.GetUtcNow()) with { IsMarketplaceOrder = true }).AsImported()));

    /// <summary>Amazon cancels them.</summary>
    public Task CancelOnAmazon(params string[] amazonIds) => Task.WhenAll(amazonIds.Select(id =>
        store.Workflow.Send(new(TrialOrder.IdOfSold(id), new RecordChannelCancellation(Side.Marketplace, new Reason(null, "")), ChannelNames.ActorOf(ChannelNames.Amazon)))));

    public Task Tamper(params string[] statements) => store.Execute($"PRAGMA foreign_keys=OFF; {string.Join("; ", statements)}");

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        await database.DisposeAsync();
        mails.Delete(recursive: true);
    }

    private async Task Play(PlayedOrder order, bool isInterrupted)
    {
        orders.Add(order);
        await store.Import([order.Script.Order.AsImported()]);
        while (order is { Next: { } step, Unanswered: null })
        {
            order.Sent(step);
            var answer = await store.Workflow.Send(new(order.OrderId, step.Command, step.Actor));
            if (!isInterrupted)
            {
                order.Answered(answer.Receipt!.Receipt);
            }
        }
    }
}
