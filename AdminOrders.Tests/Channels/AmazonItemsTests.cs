using System.Text.Json;
using System.Text.Json.Nodes;
using AdminOrders.Core.Connectors.Amazon;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage.Channels;
using AdminOrders.Core.Storage.Verification;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Channels;

/// <summary>Amazon cancels, and its buyers ask, item by item; the store's orders are whole.</summary>
public sealed class AmazonItemsTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 11, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> WaysToTheEnd() => new("seen at each step", "seen when it was sent", "handled here", "taken out of the line", "a part sent first");

    [Theory]
    [EveryEngineWith(nameof(WaysToTheEnd))]
    public async Task Units_that_amazon_canceled_are_on_sale_again_when_the_rest_was_sent_and_never_used(Engine engine, string way)
    {
        await using var there = await AmazonThere.Open(engine);
        var order = OrderThere.New(1, At);
        var partly = order.ItemCanceled("2", "AMAZON") with { UpdatedAt = At.AddHours(1) };
        var sent = partly.Shipped() with { UpdatedAt = At.AddHours(3) };
        if (way != "seen when it was sent")
        {
            await there.See(order);
            await there.See(partly);
        }

        switch (way)
        {
            case "handled here":
                await there.Store.Send(AmazonThere.IdHere(order.Id), new StartHandling(), Actors.Operator);
                break;
            case "taken out of the line":
                sent = sent with { Items = [sent.Items[0], sent.Items[1] with { Quantity = 0 }] };
                await there.See(partly with { Items = [partly.Items[0], sent.Items[1]], UpdatedAt = At.AddHours(2) });
                break;
            case "a part sent first":
                await there.See(partly.PartlyShipped() with { UpdatedAt = At.AddHours(2) });
                break;
        }

        await there.See(sent);
        var rows = (await there.Store.History(AmazonThere.IdHere(order.Id))).Count;
        await there.See(sent with { UpdatedAt = At.AddHours(4) });

        var facts = await there.Facts(order.Id);
        Assert.Equal("invoiced", facts.Status);
        Assert.Equal([("SKU-1", 2, 0), ("SKU-2", 0, 1)], facts.Reservations.Select(kept => (kept.SkuId, kept.Consumed, kept.Released)));
        Assert.Equal([2, 0], facts.Items.Select(item => item.InvoicedQuantity));
        await using var db = there.Store.Read();
        Assert.Equal([0L, 0L], await db.StockLevels.OrderBy(level => level.SkuId).Select(level => level.Reserved).ToListAsync());
        Assert.Equal(AlertKind.ItemsCanceledThere, Assert.Single(await db.Alerts.ToListAsync()).Kind);
        Assert.True((await there.Store.History(facts.OrderId)).Count <= rows + 1, "a look that saw nothing new did something");
        Assert.Empty((await there.Store.Get<StoreVerification>().Run()).Broken.Select(broken => broken.ToString()));
    }

    public static TheoryData<string> OrdersOfEvents() => new(
        "canceled, sent", "sent, canceled", "sent, canceled, called partly shipped", "sent, canceled, counted", "canceled, sent, counted", "sent, canceled, seen at the end", "asked, sent, canceled", "sent here, canceled");

    [Theory]
    [EveryEngineWith(nameof(OrdersOfEvents))]
    public async Task Whether_the_rest_is_sent_or_the_items_are_canceled_first_the_end_is_the_same(Engine engine, string way)
    {
        await using var there = await AmazonThere.Open(engine);
        var order = OrderThere.New(1, At) with { Items = [new("1", "SKU-1", 2), new("2", "SKU-2", 3)], Shipping = 1_200, CountsCanceled = way.EndsWith("counted", StringComparison.Ordinal) };
        var partly = order.ItemCanceled("2", "BUYER").ItemShipped("1") with { UpdatedAt = At.AddHours(5) };
        var end = way.EndsWith("called partly shipped", StringComparison.Ordinal) || way.EndsWith("at the end", StringComparison.Ordinal) ? partly : partly with { Status = "SHIPPED" };
        foreach (var before in Before(way, order))
        {
            await there.See(before);
        }

        if (way.StartsWith("sent here", StringComparison.Ordinal))
        {
            await there.Store.Send(AmazonThere.IdHere(order.Id), new Invoice(new("own-1", 2 * OrderThere.Price, At) { Items = [new(0, 2)] }), Actors.Operator);
        }

        await there.See(end);
        var rows = (await there.Store.History(AmazonThere.IdHere(order.Id))).Count;
        await there.See(end with { UpdatedAt = At.AddHours(6) });

        var facts = await there.Facts(order.Id);
        Assert.Equal(("invoiced", 6_200L, 6_200L), (facts.Status, facts.Value, facts.InvoicedValue));
        Assert.Equal([("SKU-1", 2, 0), ("SKU-2", 0, 3)], facts.Reservations.Select(kept => (kept.SkuId, kept.Consumed, kept.Released)));
        Assert.Equal([(2, 0), (0, 3)], facts.Items.Select(item => (item.InvoicedQuantity, item.RemovedQuantity)));
        Assert.Empty(facts.Requests);
        Assert.True((await there.Store.History(facts.OrderId)).Count <= rows + 1, "a look that saw nothing new did something");
        await using var db = there.Store.Read();
        Assert.Equal([0L, 0L], await db.StockLevels.OrderBy(level => level.SkuId).Select(level => level.Reserved).ToListAsync());
        Assert.Equal(
            ["SKU-1 Invoiced 2", "SKU-2 Released 3"],
            (await db.StockMovements.ToListAsync()).Select(moved => $"{moved.SkuId} {moved.Kind} {moved.Quantity}").Order(StringComparer.Ordinal));
        Assert.Equal(AlertKind.ItemsCanceledThere, Assert.Single(await db.Alerts.ToListAsync()).Kind);
        Assert.Empty((await there.Store.Get<StoreVerification>().Run()).Broken.Select(broken => broken.ToString()));
    }

    [Theory]
    [EveryEngine]
    public async Task A_part_of_a_discounted_order_does_not_cover_it_and_leaves_the_rest_held(Engine engine)
    {
        await using var there = await AmazonThere.Open(engine);
        var order = OrderThere.New(1, At) with { Shipping = -3_000 };
        await there.See(order);

        await there.See(order.ItemShipped("1") with { UpdatedAt = At.AddHours(1) });
        var partly = await there.Facts(order.Id);
        await there.See(order.Shipped() with { UpdatedAt = At.AddHours(2) });

        Assert.Equal(("handling", 4_500L, 3_000L), (partly.Status, partly.Value, partly.InvoicedValue));
        Assert.Equal([0, 1], partly.Reservations.Select(kept => kept.Held));
        var facts = await there.Facts(order.Id);
        Assert.Equal(("invoiced", 4_500L, 4_500L), (facts.Status, facts.Value, facts.InvoicedValue));
        Assert.Equal([2, 1], facts.Reservations.Select(kept => kept.Consumed));
        Assert.True((await there.Store.Get<StoreVerification>().Run()).IsClean);
    }

    [Theory]
    [InlineData(1, 1, null, false)]
    [InlineData(1, 1, 1, false)]
    [InlineData(1, 1, 2, false)]
    [InlineData(1, 1, 0, true)]
    [InlineData(0, 1, 1, false)]
    [InlineData(0, 1, null, true)]
    [InlineData(0, 0, 0, false)]
    public async Task While_amazon_may_still_send_units_none_are_freed(int sent, int rest, int? unsent, bool isOver)
    {
        await using var there = await AmazonThere.Open();
        var order = OrderThere.New(1, At) with { Items = [new("1", "SKU-1", 1), new("2", "SKU-2", 3)], CountsCanceled = true };
        await there.See(order);
        var told = order.ItemShipped("1").ItemCanceled("2", "BUYER") with { UpdatedAt = At.AddHours(1) };
        var json = told.Json();
        json["orderItems"]![0]!["fulfillment"]!["quantityFulfilled"] = rest;
        json["orderItems"]![1]!["fulfillment"] = new JsonObject { ["quantityFulfilled"] = sent, ["quantityUnfulfilled"] = unsent };

        await there.Process.GetRequiredService<AmazonLook>().Take(JsonSerializer.Deserialize(json, AmazonJson.Default.AmazonOrder)!, CancellationToken.None);

        var facts = await there.Facts(order.Id);
        Assert.Equal((isOver ? "invoiced" : "handling", isOver ? 3 - sent : 0), (facts.Status, facts.Reservations[1].Released));
    }

    [Fact]
    public async Task Units_of_a_line_of_which_a_part_was_sent_are_freed_too()
    {
        await using var there = await AmazonThere.Open();
        var order = OrderThere.New(1, At);
        await there.See(order);

        var sent = order.ItemCanceled("1", "MERCHANT").Shipped();
        await there.See(sent with { Items = [sent.Items[0] with { Fulfilled = 1 }, sent.Items[1]], UpdatedAt = At.AddHours(1) });

        var facts = await there.Facts(order.Id);
        Assert.Equal([("SKU-1", 1, 1), ("SKU-2", 1, 0)], facts.Reservations.Select(kept => (kept.SkuId, kept.Consumed, kept.Released)));
        await using var db = there.Store.Read();
        Assert.Contains("Canceled on Amazon: 1 × Thing SKU-1", await db.HistoryTexts.Where(text => text.Name == "comment").Select(text => text.Value).ToListAsync());
    }

    [Fact]
    public async Task What_a_person_changed_here_is_not_invoiced_twice()
    {
        await using var there = await AmazonThere.Open();
        var order = OrderThere.New(1, At);
        await there.See(order);
        await there.Store.Send(AmazonThere.IdHere(order.Id), new ChangeItems([new(1, 1)], "sold out"), Actors.Owner);
        var partly = order.PartlyShipped();

        for (var look = 1; look <= 3; look++)
        {
            await there.See(partly with { UpdatedAt = At.AddHours(look) });
        }

        Assert.Equal((1, 2_500L), ((await there.Facts(order.Id)).OutputInvoices, (await there.Facts(order.Id)).InvoicedValue));
    }

    [Theory]
    [EveryEngine]
    public async Task After_a_declined_wish_a_pending_order_goes_on_as_it_does_on_amazon(Engine engine)
    {
        await using var there = await AmazonThere.Open(engine);
        var asked = OrderThere.New(1, At).Asked() with { Status = "PENDING" };
        await there.See(asked);
        await Decline(there, asked);

        await there.See(asked with { Status = "UNSHIPPED", UpdatedAt = At.AddHours(1) });
        var paid = (await there.Facts(asked.Id)).Status;
        await there.See(asked.Shipped() with { UpdatedAt = At.AddHours(2) });

        Assert.Equal(("ready-for-handling", "invoiced"), (paid, (await there.Facts(asked.Id)).Status));
        Assert.True((await there.Store.Get<StoreVerification>().Run()).IsClean);
    }

    [Theory]
    [EveryEngine]
    public async Task What_is_paid_on_amazon_while_a_wish_is_open_is_ready_when_it_is_declined(Engine engine)
    {
        await using var there = await AmazonThere.Open(engine);
        var asked = OrderThere.New(1, At).Asked() with { Status = "PENDING" };
        await there.See(asked);

        await there.See(asked with { Status = "UNSHIPPED", UpdatedAt = At.AddHours(1) });
        var meanwhile = await there.Facts(asked.Id);
        await Decline(there, asked);

        Assert.Equal(("cancellation-requested", "ready-for-handling"), (meanwhile.Status, meanwhile.StatusBefore));
        Assert.Equal("ready-for-handling", (await there.Facts(asked.Id)).Status);
        Assert.True((await there.Store.Get<StoreVerification>().Run()).IsClean);
    }

    [Fact]
    public async Task What_was_begun_here_does_not_go_back_because_amazon_has_not_sent_it()
    {
        await using var there = await AmazonThere.Open();
        var order = OrderThere.New(1, At);
        await there.See(order);
        await there.Store.Send(AmazonThere.IdHere(order.Id), new StartHandling(), Actors.Operator);

        await there.See(order with { Items = [order.Items[0] with { Asked = null }, order.Items[1]], UpdatedAt = At.AddHours(1) });

        Assert.Equal("handling", (await there.Facts(order.Id)).Status);
    }

    [Theory]
    [EveryEngine]
    public async Task A_second_wish_names_the_items_of_both_and_who_saw_only_the_first_looks_again(Engine engine)
    {
        await using var there = await AmazonThere.Open(engine);
        var order = OrderThere.New(1, At).Asked();
        await there.See(order);
        var first = Assert.Single((await there.Facts(order.Id)).Requests);
        await there.Store.Send(AmazonThere.IdHere(order.Id), new TakeRequest(), Actors.Operator);
        there.Store.Clock.Advance(TimeSpan.FromDays(1));

        var both = order with { Items = [order.Items[0], order.Items[1] with { Asked = "Too late" }], UpdatedAt = At.AddDays(1) };
        var hint = await there.See(both);
        await there.See(both with { UpdatedAt = At.AddDays(2) });

        var facts = await there.Facts(order.Id);
        var request = Assert.Single(facts.Requests);
        Assert.Equal((ChannelDeed.Requested, first.DueAt), (hint.Deed, request.DueAt));
        Assert.Equal("Amazon: 2 × Thing SKU-1 (Bought by mistake); 1 × Thing SKU-2 (Too late)", request.Reason.Text);
        Assert.Equal(Actors.Operator.Id, facts.Assignee?.Id);
        var stale = await there.Store.Send(facts.OrderId, new ConfirmCancellation(first.Id), Actors.Operator);
        Assert.Equal(Refusal.Stale, Assert.IsType<Refused>(stale.Decision).Code);
        await there.Store.Send(facts.OrderId, new ConfirmCancellation(request.Id), Actors.Operator);
        Assert.Equal("canceled", (await there.Facts(order.Id)).Status);
        Assert.True((await there.Store.Get<StoreVerification>().Run()).IsClean);
    }

    [Fact]
    public async Task What_a_customer_asked_here_stays_their_own_request()
    {
        await using var there = await AmazonThere.Open();
        var order = OrderThere.New(1, At);
        await there.See(order);
        var own = new Cancel(new('a', 32), Side.Customer, new(null, "by phone"));
        await there.Store.Send(AmazonThere.IdHere(order.Id), own, Actors.Operator);

        var hint = await there.See(order.Asked() with { UpdatedAt = At.AddHours(1) });

        Assert.Equal((ChannelDeed.Updated, own.RequestId), (hint.Deed, Assert.Single((await there.Facts(order.Id)).Requests).Id));
    }

    // As Amazon had it at each look before the last.
    private static OrderThere[] Before(string way, OrderThere order) => way.Split(", ")[0] switch
    {
        "canceled" => [order, order.ItemCanceled("2", "BUYER") with { UpdatedAt = At.AddHours(2) }],
        "asked" => [order, order.Asked() with { UpdatedAt = At.AddHours(1) }, order.ItemShipped("1") with { UpdatedAt = At.AddHours(2) }],
        "sent" when !way.EndsWith("seen at the end", StringComparison.Ordinal) => [order, order.ItemShipped("1") with { UpdatedAt = At.AddHours(2) }],
        "sent here" => [order],
        _ => [],
    };

    private static async Task Decline(AmazonThere there, OrderThere order)
    {
        var id = AmazonThere.IdHere(order.Id);
        var request = Assert.Single((await there.Facts(order.Id)).Requests);
        Assert.IsType<Accepted>((await there.Store.Send(id, new Decline(request.Id, "sent already", "Sorry"), Actors.Operator)).Decision);
    }
}
