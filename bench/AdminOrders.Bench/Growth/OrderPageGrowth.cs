namespace AdminOrders.Bench.Growth;

/// <summary>What the page of one order reads, for random orders.</summary>
internal static class OrderPageGrowth
{
    public const string Work = "page of one order";
    private const int Times = 1_000;

    private static readonly string[] Parts =
    [
        "OrderItems", "Payments", "Reservations", "Invoices", "CancellationRequests", "History", "HistoryTexts", "Deliveries", "Alerts", "OrderDocuments",
    ];

    public static async Task<List<Measurement>> Measure(BenchStore store, int orders)
    {
        var ids = RandomOrders.Of(store.Source, Times, "1 = 1");
        using var raw = new RawReader(store.Source, 1, ["""SELECT * FROM "Orders" WHERE "Key" = @a""", .. Parts.Select(part => $"""SELECT * FROM "{part}" WHERE "OrderKey" = @a""")]);
        return
        [
            await Measurement.Take(
                Work, orders, Times,
                time => store.Details.Get(ids[time % ids.Count].OrderId),
                time => raw.Read(ids[time % ids.Count].Key)),
        ];
    }
}
