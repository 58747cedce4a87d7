using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Channels;
using AdminOrders.Core.Storage.Verification;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Channels;

/// <summary>The storm once more, against the sample Amazon and over HTTP: notifications come in through the API of a real server, while the store cancels too.</summary>
public sealed class SampleStormTests
{
    [Theory]
    [EveryEngine]
    public async Task Ten_thousand_notifications_of_the_sample_end_alike_on_both_sides(Engine engine)
    {
        await using var storm = await SampleStorm.Begin(engine, StormScenario.Make(new Random(20_261_128)));

        var forwarding = storm.Forward();
        await Task.WhenAll(forwarding, storm.CancelHere());
        await storm.Settle();

        var (sent, isNew) = await forwarding;
        await using var db = storm.Store.Read();
        Assert.Equal(StormScenario.Notifications, sent);
        Assert.Equal(isNew, await db.ChannelInbox.CountAsync(hint => hint.Kind != ChannelHint.Polled && hint.Kind != ChannelHint.Told));
        await BothSidesAgree(storm, db);
        await UnitsAreWhereTheyBelong(db);
        await EverybodyWasTold(storm, db);
        Assert.Empty((await storm.Store.Services.GetRequiredService<StoreVerification>().Run()).Broken);
    }

    private static async Task BothSidesAgree(SampleStorm storm, OrdersDb db)
    {
        var here = await db.Orders.AsNoTracking().ToDictionaryAsync(order => order.OrderId, order => order.Status, StringComparer.Ordinal);
        var buried = await db.ChannelOrders.Where(order => order.CanceledAt != null).Select(order => order.OrderId).ToListAsync();
        var all = Enumerable.Range(0, StormScenario.OrderCount).ToList();
        Assert.All(all, number => Assert.Equal(Expected(number), (storm.StatusThere(number), here.GetValueOrDefault(SampleStorm.IdHere(number)) ?? (buried.Contains(SampleStorm.IdHere(number)) ? "canceled" : "missing"))));
    }

    private static (string There, string Here) Expected(int number) => StormScenario.FateOf(number) switch
    {
        StormFate.Shipped => ("SHIPPED", "invoiced"),
        StormFate.AskedFor => ("UNSHIPPED", "cancellation-requested"),
        _ => ("CANCELLED", "canceled"),
    };

    // Released = reserved of what is canceled, order or item; what goes on holds all of its units.
    private static async Task UnitsAreWhereTheyBelong(OrdersDb db)
    {
        var kept = await db.Reservations.Join(
            db.Orders, kept => kept.OrderKey, order => order.Key, (kept, order) => new { order.OrderId, order.Status, kept.SkuId, kept.Reserved, kept.Released, kept.Consumed }).ToListAsync();
        var lost = Enumerable.Range(0, StormScenario.OrderCount).Where(StormScenario.LosesAnItem).Select(SampleStorm.IdHere).ToHashSet(StringComparer.Ordinal);
        Assert.All(kept.Where(kept => kept.Status == "canceled"), kept => Assert.Equal(kept.Reserved, kept.Released));
        Assert.All(kept.Where(kept => kept.Status == "invoiced"), kept =>
            Assert.Equal(lost.Contains(kept.OrderId) && kept.SkuId == "SKU-2" ? (0, kept.Reserved) : (kept.Reserved, 0), (kept.Consumed, kept.Released)));
        Assert.Equal(lost.Count, kept.Count(kept => kept.Status == "invoiced" && kept.Released > 0));
        var sent = await db.Orders.AsNoTracking().Where(order => order.Status == "invoiced").ToListAsync();
        Assert.All(sent, order => Assert.Equal(lost.Contains(order.OrderId) ? (5_000L, 5_000L) : (7_500L, 7_500L), (order.Value, order.InvoicedValue)));
        var asked = kept.Where(kept => kept.Status == "cancellation-requested").ToList();
        Assert.All(asked, kept => Assert.Equal(0, kept.Released + kept.Consumed));
        Assert.Equal(asked.Sum(kept => kept.Reserved), await db.StockLevels.SumAsync(level => level.Reserved));
    }

    // Nothing is left for a person: each payment is given back once, Amazon is told of each cancellation that it did not make itself.
    private static async Task EverybodyWasTold(SampleStorm storm, OrdersDb db)
    {
        Assert.Empty(await db.Deliveries.Where(owed => owed.State == DeliveryState.Failed).Select(owed => owed.Consumer + ": " + owed.LastAnswer).ToListAsync());
        var done = await db.Deliveries.Where(owed => owed.State == DeliveryState.Done).GroupBy(owed => owed.Consumer).ToDictionaryAsync(owed => owed.Key, owed => owed.Count());
        Assert.Equal(SampleStorm.Of(StormFate.CanceledWithPayment).Count(), done[Consumers.Payment]);
        Assert.Equal(SampleStorm.Of(StormFate.CanceledHere).Count(), done[Consumers.Channel]);
        Assert.Equal(done[Consumers.Payment], storm.Provider.Memory.Asked.Count);
        Assert.Empty(storm.Provider.Memory.Faults);
        Assert.All(await db.Payments.AsNoTracking().ToListAsync(), payment => Assert.Equal((PaymentState.Voided, 0), (payment.State, payment.Owed)));
    }
}
