using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Features.Orders.List;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Tests.Storage.Insights;

/// <summary>A store of orders canceled for many reasons, at many times, with their money in every state; as many were not canceled.</summary>
internal static class CanceledStore
{
    private static readonly string[] Channels = ["", "AMZ", "MLB", "a&b ç"];
    private static readonly string[] Skus = ["sku-1", "sku-2", "11", "11", "caf\u00e9 & co"];
    private static readonly TimeSpan[] Delays =
    [
        TimeSpan.FromMinutes(-5), TimeSpan.Zero, TimeSpan.FromHours(1) - TimeSpan.FromTicks(1), TimeSpan.FromHours(1), TimeSpan.FromDays(1), TimeSpan.FromDays(3), TimeSpan.FromDays(7),
        TimeSpan.FromDays(30) - TimeSpan.FromTicks(1), TimeSpan.FromDays(30), TimeSpan.FromDays(400),
    ];

    /// <summary>A new store with so many orders, drawn by a seed; some lie at the very borders of the zone's days.</summary>
    public static async Task<TestStore> Open(Engine engine, int orders, TimeZoneInfo zone, int seed = 1)
    {
        var store = await TestStore.Open(engine);
        var reasons = await store.Reasons.List();
        await store.Reasons.Edit(reasons[0].Id, new("Worded anew", "Otro texto", "Outro texto"), null);
        int?[] labels = [null, reasons[0].LabelId, (await store.Reasons.List())[0].LabelId, reasons[1].LabelId, reasons[2].LabelId];
        var random = new Random(seed);
        await Task.WhenAll(Enumerable.Range(1, orders).Select(number => store.Import(Draw(number, random, zone, labels))).ToList());
        await Owe(store);
        return store;
    }

    private static ImportedOrder Draw(int number, Random random, TimeZoneInfo zone, int?[] labels)
    {
        var createdAt = CreatedAt(random, zone);
        var seller = $"seller{random.Next(3)}";
        var skus = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Of(Skus, random)).ToList();
        var order = An.Order($"{number:D6}-01").Paid().Worth(random.Next(1, 9) * 1_000, random.Next(3) == 0 ? "CLP" : "BRL").With(facts => facts with
        {
            CreatedAt = createdAt,
            SellerId = seller,
            IsMarketplaceOrder = random.Next(2) == 0,
            Items = [.. skus.Select((sku, at) => new ItemFact(at, sku, "Name of " + sku, 1, 0, 0, 1_000))],
            Reservations = [],
        });
        if (random.Next(2) == 0)
        {
            order = order.Canceled().With(facts => facts with
            {
                Cancellation = new(createdAt + Of(Delays, random), (Side)random.Next(6), "user:ana", null, new(Of(labels, random), null), "c0"),
                Payments = [PaymentOf(facts.Value, random)],
            });
        }

        var items = string.Join(',', skus.Select(sku => $$"""{"id":"{{sku}}"}"""));
        var document = $$"""{"orderId":"{{number:D6}}-01","items":[{{items}}]}""";
        var imported = order.AsImported(document);
        return imported with { Description = imported.Description with { AffiliateId = Of(Channels, random) } };
    }

    // At the first or the last instant of a day, or somewhere in it; around the days on which clocks are put forward and back.
    private static DateTimeOffset CreatedAt(Random random, TimeZoneInfo zone)
    {
        var day = new DateOnly(2018, 10, 25).AddDays(random.Next(130));
        var (first, next) = (LocalDays.Start(day, zone), LocalDays.Start(day.AddDays(1), zone));
        return random.Next(3) switch
        {
            0 => first,
            1 => next.AddTicks(-1),
            _ => first + ((next - first) / 24 * random.Next(23)),
        };
    }

    private static PaymentFact PaymentOf(long value, Random random) => random.Next(6) switch
    {
        0 => new("card", PaymentState.Voided, value, 0, 0, 0),
        1 => new("card", PaymentState.Captured, value, value, value, 0),
        2 => new("card", PaymentState.Captured, value, value, value / 2, value / 4),
        3 => new("card", PaymentState.Captured, value, value, 0, value),
        4 => new("card", PaymentState.Denied, value, 0, 0, 0),
        _ => new("card", PaymentState.Pending, value, 0, 0, 0),
    };

    // What is owed is on its way, or given up.
    private static async Task Owe(TestStore store)
    {
        await using var db = store.Read();
        var owed = await db.Payments.Where(payment => payment.Owed > 0).Select(payment => payment.OrderKey).ToListAsync();
        foreach (var begin in await db.History.Where(row => row.Number == 1 && owed.Contains(row.OrderKey)).ToListAsync())
        {
            db.Deliveries.Add(new() { OrderKey = begin.OrderKey, HistoryId = begin.HistoryId, Consumer = Consumers.Payment, State = begin.OrderKey % 2 == 0 ? DeliveryState.Failed : DeliveryState.Owed });
        }

        await db.SaveChangesAsync();
    }

    private static T Of<T>(T[] choices, Random random) => choices[random.Next(choices.Length)];
}
