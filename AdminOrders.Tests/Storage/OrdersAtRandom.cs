using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Storage;

/// <summary>Orders with values from small ranges, so that ties and gaps are everywhere; and what the list should answer, worked out in memory.</summary>
internal sealed class OrdersAtRandom(TestStore store, IReadOnlyList<OrderRow> rows) : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static readonly string[] Statuses =
        [Status.PaymentPending, Status.PaymentApproved, Status.ReadyForHandling, Status.Handling, Status.CancellationRequested, Status.Invoiced, Status.Canceled, ""];

    private static readonly string[] Names = ["João Souza", "Joana  D'Arc", "Ana_Lima", "100% Café & Co", "Müller \"Haus\"", "José Ñandú"];

    public TestStore Store => store;

    public OrderReader Reader => store.Reader;

    public IReadOnlyList<OrderRow> Rows => rows;

    public static async Task<OrdersAtRandom> Insert(Engine engine, int count, int seed, Func<int, long>? key = null)
    {
        var store = await TestStore.Open(engine);
        var random = new Random(seed);
        var rows = Enumerable.Range(1, count).Select(number => Row(number, key?.Invoke(number) ?? number, random)).ToList();
        await using var db = store.Read();
        db.Orders.AddRange(rows);
        db.OrderSearch.AddRange(rows.Select(row => new OrderSearchRow { OrderKey = row.Key, Text = SearchTextOf(row) }));
        await db.SaveChangesAsync();
        return new OrdersAtRandom(store, rows);
    }

    /// <summary>Ids in the order in which the list should show them.</summary>
    public List<string> Expected(OrderFilter filter)
    {
        var shown = rows.Where(row => Matches(row, filter)).ToList();
        shown.Sort((one, other) => Compare(one, other, filter.Sort) * (filter.Ascending ? 1 : -1));
        return shown.ConvertAll(row => row.OrderId);
    }

    /// <summary>All rows behind a position, page by page, as a store walks them in which too many match to sort them.</summary>
    public async Task<List<(string Id, OrderPosition At)>> Walk(
        StoreReading reading, OrderFilter filter, OrderPosition? at, bool backward, int size, IReadOnlyList<ValueStretch>? values = null)
    {
        List<(string Id, OrderPosition At)> all = [];
        while (true)
        {
            var page = new OrderListSql(store.Get<StoreSource>(), filter, null, null, null, values).Page(OrderWalk.PositionColumns, at, backward, size);
            var found = await reading.Read(page, row => (row.GetString(1), OrderWalk.Position(row, filter.Sort)), CancellationToken.None);
            all.AddRange(found);
            if (found.Count < size)
            {
                return all;
            }

            at = all[^1].At;
        }
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private static OrderRow Row(int number, long key, Random random)
    {
        var status = Statuses[random.Next(Statuses.Length)];
        var seller = random.Next(3);
        var createdAt = Start.AddHours(random.Next(200)).UtcTicks;
        return new OrderRow
        {
            Key = key,
            OrderId = $"{random.Next(10, 99)}{number:D5}-01",
            Sequence = $"{500_000 + number}",
            Status = status,
            Value = random.Next(40) * 100,
            Currency = "BRL",
            CreatedAt = createdAt,
            InvoicedAt = Some(createdAt, random),
            AuthorizedAt = Some(createdAt, random),
            EstimatedTo = Some(createdAt, random),
            OutputInvoices = random.Next(2),
            LastChangeAt = Start.AddHours(random.Next(100)).UtcTicks,
            CustomerName = Names[random.Next(Names.Length)],
            CustomerEmail = $"someone{number}@example.com",
            CustomerDocument = $"{number:D11}",
            SellerId = $"seller{seller}",
            SellerName = $"Seller {seller}",
            Origin = random.Next(2) == 0 ? "Marketplace" : "Fulfillment",
            OpenRequests = status == Status.CancellationRequested ? random.Next(1, 3) : 0,
            ProductCount = random.Next(1, 5),
            Units = random.Next(1, 9),
            Position = number,
        };
    }

    // Never, soon after, long after, or before: what nobody expects is there too.
    private static long? Some(long createdAt, Random random) => random.Next(6) switch
    {
        0 => null,
        1 => createdAt + TimeSpan.FromDays(random.Next(50, 70)).Ticks,
        2 => createdAt - TimeSpan.FromHours(random.Next(1, 100)).Ticks,
        _ => createdAt + TimeSpan.FromHours(random.Next(100)).Ticks,
    };

    private static string SearchTextOf(OrderRow row) =>
        SearchText.Of(row.OrderId, row.Sequence, row.CustomerName, row.CustomerEmail, row.CustomerDocument);

    private static bool Matches(OrderRow row, OrderFilter filter) =>
        (filter.Statuses.Count == 0 || filter.Statuses.Contains(row.Status))
        && (filter.CreatedFrom is null || row.CreatedAt >= filter.CreatedFrom.Value.UtcTicks)
        && (filter.CreatedBefore is null || row.CreatedAt < filter.CreatedBefore.Value.UtcTicks)
        && (filter.ValueFrom is null || row.Value >= filter.ValueFrom * MoneyText.MinorUnits(row.Currency))
        && (filter.ValueTo is null || row.Value <= filter.ValueTo * MoneyText.MinorUnits(row.Currency))
        && (filter.SellerId is null || row.SellerId == filter.SellerId)
        && (filter.Origin is null || row.Origin == filter.Origin)
        && (!filter.OnlyOpenRequests || row.OpenRequests > 0)
        && (filter.IsInvoiced is null || filter.IsInvoiced == row.OutputInvoices > 0)
        && IsWithin(row.InvoicedAt, filter.Invoiced) && IsWithin(row.AuthorizedAt, filter.Authorized) && IsWithin(row.EstimatedTo, filter.Estimated)
        && (filter.Text is null || MatchesText(row, filter.Text));

    private static bool IsWithin(long? ticks, OrderTimes? times) =>
        times is null || (ticks is { } at && !(at < times.From?.UtcTicks) && !(at >= times.Before?.UtcTicks));

    private static bool MatchesText(OrderRow row, string text) => SearchText.Fold(text) is { Length: >= 3 } folded
        ? SearchTextOf(row).Contains(folded, StringComparison.Ordinal)
        : row.OrderId.StartsWith(text, StringComparison.Ordinal) || row.Sequence.StartsWith(text, StringComparison.Ordinal);

    private static int Compare(OrderRow one, OrderRow other, OrderSort sort)
    {
        var first = sort switch
        {
            OrderSort.CreatedAt => one.CreatedAt.CompareTo(other.CreatedAt),
            OrderSort.Value => one.Value.CompareTo(other.Value),
            OrderSort.Status => string.CompareOrdinal(one.Status, other.Status) is var byStatus and not 0 ? byStatus : one.CreatedAt.CompareTo(other.CreatedAt),
            OrderSort.LastChangeAt => one.LastChangeAt.CompareTo(other.LastChangeAt),
            OrderSort.OrderId => string.CompareOrdinal(one.OrderId, other.OrderId),
            OrderSort.Units => one.Units.CompareTo(other.Units),
            OrderSort.Origin => string.CompareOrdinal(one.Origin, other.Origin) is var byOrigin and not 0 ? byOrigin : one.CreatedAt.CompareTo(other.CreatedAt),
        };
        return first != 0 ? first : one.Key.CompareTo(other.Key);
    }
}
