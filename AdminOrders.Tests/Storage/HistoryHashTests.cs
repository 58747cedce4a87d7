using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Tests.Storage;

public sealed class HistoryHashTests
{
    private const string Id = "1000000000001-01";

    [Theory]
    [EveryEngine]
    public async Task The_chain_of_an_order_holds_and_its_row_knows_the_end(Engine engine)
    {
        await using var store = await CanceledStore(engine);
        var history = await store.History(Id);
        var row = await store.Row(Id);

        Assert.Null(HistoryHash.FirstBroken(Id, history));
        Assert.Equal((history.Count, history[^1].Position), (row.HistoryCount, row.Position));
        Assert.Equal(history[^1].Hash, row.LastHash);
    }

    [Theory]
    [EveryEngine("""UPDATE "History" SET "ActorName" = 'Somebody' WHERE "Number" = 2""", 2)]
    [EveryEngine("""UPDATE "History" SET "Payload" = '{}' WHERE "Number" = 3""", 3)]
    [EveryEngine("""UPDATE "History" SET "At" = "At" + 1 WHERE "Number" = 1""", 1)]
    [EveryEngine("""UPDATE "History" SET "TextHashes" = '' WHERE "Number" = 2""", 2)]
    public async Task A_row_that_is_changed_breaks_the_chain(Engine engine, string sql, int number)
    {
        await using var store = await CanceledStore(engine);
        await store.Execute(sql);

        Assert.Equal(number, HistoryHash.FirstBroken(Id, await store.History(Id)));
    }

    [Theory]
    [EveryEngine]
    public async Task A_row_that_is_missing_breaks_the_chain(Engine engine)
    {
        await using var store = await CanceledStore(engine);
        var history = await store.History(Id);

        Assert.Equal(2, HistoryHash.FirstBroken(Id, history.Where(row => row.Number != 2)));
    }

    [Theory]
    [EveryEngine]
    public async Task The_chain_of_one_order_does_not_fit_another(Engine engine)
    {
        await using var store = await CanceledStore(engine);

        Assert.Equal(1, HistoryHash.FirstBroken("another-01", await store.History(Id)));
    }

    [Theory]
    [EveryEngine]
    public async Task A_text_matches_its_hash_and_may_be_erased(Engine engine)
    {
        await using var store = await CanceledStore(engine);
        var canceled = (await store.History(Id)).Single(row => row.Kind == "order-canceled");
        await using var db = store.Read();
        var text = await db.HistoryTexts.SingleAsync(row => row.HistoryId == canceled.HistoryId);

        Assert.Equal($"reason={HistoryHash.OfText(text.Salt, "sold out")}", canceled.TextHashes);
        Assert.DoesNotContain("sold out", canceled.Payload, StringComparison.Ordinal);

        await store.Execute("""UPDATE "HistoryTexts" SET "Value" = NULL""");

        Assert.Null(HistoryHash.FirstBroken(Id, await store.History(Id)));
        Assert.Null((await store.Facts(Id)).Cancellation!.Reason.Text);
    }

    private static async Task<TestStore> CanceledStore(Engine engine)
    {
        var store = await TestStore.Open(engine);
        await store.Import(An.Order(Id).Paid());
        await store.Send(Id, new Cancel(Guid.NewGuid().ToString("N"), Side.Store, new Reason(null, "sold out")), Actors.Operator);
        return store;
    }
}
