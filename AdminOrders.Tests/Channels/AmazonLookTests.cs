using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage.Channels;
using AdminOrders.Core.Storage.Stock;
using AdminOrders.Core.Storage.Verification;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Tests.Channels;

public sealed class AmazonLookTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 11, 0, 0, TimeSpan.Zero);

    [Theory]
    [EveryEngine]
    public async Task An_order_of_amazons_comes_in_with_its_units_reserved(Engine engine)
    {
        await using var there = await AmazonThere.Open(engine);
        var order = OrderThere.New(1, At);

        var hint = await there.See(order);

        var facts = await there.Facts(order.Id);
        Assert.Equal((ChannelDeed.Imported, "AMZ-702-0000001-0000001"), (hint.Deed, hint.OrderId));
        Assert.Equal(("ready-for-handling", 7_500L, "BRL", true, false), (facts.Status, facts.Value, facts.Currency, facts.IsMarketplaceOrder, facts.IsFulfilledByChannel));
        Assert.Equal([("main", "SKU-1", 2), ("main", "SKU-2", 1)], facts.Reservations.Select(kept => (kept.WarehouseId, kept.SkuId, kept.Held)));
        var row = await there.Store.Row(facts.OrderId);
        Assert.Equal((order.Id, "AMZ", "Fulfillment", "Yara Campos"), (row.MarketplaceOrderId, row.AffiliateId, row.Origin, row.CustomerName));
        Assert.True((await there.Store.Get<StoreVerification>().Run()).IsClean);
    }

    [Theory]
    [EveryEngine]
    public async Task An_order_that_waits_for_its_payment_holds_stock_and_goes_on_when_it_is_paid(Engine engine)
    {
        await using var there = await AmazonThere.Open(engine);
        var order = OrderThere.New(1, At) with { Status = "PENDING" };

        await there.See(order);
        var pending = await there.Facts(order.Id);
        var second = await there.See(order with { Status = "UNSHIPPED", UpdatedAt = At.AddMinutes(10) });

        var ready = await there.Facts(order.Id);
        Assert.Equal(("payment-pending", 3), (pending.Status, pending.Reservations.Sum(kept => kept.Held)));
        Assert.Equal((ChannelDeed.Updated, "ready-for-handling", 7_500L, 3), (second.Deed, ready.Status, ready.Value, ready.Reservations.Sum(kept => kept.Held)));
        Assert.True((await there.Store.Get<StoreVerification>().Run()).IsClean);
    }

    [Theory]
    [EveryEngine("BUYER", Side.Customer)]
    [EveryEngine("MERCHANT", Side.Store)]
    [EveryEngine("AMAZON", Side.Marketplace)]
    public async Task What_amazon_canceled_is_canceled_here_and_on_sale_again(Engine engine, string who, Side side)
    {
        await using var there = await AmazonThere.Open(engine);
        var order = OrderThere.New(1, At);
        await there.See(order);

        var hint = await there.See(order.CanceledBy(who, "No longer needed") with { UpdatedAt = At.AddHours(1) });

        var facts = await there.Facts(order.Id);
        Assert.Equal((ChannelDeed.Canceled, "canceled"), (hint.Deed, facts.Status));
        Assert.Equal((side, "channel:amazon", "Amazon: No longer needed"), (facts.Cancellation!.RequestedBy, facts.Cancellation.By, facts.Cancellation.Reason.Text));
        Assert.All(facts.Reservations, kept => Assert.Equal((kept.Reserved, 0), (kept.Released, kept.Held)));
        Assert.Equal(("Amazon", Side.Marketplace), await CancelerOf(there, facts.OrderId));
        Assert.True((await there.Store.Get<StoreVerification>().Run()).IsClean);
    }

    [Fact]
    public async Task Amazons_words_become_the_reason_that_the_store_has_chosen_for_them()
    {
        await using var there = await AmazonThere.Open();
        var reasons = there.Store.Get<ChannelReasons>();
        var (one, two) = (OrderThere.New(1, At), OrderThere.New(2, At));
        await there.See(one);
        await there.See(two);

        await there.See(one.CanceledBy("BUYER", "Changed mind about purchase") with { UpdatedAt = At.AddHours(1) });
        var met = Assert.Single(await reasons.List(ChannelNames.Amazon));
        var ours = (await there.Store.Reasons.List())[0];
        Assert.True(await reasons.Map(ChannelNames.Amazon, met.Words, ours.Id));
        await there.See(two.CanceledBy("BUYER", "Changed mind about purchase") with { UpdatedAt = At.AddHours(1) });

        Assert.Equal(("Changed mind about purchase", null), (met.Words, met.ReasonId));
        Assert.Null((await there.Facts(one.Id)).Cancellation!.Reason.LabelId);
        Assert.Equal(ours.LabelId, (await there.Facts(two.Id)).Cancellation!.Reason.LabelId);
    }

    [Theory]
    [EveryEngine]
    public async Task Items_that_amazon_canceled_alone_alert_a_person_once(Engine engine)
    {
        await using var there = await AmazonThere.Open(engine);
        var order = OrderThere.New(1, At);
        await there.See(order);
        var partly = order.ItemCanceled("2", "AMAZON") with { UpdatedAt = At.AddHours(1) };

        var first = await there.See(partly);
        var second = await there.See(partly);

        var facts = await there.Facts(order.Id);
        await using var db = there.Store.Read();
        Assert.Equal((ChannelDeed.ItemsCanceled, ChannelDeed.Nothing, "ready-for-handling"), (first.Deed, second.Deed, facts.Status));
        Assert.Equal(AlertKind.ItemsCanceledThere, Assert.Single(await db.Alerts.ToListAsync()).Kind);
        Assert.Single(await there.Store.History(facts.OrderId), row => row.Kind == "comment-added");
        var text = Assert.Single(await db.HistoryTexts.Where(text => text.Name == "comment").Select(text => text.Value).ToListAsync());
        Assert.Equal("Canceled on Amazon: 1 × Thing SKU-2", text);
    }

    [Theory]
    [EveryEngine]
    public async Task What_a_buyer_asks_is_a_request_of_the_customer_and_never_cancels_by_itself(Engine engine)
    {
        await using var there = await AmazonThere.Open(engine);
        var order = OrderThere.New(1, At) with { Status = "PENDING" };
        await there.See(order);
        var asked = order.Asked() with { UpdatedAt = At.AddHours(1) };

        var first = await there.See(asked);
        var repeated = await there.See(asked);

        var facts = await there.Facts(order.Id);
        var request = Assert.Single(facts.Requests);
        Assert.Equal((ChannelDeed.Requested, ChannelDeed.Nothing, "cancellation-requested"), (first.Deed, repeated.Deed, facts.Status));
        Assert.Equal((Side.Customer, Side.Marketplace, "channel:amazon"), (request.RequestedBy, request.EnteredBySide, request.EnteredBy));
        Assert.Equal("Amazon: 2 × Thing SKU-1 (Bought by mistake)", request.Reason.Text);

        await there.Store.Send(facts.OrderId, new Decline(request.Id, "sent already", "Sorry"), Actors.Operator);
        var afterwards = await there.See(asked with { UpdatedAt = At.AddHours(2) });

        Assert.Equal((ChannelDeed.Updated, null, "payment-pending"), (afterwards.Deed, afterwards.Words, (await there.Facts(order.Id)).Status));
    }

    [Theory]
    [EveryEngine]
    public async Task An_order_that_amazon_sends_itself_holds_no_stock_and_is_left_to_amazon(Engine engine)
    {
        await using var there = await AmazonThere.Open(engine);
        var order = OrderThere.New(1, At) with { FulfilledBy = "AMAZON" };
        await there.See(order);
        var id = AmazonThere.IdHere(order.Id);

        var byStore = await there.Store.Send(id, new Cancel(Guid.NewGuid().ToString("N"), Side.Store, new(null, "why")), Actors.Operator);
        var byOwner = await there.Store.Send(id, new ChangeItems([new(0, 1)], "why"), Actors.Owner);
        var handled = await there.Store.Send(id, new StartHandling(), Actors.Owner);
        var invoiced = await there.Store.Send(id, new Invoice(new("N-1", 7_500, At)), Actors.Owner);
        var before = await there.Facts(order.Id);
        await there.See(order.CanceledBy("AMAZON") with { UpdatedAt = At.AddHours(1) });

        Assert.Equal(Refusal.FulfilledByChannel, Assert.IsType<Refused>(byStore.Decision).Code);
        Assert.All([byOwner, handled, invoiced], answer => Assert.Equal(Refusal.FulfilledByChannel, Assert.IsType<Refused>(answer.Decision).Code));
        Assert.True(before is { IsFulfilledByChannel: true, Reservations.IsEmpty: true });
        Assert.Equal("canceled", (await there.Facts(order.Id)).Status);
        Assert.True((await there.Store.Get<StoreVerification>().Run()).IsClean);
    }

    [Theory]
    [EveryEngine]
    public async Task What_was_canceled_before_it_came_in_comes_in_canceled_with_its_units_free(Engine engine)
    {
        await using var there = await AmazonThere.Open(engine);
        var order = OrderThere.New(1, At);

        var hint = await there.See(order.CanceledBy("BUYER", "Too late") with { UpdatedAt = At.AddHours(1) });
        var id = AmazonThere.IdHere(order.Id);
        Assert.Equal((ChannelDeed.Remembered, null), (hint.Deed, hint.OrderId));
        Assert.Null(await there.Store.Workflow.Facts(id));

        await there.Store.Import(ForeignDocument.Of(id, order.Id));

        var facts = await there.Facts(order.Id);
        await using var db = there.Store.Read();
        Assert.Equal(("canceled", Side.Customer, "channel:amazon"), (facts.Status, facts.Cancellation!.RequestedBy, facts.Cancellation.By));
        Assert.All(facts.Reservations, kept => Assert.Equal((2, 2), (kept.Reserved, kept.Released)));
        Assert.Equal("Amazon", (await there.Store.Row(id)).CanceledBy);
        Assert.Empty(await db.Deliveries.ToListAsync());
        Assert.Equal(0, await db.ChannelOrders.CountAsync(row => row.CanceledAt != null));
        Assert.Equal(0, await db.StockLevels.Where(level => level.SkuId == "SKU-1").Select(level => level.Reserved).SingleAsync());
        Assert.True((await there.Store.Get<StoreVerification>().Run()).IsClean);
    }

    [Theory]
    [EveryEngine]
    public async Task A_state_that_is_older_than_what_was_taken_changes_nothing(Engine engine)
    {
        await using var there = await AmazonThere.Open(engine);
        var order = OrderThere.New(1, At);
        await there.Take(order with { UpdatedAt = At.AddHours(2) });

        var older = await there.Take(order with { Status = "PENDING", UpdatedAt = At.AddHours(1) });
        var olderCancel = await there.Take(order.CanceledBy("BUYER") with { UpdatedAt = At.AddHours(1) });

        Assert.Equal((ChannelDeed.Older, ChannelDeed.Older), (older.Deed, olderCancel.Deed));
        Assert.Equal("ready-for-handling", (await there.Facts(order.Id)).Status);
    }

    [Fact]
    public async Task What_was_shipped_there_is_invoiced_here_part_by_part()
    {
        await using var there = await AmazonThere.Open();
        var order = OrderThere.New(1, At);
        await there.See(order);

        await there.See(order.PartlyShipped() with { UpdatedAt = At.AddHours(1) });
        var partly = await there.Facts(order.Id);
        var refused = await there.Store.Send(partly.OrderId, new Cancel(Guid.NewGuid().ToString("N"), Side.Store, new(null, "why")), Actors.Operator);
        await there.See(order.Shipped() with { UpdatedAt = At.AddHours(2) });

        var shipped = await there.Facts(order.Id);
        Assert.Equal((true, 2_500L), (partly.IsPartlyInvoiced, partly.InvoicedValue));
        Assert.Equal(Refusal.PartiallyInvoiced, Assert.IsType<Refused>(refused.Decision).Code);
        Assert.Equal(("invoiced", 7_500L), (shipped.Status, shipped.InvoicedValue));
        Assert.All(shipped.Reservations, kept => Assert.Equal((0, 0), (kept.Held, kept.Released)));
        Assert.True((await there.Store.Get<StoreVerification>().Run()).IsClean);
    }

    [Theory]
    [InlineData("HANDED_TO_DRONE", "amazon-handed-to-drone")]
    [InlineData("UNFULFILLABLE", "amazon-unfulfillable")]
    public async Task A_word_of_amazons_that_is_new_or_leaves_nothing_to_do_is_a_status_that_is_unknown(string word, string status)
    {
        await using var there = await AmazonThere.Open();
        var order = OrderThere.New(1, At) with { Status = word };

        await there.See(order);

        Assert.Equal((status, Stage.Unknown), ((await there.Facts(order.Id)).Status, (await there.Facts(order.Id)).Stage));
    }

    [Theory]
    [EveryEngine]
    public async Task What_was_kept_for_an_order_that_never_came_is_free_when_amazon_cancels_it(Engine engine)
    {
        await using var there = await AmazonThere.Open(engine);
        var (loose, order, place) = (there.Store.Get<LooseReservations>(), OrderThere.New(1, At), new StockPlace("SKU-1", "main"));
        string[] ids = [.. IdsOf(order), "another"];
        foreach (var id in ids)
        {
            Assert.Null((await loose.Hold(new(id, "1", TimeSpan.FromHours(1), [new(place, 3)]), Actors.Operator)).Problem);
            await loose.Confirm(id);
        }

        for (var look = 0; look < 2; look++)
        {
            Assert.Equal(ChannelDeed.Remembered, (await there.Take(order.CanceledBy("BUYER"))).Deed);
        }

        var kept = await Task.WhenAll(ids.Select(id => loose.Get(id)));
        Assert.Equal(["another"], kept.Where(reservation => reservation!.IsOpen).Select(reservation => reservation!.Id));

        // The one who reserved did not hear of it and tries again, under each of the ids.
        var later = OrderThere.New(2, At);
        Assert.Equal(ChannelDeed.Remembered, (await there.Take(later.CanceledBy("BUYER"))).Deed);
        foreach (var id in IdsOf(later))
        {
            Assert.Equal(LooseProblem.OfAnOrder, (await loose.Hold(new(id, "1", TimeSpan.FromHours(1), [new(place, 3)]), Actors.Operator)).Problem);
        }

        await using var db = there.Store.Read();
        Assert.Equal(3, (await db.StockLevels.SingleAsync()).Reserved);
        Assert.True((await there.Store.Get<StoreVerification>().Run()).IsClean);
    }

    [Theory]
    [EveryEngine]
    public async Task Of_an_order_that_is_here_nobody_keeps_more_under_any_of_its_ids_whatever_becomes_of_it(Engine engine)
    {
        await using var there = await AmazonThere.Open(engine);
        var (loose, order, other) = (there.Store.Get<LooseReservations>(), OrderThere.New(1, At), new StockPlace("SKU-9", "south"));
        OrderThere[] steps = [order, order.CanceledBy("BUYER") with { UpdatedAt = At.AddHours(1) }];

        foreach (var step in steps)
        {
            await there.See(step);
            foreach (var id in IdsOf(order))
            {
                Assert.Equal(LooseProblem.OfAnOrder, (await loose.Hold(new(id, "1", TimeSpan.FromHours(1), [new(other, 3)]), Actors.Operator)).Problem);
                Assert.Equal(LooseProblem.OfAnOrder, (await loose.Confirm(id)).Problem);
            }
        }

        Assert.Null((await loose.Hold(new($"00-{OrderThere.IdOf(2)}", "1", TimeSpan.FromHours(1), [new(other, 1)]), Actors.Operator)).Problem);
        Assert.Equal("canceled", (await there.Facts(order.Id)).Status);
        await using var db = there.Store.Read();
        Assert.Equal([0L, 0L, 1L], await db.StockLevels.OrderBy(level => level.SkuId).Select(level => level.Reserved).ToListAsync());
        Assert.True((await there.Store.Get<StoreVerification>().Run()).IsClean);
    }

    [Theory]
    [EveryEngine("")]
    [EveryEngine("00-")]
    public async Task What_was_kept_under_amazons_own_id_is_the_orders_when_it_comes_in(Engine engine, string before)
    {
        await using var there = await AmazonThere.Open(engine);
        var (loose, order, place) = (there.Store.Get<LooseReservations>(), OrderThere.New(1, At), new StockPlace("SKU-1", "main"));
        var id = before + order.Id;
        await loose.Hold(new(id, "1", TimeSpan.FromHours(1), [new(place, 2)]), Actors.Operator);

        await there.See(order);

        Assert.Equal((LooseState.TakenOver, AmazonThere.IdHere(order.Id)), ((await loose.Get(id))!.State, (await loose.Get(id))!.OrderId));
        await there.See(OrderThere.New(2, At) with { Items = [new("1", "SKU-9", 1)] });
        Assert.Equal(LooseProblem.OfAnOrder, (await loose.Hold(new(OrderThere.IdOf(2), "1", TimeSpan.FromHours(1), [new(place, 1)]), Actors.Operator)).Problem);
        await using var db = there.Store.Read();
        Assert.Equal(2, (await db.StockLevels.SingleAsync(level => level.SkuId == "SKU-1")).Reserved);
        Assert.True((await there.Store.Get<StoreVerification>().Run()).IsClean);
    }

    private static string[] IdsOf(OrderThere order) => [$"00-{AmazonThere.IdHere(order.Id)}", AmazonThere.IdHere(order.Id), $"00-{order.Id}", order.Id];

    private static async Task<(string Name, Side Side)> CancelerOf(AmazonThere there, string orderId)
    {
        var row = (await there.Store.History(orderId)).Single(row => row.Kind == "order-canceled");
        return (row.ActorName, row.ActorSide);
    }
}
