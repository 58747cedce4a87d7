using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Stock;
using AdminOrders.Core.Storage.Verification;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Tests.Storage.Verification;

/// <summary>A small store in which every kind of row is there, and the means to damage it past every guard.</summary>
internal static class GoodStore
{
    public const string Canceled = "canceled-01";
    public const string Requested = "requested-01";
    public const string Partly = "partly-01";
    public const string Returned = "returned-01";
    public const string CanceledThere = "canceled-there-01";

    private const string DropChecks =
        """
        DO $$ DECLARE c record; BEGIN
            FOR c IN SELECT conrelid::regclass AS "table", conname FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace
            LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', c."table", c.conname); END LOOP;
        END $$
        """;

    public static async Task<TestStore> Open(Engine engine = Engine.Sqlite)
    {
        var store = await TestStore.Open(engine);
        await store.Import(An.Order(Canceled).InWindow().Captured());
        await store.Import(An.Order(Requested).Ready().AsImported($$"""{"orderId":"{{Requested}}","items":[{"id":"sku-listed"}]}"""));
        await store.Import(An.Order(Partly).Handling().Captured());
        await store.Import(An.Order(Returned).Invoiced());
        await store.Import(An.Order(CanceledThere).Canceled());
        await store.Send(Canceled, new Cancel(new('1', 32), Side.Store, new Reason(null, "sold out")), Actors.Operator);
        await store.Send(Canceled, new AddComment("a comment"), Actors.Operator);
        await store.Send(Requested, new Cancel(new('2', 32), Side.Customer, new Reason(null, "changed my mind")), Actors.Operator);
        await store.Send(Partly, new Invoice(new("I-1", 2_000, An.Instant) { Items = [new(0, 1)] }), Actors.Operator);
        await store.Send(Partly, new ChangeItems([new(1, 1)], "not there"), Actors.Operator);
        await store.Send(Returned, new ReturnInvoice(new("R-1", 10_000, An.Instant) { Items = [new(0, 3), new(1, 2)] }, "came back"), Actors.Operator);
        await store.Get<LooseReservations>().Hold(new("lock-1", "1", TimeSpan.FromDays(1), [new(new("sku-9", "north"), 4)]), Actors.Operator);
        return store;
    }

    public static Task<VerificationReport> Verify(this TestStore store) => store.Get<StoreVerification>().Run();

    /// <summary>Seals what was written, if it is time.</summary>
    public static Task<SealRow?> Seal(this TestStore store) => store.Get<SealRunner>().RunOnce(CancellationToken.None);

    /// <summary>Runs SQL with CHECKs and foreign keys off.</summary>
    public static Task Damage(this TestStore store, string sql) => store.Execute(store.Get<StoreSource>().IsShared
        ? $"{DropChecks}; SET session_replication_role = replica; {sql}; SET session_replication_role = DEFAULT"
        : $"PRAGMA foreign_keys=OFF; PRAGMA ignore_check_constraints=ON; {sql}; PRAGMA ignore_check_constraints=OFF; PRAGMA foreign_keys=ON");

    /// <summary>The key of an order, for SQL.</summary>
    public static string KeyOf(string orderId) => $"""(SELECT "Key" FROM "Orders" WHERE "OrderId" = '{orderId}')""";

    /// <summary>Rewrites an order's history as somebody would who knows how the chain is made: hashes, the row's end and its status fit again.</summary>
    public static async Task Forge(this TestStore store, string orderId, Action<List<HistoryRow>> change)
    {
        await using var db = store.Read();
        var order = await db.Orders.SingleAsync(row => row.OrderId == orderId);
        var history = await db.History.AsNoTracking().Where(row => row.OrderKey == order.Key).OrderBy(row => row.Number).ToListAsync();
        await db.History.Where(row => row.OrderKey == order.Key).ExecuteUpdateAsync(row => row.SetProperty(known => known.Number, known => -known.Number));
        change(history);
        var previous = HistoryHash.Seed(orderId);
        foreach (var row in history)
        {
            row.Hash = previous = HistoryHash.Of(previous, row);
        }

        var known = await db.History.AsNoTracking().Where(row => row.OrderKey == order.Key).Select(row => row.HistoryId).ToListAsync();
        db.History.UpdateRange(history.Where(row => known.Contains(row.HistoryId)));
        db.History.AddRange(history.Where(row => !known.Contains(row.HistoryId)));
        (order.HistoryCount, order.LastHash, order.Position, order.Status) = (history.Count, history[^1].Hash, history[^1].Position, history[^1].Status);
        await db.SaveChangesAsync();
    }

    /// <summary>Adds a forged event at the end, with a position that is drawn as it should be.</summary>
    public static async Task ForgeEvent(this TestStore store, string orderId, OrderEvent happened)
    {
        await store.Execute("""UPDATE "Positions" SET "Last" = "Last" + 1""");
        await using var db = store.Read();
        var position = (await db.Positions.SingleAsync()).Last;
        var stored = EventJson.Write(happened);
        await store.Forge(orderId, history => history.Add(new()
        {
            Position = position,
            HistoryId = Guid.NewGuid().ToString("N"),
            OrderKey = history[0].OrderKey,
            Number = history.Count + 1,
            At = history[^1].At,
            Kind = stored.Kind,
            KindVersion = stored.Version,
            Status = happened.To ?? history[^1].Status,
            ActorSide = Side.Store,
            ActorId = Actors.Operator.Id,
            Payload = stored.Json,
        }));
    }
}
