using AdminOrders.Core.Storage.Channels;
using AdminOrders.Core.Storage.Stock;
using AdminOrders.Core.Storage.Verification;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Channels;

/// <summary>
/// Ten thousand notifications, shuffled and doubled, while orders change, lose items, cannot be read for a while and have units kept for them before they come in:
/// whatever order it comes in, both sides end alike.
/// </summary>
public sealed class ChannelStormTests
{
    private const int OrderCount = 600;
    private const int Notifications = 10_000;

    [Theory]
    [EveryEngine]
    public async Task Ten_thousand_notifications_in_any_order_end_with_what_amazon_says(Engine engine)
    {
        await using var there = await AmazonThere.Open(engine);
        var random = new Random(20_241_128);
        var hints = Hints(random);
        for (var at = 0; at < hints.Length; at++)
        {
            if (at % 10 == 0)
            {
                Change(there, random);
            }

            if (at % 25 == 0)
            {
                await Keep(there, random);
            }

            await there.Inbox.Take(hints[at]);
            if (at % 500 == 499)
            {
                there.Store.Clock.Advance(await AmazonThere.RunnerOf(there.Process).RunOnce(CancellationToken.None));
            }

            if (at == Notifications / 2)
            {
                await there.Restart();
            }
        }

        Assert.NotEmpty(await there.Process.GetRequiredService<ChannelReader>().Untaken(ChannelNames.Amazon));
        foreach (var unreadable in there.Orders.Values.Where(order => order.IsUnreadable))
        {
            there.Put(unreadable with { IsUnreadable = false });
        }

        await there.Looked();
        there.Store.Clock.Advance(TimeSpan.FromHours(1));
        await there.TurnFor(TimeSpan.FromMinutes(10));

        await using var db = there.Store.Read();
        Assert.Equal(hints.Select(hint => hint.NotificationId).Distinct(StringComparer.Ordinal).Count(), await db.ChannelInbox.CountAsync(hint => hint.Kind != ChannelHint.Polled));
        var here = await db.Orders.AsNoTracking().ToDictionaryAsync(order => order.MarketplaceOrderId, order => order.Status, StringComparer.Ordinal);
        var buried = await db.ChannelOrders.Where(order => order.CanceledAt != null).Select(order => order.ChannelOrderId).ToListAsync();
        Assert.Equal(there.Orders.Values.OrderBy(order => order.Id, StringComparer.Ordinal).Select(Expected), there.Orders.Keys.Order(StringComparer.Ordinal).Select(id => (id, here.GetValueOrDefault(id) ?? (buried.Contains(id) ? "canceled" : "missing"))));
        Assert.Equal(there.Orders.Count, here.Count + buried.Count);
        await AllUnitsAreWhereTheyBelong(there, db);
        Assert.True((await there.Store.Get<StoreVerification>().Run()).IsClean);
    }

    private static (string, string) Expected(OrderThere order) => (order.Id, order.Status switch
    {
        "CANCELLED" => "canceled",
        "SHIPPED" => "invoiced",
        "PENDING" => "payment-pending",
        _ => "ready-for-handling",
    });

    // Released = reserved of what is canceled, order or line; what goes on holds all of its units, and nobody holds any for an order that came in or was canceled.
    private static async Task AllUnitsAreWhereTheyBelong(AmazonThere there, Core.Storage.OrdersDb db)
    {
        var kept = await db.Reservations.Join(
            db.Orders, kept => kept.OrderKey, order => order.Key, (kept, order) => new { order.MarketplaceOrderId, order.Status, kept.ItemIndex, kept.Reserved, kept.Released, kept.Consumed }).ToListAsync();
        Assert.All(kept.Where(kept => kept.Status == "canceled"), kept => Assert.Equal(kept.Reserved, kept.Released));
        Assert.All(kept.Where(kept => kept.Status == "invoiced"), kept => Assert.Equal(
            there.Orders[kept.MarketplaceOrderId].Items[kept.ItemIndex].CanceledBy is null ? (kept.Reserved, 0) : (0, kept.Reserved), (kept.Consumed, kept.Released)));
        Assert.Contains(kept, kept => kept.Status == "invoiced" && kept.Released > 0);
        var loose = await db.LooseReservations.AsNoTracking().ToListAsync();
        Assert.Empty(loose.Where(open => open.EndedAt is null).Select(open => open.ReservationId));
        Assert.Equal([LooseState.Canceled, LooseState.TakenOver], loose.Select(ended => ended.State).Distinct().Order());
        var goesOn = kept.Where(kept => kept.Status is "payment-pending" or "ready-for-handling").ToList();
        Assert.All(goesOn, kept => Assert.Equal(0, kept.Released + kept.Consumed));
        var units = there.Orders.Values.Where(order => order.Status is "PENDING" or "UNSHIPPED").Sum(order => order.Units);
        Assert.Equal((units, units), (goesOn.Sum(kept => kept.Reserved), await db.StockLevels.SumAsync(level => level.Reserved)));
    }

    private static ChannelHint[] Hints(Random random)
    {
        var hints = Enumerable.Range(0, Notifications * 4 / 5)
            .Select(number => new ChannelHint(ChannelNames.Amazon, $"n-{number}", OrderThere.IdOf(number % OrderCount), "OrderStatusChange")).ToList();
        hints.AddRange(Enumerable.Range(0, Notifications - hints.Count).Select(_ => hints[random.Next(hints.Count)]));
        var shuffled = hints.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }

    // An order is placed, goes on, or ends.
    private static void Change(AmazonThere there, Random random)
    {
        var (number, now) = (random.Next(OrderCount), there.Store.Clock.GetUtcNow());
        if (there.Orders.Count < OrderCount)
        {
            number = there.Orders.Count;
            there.Put(OrderThere.New(number, now) with { Status = "PENDING" });
            number = random.Next(there.Orders.Count);
        }

        var order = there.Orders[OrderThere.IdOf(number)];
        there.Store.Clock.Advance(TimeSpan.FromMilliseconds(1));
        there.Put((order.Status, random.Next(5)) switch
        {
            ("CANCELLED" or "SHIPPED", _) => order,
            ("PENDING", 0) or ("UNSHIPPED", 0) => order.CanceledBy(Who(random)) with { UpdatedAt = there.Store.Clock.GetUtcNow() },
            ("PENDING", > 1) => order with { Status = "UNSHIPPED", UpdatedAt = there.Store.Clock.GetUtcNow() },
            ("UNSHIPPED", 4) => order.Shipped() with { UpdatedAt = there.Store.Clock.GetUtcNow() },
            ("UNSHIPPED", 3) => order.ItemCanceled("2", Who(random)) with { UpdatedAt = there.Store.Clock.GetUtcNow() },
            ("UNSHIPPED", 2) => order with { IsUnreadable = !order.IsUnreadable, UpdatedAt = there.Store.Clock.GetUtcNow() },
            _ => order,
        });
    }

    // Somebody keeps units for an order that may be here already, may come, or may be canceled; they are told so, or have them until then.
    private static async Task Keep(AmazonThere there, Random random)
    {
        var (id, loose) = (OrderThere.IdOf(random.Next(OrderCount)), there.Store.Get<LooseReservations>());
        if (!there.Orders.ContainsKey(id))
        {
            return;
        }

        var lockId = random.Next(3) switch { 0 => $"00-{AmazonThere.IdHere(id)}", 1 => AmazonThere.IdHere(id), _ => id };
        var answer = await loose.Hold(new(lockId, "1", TimeSpan.FromDays(1), [new(new("SKU-1", "main"), 2)]), Actors.Operator);
        Assert.True(answer.Problem is null or LooseProblem.OfAnOrder or LooseProblem.IdTaken, answer.Problem.ToString());
        if (answer.Problem is null && random.Next(2) == 0)
        {
            await loose.Confirm(lockId);
        }
    }

    private static string Who(Random random) => random.Next(3) switch { 0 => "BUYER", 1 => "MERCHANT", _ => "AMAZON" };
}
