using System.Diagnostics;
using System.Globalization;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Insights;

namespace AdminOrders.Bench;

/// <summary>Figures about canceled orders, a tenth of two years of orders: how long they take as the store grows.</summary>
internal static class InsightBench
{
    private const long Span = 730 * TimeSpan.TicksPerDay;
    private static readonly DateTimeOffset First = DateTimeOffset.UnixEpoch.AddDays(20_000);

    /// <summary>Prints the figures of stores of these many orders; 0.</summary>
    public static async Task<int> Run(IEnumerable<int> sizes, int times)
    {
        foreach (var orders in sizes)
        {
            await Measure(orders, times);
        }

        return 0;
    }

    private static async Task Measure(int orders, int times)
    {
        var folder = Directory.CreateTempSubdirectory("adminorders-insights-").FullName;
        try
        {
            await using var store = await BenchStore.Open(Path.Combine(folder, "insights.db"));
            await store.Fill(1);
            Fill(store.Source, orders);
            using var reader = new InsightReader(store.Source, TimeProvider.System);
            foreach (var (name, filter) in Filters())
            {
                await Measure(reader, $"{orders:N0} orders, {name}", filter, times);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Measure(InsightReader reader, string name, OrderFilter filter, int times)
    {
        List<double> took = [];
        var processor = TimeSpan.Zero;
        CancellationInsights? figures = null;
        for (var time = 0; time <= times; time++)
        {
            var worked = Environment.CpuUsage.TotalTime;
            var began = Stopwatch.GetTimestamp();
            figures = await reader.Read(filter, instant => DateOnly.FromDateTime(instant.UtcDateTime));
            took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            processor += time == 0 ? TimeSpan.Zero : Environment.CpuUsage.TotalTime - worked;
        }

        // The first one reads from the disk and plans.
        var sorted = took.Skip(1).Order().ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{name,-44} {figures!.Orders,9:N0} canceled{(figures.IsCut ? "+" : " ")} first {took[0],7:N0} ms, p50 {sorted[sorted.Count / 2],7:N0} ms, most {sorted[^1],7:N0} ms, processor {(processor / times).TotalMilliseconds,7:N0} ms"));
    }

    private static IEnumerable<(string Name, OrderFilter Filter)> Filters()
    {
        yield return ("everything", new());
        yield return ("the last 30 days", new() { CreatedFrom = First.AddDays(700) });
        yield return ("one seller of five", new() { SellerId = "seller-1" });
        yield return ("values of half of them", new() { ValueFrom = 5_000 });
    }

    private static void Fill(StoreSource source, int orders)
    {
        ManyOrders.Insert(
            source, orders,
            ("CreatedAt", $"{First.UtcTicks} + n * {Span / orders}"), ("CanceledAt", $"CASE n % 10 WHEN 0 THEN {First.UtcTicks} + n * {Span / orders} + n * 7919 % 1000003 * {TimeSpan.TicksPerSecond} END"),
            ("SellerId", "'seller-' || (n / 10 % 5)"), ("Currency", "CASE n % 4 WHEN 0 THEN 'ARS' ELSE 'BRL' END"),
            ("CancelReasonLabelId", "CASE n % 10 WHEN 0 THEN 1 + n / 10 % 3 END"), ("CanceledFor", "CASE n % 10 WHEN 0 THEN n / 10 % 6 END"));
        using var connection = source.OpenConnection();
        foreach (var part in new[] { "OrderItems", "Payments" })
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"""SELECT group_concat(name) FROM pragma_table_info('{part}') WHERE name <> 'OrderKey'""";
            var columns = ((string)command.ExecuteScalar()!).Split(',');
            var values = columns.Select(column => column == "SkuId" ? "'sku-' || (o.\"Key\" * 31 % 5000 + p.\"ItemIndex\")" : $"p.\"{column}\"");
            command.CommandText = $"""
                INSERT INTO "{part}" ("OrderKey", {string.Join(", ", columns.Select(column => $"\"{column}\""))})
                SELECT o."Key", {string.Join(", ", values)} FROM "Orders" o, (SELECT * FROM "{part}" WHERE "OrderKey" = (SELECT MIN("OrderKey") FROM "{part}")) p
                WHERE o."Key" > (SELECT MIN("OrderKey") FROM "{part}")
                """;
            command.ExecuteNonQuery();
        }
    }
}
