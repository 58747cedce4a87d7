using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Storage;

public sealed class CancellationReasonsTests
{
    [Theory]
    [EveryEngine]
    public async Task A_new_wording_leaves_the_old_one_to_past_orders(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var reason = (await store.Reasons.List())[0];
        await store.Import(An.Order("past-01").Paid());
        await store.Send("past-01", new Cancel(Guid.NewGuid().ToString("N"), Side.Store, new Reason(reason.LabelId, null)), Actors.Operator);

        await store.Reasons.Edit(reason.Id, new ReasonLabel("Changed", "Cambiado", "Mudado"), "NO_INVENTORY");
        var edited = (await store.Reasons.List())[0];
        var used = (await store.Row("past-01")).CancelReasonLabelId!.Value;

        Assert.Equal((reason.Id, reason.Code, "Changed", "NO_INVENTORY"), (edited.Id, edited.Code, edited.Label.En, edited.MarketplaceCode));
        Assert.NotEqual(reason.LabelId, edited.LabelId);
        Assert.Equal(reason.Label, (await store.Reasons.Labels())[used]);
    }

    [Theory]
    [EveryEngine]
    public async Task An_edit_that_changes_no_word_keeps_the_label(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var reason = (await store.Reasons.List())[0];

        await store.Reasons.Edit(reason.Id, reason.Label, null);

        Assert.Equal(reason with { MarketplaceCode = null }, (await store.Reasons.List())[0]);
    }

    [Theory]
    [EveryEngine]
    public async Task Reasons_are_added_at_the_end_switched_off_and_put_in_another_order(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var before = await store.Reasons.List();

        var id = await store.Reasons.Add("weather", new ReasonLabel("Weather", "Clima", "Tempo"), null);
        Assert.Equal(id, (await store.Reasons.List())[^1].Id);

        await store.Reasons.Activate(id, isActive: false);
        await store.Reasons.Reorder([id, before[2].Id]);
        var after = await store.Reasons.List();

        Assert.Equal([id, before[2].Id, before[0].Id, before[1].Id], after.Take(4).Select(reason => reason.Id));
        Assert.False(after[0].IsActive);
    }

    [Theory]
    [EveryEngine]
    public async Task An_id_is_never_given_twice(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var id = await store.Reasons.Add("weather", new ReasonLabel("Weather", "Clima", "Tempo"), null);
        await store.Execute($"""DELETE FROM "CancellationReasonLabels" WHERE "ReasonId" = {id}; DELETE FROM "CancellationReasons" WHERE "Id" = {id};""");

        Assert.True(await store.Reasons.Add("storm", new ReasonLabel("Storm", "Tormenta", "Tempestade"), null) > id);
    }

    [Theory]
    [EveryEngine]
    public async Task A_store_begins_with_reasons_for_operators_and_others_for_customers(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var reasons = await store.Reasons.List();

        Assert.Equal(9, reasons.Count(reason => reason.IsOfferedTo(ReasonChoosers.Store)));
        Assert.Equal(5, reasons.Count(reason => reason.IsOfferedTo(ReasonChoosers.Customer)));
        Assert.DoesNotContain(reasons, reason => reason.IsOfferedTo(ReasonChoosers.Store) && reason.IsOfferedTo(ReasonChoosers.Customer));
    }

    [Theory]
    [EveryEngine]
    public async Task Who_may_choose_a_reason_is_changed_beside_its_wording(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var id = await store.Reasons.Add("weather", new ReasonLabel("Weather", "Clima", "Tempo"), null, ReasonChoosers.Customer);
        var added = (await store.Reasons.List())[^1];

        await store.Reasons.Edit(id, added.Label, null, ReasonChoosers.Store | ReasonChoosers.Customer);
        var both = (await store.Reasons.List())[^1];
        await store.Reasons.Activate(id, isActive: false);
        var off = (await store.Reasons.List())[^1];

        Assert.Equal((false, true), (added.IsOfferedTo(ReasonChoosers.Store), added.IsOfferedTo(ReasonChoosers.Customer)));
        Assert.Equal((true, true), (both.IsOfferedTo(ReasonChoosers.Store), both.IsOfferedTo(ReasonChoosers.Customer)));
        Assert.Equal((false, false), (off.IsOfferedTo(ReasonChoosers.Store), off.IsOfferedTo(ReasonChoosers.Customer)));
        Assert.Equal(added.LabelId, both.LabelId);
    }

    [Theory]
    [EveryEngine]
    public async Task Reasons_that_a_store_has_changed_are_not_inserted_again_at_its_next_start(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var reason = (await store.Reasons.List()).First(reason => reason.IsOfferedTo(ReasonChoosers.Customer));
        await store.Reasons.Edit(reason.Id, new ReasonLabel("Other words", "Otras palabras", "Outras palavras"), null, ReasonChoosers.Store);
        var before = await store.Reasons.List();

        await store.Services.MigrateStorage();

        Assert.Equal(before, await store.Reasons.List());
    }
}
