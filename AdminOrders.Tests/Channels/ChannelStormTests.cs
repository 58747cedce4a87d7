using AdminOrders.Core.Storage.Channels;
using AdminOrders.Core.Storage.Verification;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Tests.Channels;

/// <summary>Ten thousand notifications, shuffled and doubled, while the orders change: whatever order they come in, both sides end alike.</summary>
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

        await there.Looked();
        there.Store.Clock.Advance(TimeSpan.FromHours(1));
        await there.Looked();

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

    // Released = reserved of what is canceled; what goes on holds all of its units.
    private static async Task AllUnitsAreWhereTheyBelong(AmazonThere there, Core.Storage.OrdersDb db)
    {
        var kept = await db.Reservations.Join(db.Orders, kept => kept.OrderKey, order => order.Key, (kept, order) => new { order.Status, kept.Reserved, kept.Released, kept.Consumed }).ToListAsync();
        Assert.All(kept.Where(kept => kept.Status == "canceled"), kept => Assert.Equal(kept.Reserved, kept.Released));
        Assert.All(kept.Where(kept => kept.Status == "invoiced"), kept => Assert.Equal(kept.Reserved, kept.Consumed));
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
            _ => order,
        });
    }

    private static string Who(Random random) => random.Next(3) switch { 0 => "BUYER", 1 => "MERCHANT", _ => "AMAZON" };
}
