using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Storage;

/// <summary>What people ask of a list because orders are canceled: by whom, why, for whom, and where the money is.</summary>
public sealed class CancellationFilterTests
{
    [Theory]
    [EveryEngine]
    public async Task Who_canceled_and_why_and_for_whom_can_be_asked_for(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var reasons = await store.Reasons.List();
        await Cancel(store, "by-ana-01", Side.Store, reasons[0].LabelId, Actors.Operator);
        await Cancel(store, "by-another-01", Side.Customer, reasons[1].LabelId, Actors.OtherOperator);
        await store.Import(An.Order("asked-01").Ready());
        await store.Send("asked-01", new Cancel(Guid.NewGuid().ToString("N"), Side.Customer, new Reason(null, "Wrong size")), Actors.Operator);
        await store.Import(An.Order("untouched-01").Ready());

        await AssertFinds(store, new() { CanceledById = Actors.Operator.Id }, "by-ana-01");
        await AssertFinds(store, new() { CanceledById = "user:nobody" });
        await AssertFinds(store, new() { CanceledById = Actors.Operator.Id, Statuses = [Status.ReadyForHandling] });
        await AssertFinds(store, new() { ReasonCode = reasons[1].Code }, "by-another-01");
        await AssertFinds(store, new() { ReasonCode = "never-there" });
        await AssertFinds(store, new() { AskedBy = Side.Customer }, "asked-01", "by-another-01");
        await AssertFinds(store, new() { AskedBy = Side.Customer, CanceledById = Actors.OtherOperator.Id, ReasonCode = reasons[1].Code }, "by-another-01");
        await AssertFinds(store, new() { AskedBy = Side.Seller });
    }

    [Theory]
    [EveryEngine]
    public async Task A_reason_is_found_in_every_wording_that_it_had(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var before = (await store.Reasons.List())[0];
        await Cancel(store, "before-01", Side.Store, before.LabelId, Actors.Operator);
        await store.Reasons.Edit(before.Id, new("Another wording", "Otro texto", "Outro texto"), before.MarketplaceCode, before.ChosenBy);
        var after = (await store.Reasons.List()).Single(reason => reason.Id == before.Id);
        Assert.NotEqual(before.LabelId, after.LabelId);
        await Cancel(store, "after-01", Side.Store, after.LabelId, Actors.Operator);

        await AssertFinds(store, new() { ReasonCode = before.Code }, "after-01", "before-01");
    }

    [Theory]
    [EveryEngine]
    public async Task Orders_canceled_without_a_reason_of_the_list_can_be_asked_for(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await Cancel(store, "known-01", Side.Store, (await store.Reasons.List())[0].LabelId, Actors.Operator);
        await Cancel(store, "typed-01", Side.Store, null, Actors.Operator);
        await store.Import(An.Order("untouched-01").Ready());

        await AssertFinds(store, new() { ReasonCode = OrderFilter.NoReason }, "typed-01");
        await AssertFinds(store, new() { ReasonCode = OrderFilter.NoReason, Statuses = [Status.ReadyForHandling] });
    }

    [Theory]
    [EveryEngine]
    public async Task How_long_it_took_to_cancel_can_be_asked_for_to_the_tick(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        foreach (var (id, passed) in new (string, TimeSpan)[]
        {
            ("a-01", TimeSpan.FromHours(-1)), ("b-01", TimeSpan.FromHours(1) - TimeSpan.FromTicks(1)), ("c-01", TimeSpan.FromHours(1)), ("d-01", TimeSpan.FromDays(1)),
            ("e-01", TimeSpan.FromDays(3)), ("f-01", TimeSpan.FromDays(7)), ("g-01", TimeSpan.FromDays(30) - TimeSpan.FromTicks(1)), ("h-01", TimeSpan.FromDays(30)), ("i-01", TimeSpan.FromDays(3_000)),
        })
        {
            await store.Import(An.Order(id).Canceled().With(order => order with { Cancellation = order.Cancellation! with { At = order.CreatedAt + passed } }));
        }

        await store.Import(An.Order("untouched-01").Ready());

        await AssertFinds(store, new() { CancelDelay = CancelDelay.UnderAnHour }, "a-01", "b-01");
        await AssertFinds(store, new() { CancelDelay = CancelDelay.UnderADay }, "c-01");
        await AssertFinds(store, new() { CancelDelay = CancelDelay.UnderThreeDays }, "d-01");
        await AssertFinds(store, new() { CancelDelay = CancelDelay.UnderAWeek }, "e-01");
        await AssertFinds(store, new() { CancelDelay = CancelDelay.UnderAMonth }, "f-01", "g-01");
        await AssertFinds(store, new() { CancelDelay = CancelDelay.Longer }, "h-01", "i-01");
        await AssertFinds(store, new() { CancelDelay = CancelDelay.Longer, Statuses = [Status.ReadyForHandling] });
    }

    [Theory]
    [EveryEngine]
    public async Task Where_the_money_is_that_goes_back_can_be_asked_for(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        foreach (var id in new[] { "owed-01", "failed-01", "given-01" })
        {
            await store.Import(An.Order(id).InWindow().Captured());
            await store.Send(id, NewCancel(Side.Store, null), Actors.Operator);
        }

        await store.Import(An.Order("never-01").Ready());
        await store.Execute($"""UPDATE "Deliveries" SET "State" = 2 WHERE "Consumer" = 'payment' AND "OrderKey" = {KeyOf("failed-01")}""");
        await store.Execute(
            $"""
            UPDATE "Deliveries" SET "State" = 1 WHERE "Consumer" = 'payment' AND "OrderKey" = {KeyOf("given-01")};
            UPDATE "Payments" SET "Refunded" = "Owed", "Owed" = 0 WHERE "OrderKey" = {KeyOf("given-01")};
            UPDATE "Orders" SET "IsRefunded" = TRUE WHERE "OrderId" = 'given-01'
            """);

        await AssertFinds(store, new() { MoneyBack = MoneyBack.Owed }, "owed-01");
        await AssertFinds(store, new() { MoneyBack = MoneyBack.Failed }, "failed-01");
        await AssertFinds(store, new() { MoneyBack = MoneyBack.Given }, "given-01");
        await AssertFinds(store, new() { MoneyBack = MoneyBack.Owed, Statuses = [Status.ReadyForHandling] });
    }

    [Theory]
    [EveryEngine]
    public async Task Values_are_asked_for_in_whole_units_of_each_orders_currency(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order("brl-01").Ready().Worth(10_000));
        await store.Import(An.Order("cheap-01").Ready().Worth(9_999));
        await store.Import(An.Order("yen-01").Ready().Worth(150, "JPY"));
        await store.Import(An.Order("dinar-01").Ready().Worth(200_000, "KWD"));

        await AssertFinds(store, new() { ValueFrom = 100, ValueTo = 200 }, "brl-01", "dinar-01", "yen-01");
        await AssertFinds(store, new() { ValueFrom = 101 }, "dinar-01", "yen-01");
        await AssertFinds(store, new() { ValueTo = 99 });
        await AssertFinds(store, new() { ValueTo = 100, Statuses = [Status.ReadyForHandling] }, "brl-01", "cheap-01");
    }

    private static async Task Cancel(TestStore store, string id, Side askedBy, int? reason, Actor actor)
    {
        await store.Import(An.Order(id).Unpaid());
        var answer = await store.Send(id, NewCancel(askedBy, reason), actor);
        Assert.Equal(Status.Canceled, answer.Status);
    }

    private static Cancel NewCancel(Side askedBy, int? reason) => new(Guid.NewGuid().ToString("N"), askedBy, new Reason(reason, reason is null ? "Sold out" : null));

    private static string KeyOf(string orderId) => $"""(SELECT "Key" FROM "Orders" WHERE "OrderId" = '{orderId}')""";

    // In every order of the list, and counted as they are listed.
    private static async Task AssertFinds(TestStore store, OrderFilter filter, params string[] expected)
    {
        foreach (var sort in Enum.GetValues<OrderSort>())
        {
            var page = await store.Reader.List(filter with { Sort = sort }, null, 100);
            Assert.Equal(expected, page.Rows.Select(row => row.OrderId).Order(StringComparer.Ordinal));
        }

        Assert.Equal(new OrderCount(expected.Length, IsAll: true), await store.Get<OrderCounts>().AtOnce(filter));
        Assert.Equal(new OrderCount(expected.Length, IsAll: true), await store.Get<OrderCounts>().Exactly(filter));
    }
}
