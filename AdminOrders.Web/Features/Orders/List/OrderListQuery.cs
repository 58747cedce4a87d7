using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Shell;
using AdminOrders.Web.Ui;

namespace AdminOrders.Web.Features.Orders.List;

/// <summary>
/// What an address says about the list: filters, sort and place. The order page carries the same, so that its neighbors follow the list.
/// Free text is not in it, only the id under which <see cref="OrderViewStore"/> keeps it.
/// </summary>
public sealed record OrderListQuery : IRowsQuery<OrderListQuery>
{
    private const string ListPage = "orders";
    private const string SavedName = "saved";
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>The page that these filters are chosen on, relative to the base: the list, or another that asks for orders in the same words.</summary>
    public string Page { get; init; } = ListPage;

    public IReadOnlyList<string> Statuses { get; init; } = [];

    public OrderDates Dates { get; init; }

    /// <summary>First day of a custom range.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of a custom range.</summary>
    public DateOnly? To { get; init; }

    public string? SellerId { get; init; }

    public string? Origin { get; init; }

    /// <summary>The channel that it came from, by its affiliate id.</summary>
    public string? AffiliateId { get; init; }

    public bool OnlyOpenRequests { get; init; }

    /// <summary>Who canceled, by actor id.</summary>
    public string? CanceledById { get; init; }

    public string? ReasonCode { get; init; }

    /// <summary>Who asked for the cancellation.</summary>
    public Side? AskedBy { get; init; }

    public CancelDelay? CancelDelay { get; init; }

    public MoneyBack? MoneyBack { get; init; }

    public string? SkuId { get; init; }

    /// <summary>The order's value in whole units of its currency, inclusive.</summary>
    public long? ValueFrom { get; init; }

    public long? ValueTo { get; init; }

    /// <summary>The id of a kept search text.</summary>
    public string? ViewId { get; init; }

    /// <summary>The id of the saved view that this came from; it says how the list is drawn.</summary>
    public string? SavedId { get; init; }

    public OrderSort Sort { get; init; }

    public bool Ascending { get; init; }

    /// <summary>Without a cursor: the day that the list begins with. Only a list in the order of creation has such a place.</summary>
    public DateOnly? At { get; init; }

    public string? Cursor { get; init; }

    /// <summary>The address names a saved view and says nothing itself.</summary>
    public bool IsOnlySaved => SavedId is not null && (this with { Cursor = null }).ToQueryString() == AddressQuery.Write([(SavedName, SavedId)]);

    /// <summary>Whether anything is left out of the list.</summary>
    public bool IsFiltered =>
        Statuses.Count > 0 || Dates is not OrderDates.Any || SellerId is not null || Origin is not null || OnlyOpenRequests || ViewId is not null || MoreCount > 0;

    /// <summary>How many of the filters are chosen that stand in a panel of their own.</summary>
    public int MoreCount => new object?[] { AffiliateId, CanceledById, ReasonCode, AskedBy, CancelDelay, MoneyBack, SkuId, ValueFrom ?? ValueTo }.Count(chosen => chosen is not null);

    /// <summary>The first page with nothing left out, in the same order.</summary>
    public OrderListQuery Cleared => new() { Page = Page, Sort = Sort, Ascending = Ascending };

    /// <inheritdoc/>
    public OrderListQuery WithoutPanel => this;

    /// <summary>The address of the page that shows this, relative to the base.</summary>
    public string Address => Page + Suffix;

    /// <summary>The address of an order whose neighbors are those of this list, relative to the base.</summary>
    public string AddressOf(string orderId) => $"orders/{Uri.EscapeDataString(orderId)}{(this with { Cursor = null, At = null }).Suffix}";

    private string Suffix => ToQueryString() is { Length: > 0 } query ? "?" + query : "";

    /// <summary>Whether an address, relative to the base, is the list's.</summary>
    public static bool IsAddressed(string address) => address.Split('?', '#')[0] == ListPage;

    /// <summary>This list ordered by a column: the other way round where it is already, else the way people mean first.</summary>
    public OrderListQuery SortedBy(OrderSort sort) =>
        this with { Sort = sort, Ascending = sort == Sort ? !Ascending : sort is OrderSort.Status, Cursor = null };

    /// <summary>Filter and order alone: neither what is searched for nor a place, nor where they came from.</summary>
    public OrderListQuery Lasting => this with { ViewId = null, SavedId = null, At = null, Cursor = null };

    /// <summary>The same with its days by their dates, so that it means the same tomorrow.</summary>
    public OrderListQuery Dated(TimeZoneInfo zone, DateTimeOffset now)
    {
        if (Dates is OrderDates.Any)
        {
            return this;
        }

        var (first, last) = LocalDays.Of(Dates, LocalDays.At(now, zone), From, To);
        return this with { Dates = OrderDates.Custom, From = first, To = last };
    }

    /// <summary>Where the page begins, for somebody in this zone; null: with the first row.</summary>
    public string? Place(TimeZoneInfo zone) => (Cursor, Sort, At) switch
    {
        ({ } cursor, _, _) => cursor,
        (null, OrderSort.CreatedAt, { } day) when Ascending => OrderReader.From(LocalDays.Start(day, zone), ascending: true),
        (null, OrderSort.CreatedAt, { } day) when day < DateOnly.MaxValue => OrderReader.From(LocalDays.Start(day.AddDays(1), zone), ascending: false),
        _ => null,
    };

    /// <summary>Reads an address; what it does not understand is as if it were not there.</summary>
    public static OrderListQuery Parse(string uri)
    {
        var query = new AddressQuery(uri);
        return new OrderListQuery
        {
            Statuses = [.. query.All("status").Distinct(StringComparer.Ordinal)],
            Dates = query.Named<OrderDates>("date", Name) ?? OrderDates.Any,
            From = Day(query, "from"),
            To = Day(query, "to"),
            SellerId = query.One("seller"),
            Origin = query.One("origin"),
            AffiliateId = query.One("affiliate"),
            OnlyOpenRequests = query.One("requests") == "open",
            CanceledById = query.One("canceledBy"),
            ReasonCode = query.One("reason"),
            AskedBy = query.Named<Side>("side", Name),
            CancelDelay = query.Named<CancelDelay>("delay", Name),
            MoneyBack = query.Named<MoneyBack>("refund", Name),
            SkuId = query.One("sku"),
            ValueFrom = query.Whole("min"),
            ValueTo = query.Whole("max"),
            ViewId = query.One("view"),
            SavedId = query.One(SavedName),
            Sort = query.Named<OrderSort>("sort", Name) ?? OrderSort.CreatedAt,
            Ascending = query.One("dir") == "asc",
            At = Day(query, "at"),
            Cursor = query.One("cursor"),
        };
    }

    /// <summary>The query of an address, without the question mark; what is as always is left out.</summary>
    public string ToQueryString() => AddressQuery.Write(Parts());

    /// <summary>What the list shows, for somebody in this zone at this moment.</summary>
    /// <param name="text">The text behind <see cref="ViewId"/>.</param>
    public OrderFilter ToFilter(string? text, TimeZoneInfo zone, DateTimeOffset now)
    {
        var (first, last) = LocalDays.Of(Dates, LocalDays.At(now, zone), From, To);
        return new OrderFilter
        {
            Statuses = Statuses,
            CreatedFrom = first is { } from ? LocalDays.Start(from, zone) : null,
            CreatedBefore = last is { } to && to < DateOnly.MaxValue ? LocalDays.Start(to.AddDays(1), zone) : null,
            SellerId = SellerId,
            Origin = Origin,
            AffiliateId = AffiliateId,
            OnlyOpenRequests = OnlyOpenRequests,
            CanceledById = CanceledById,
            ReasonCode = ReasonCode,
            AskedBy = AskedBy,
            CancelDelay = CancelDelay,
            MoneyBack = MoneyBack,
            ValueFrom = ValueFrom,
            ValueTo = ValueTo,
            Terms = SkuId is { } sku ? [new(TermKind.Sku, [sku])] : [],
            Text = text,
            Sort = Sort,
            Ascending = Ascending,
        };
    }

    private IEnumerable<(string Name, string? Value)> Parts() =>
    [
        .. Statuses.Select(status => ("status", (string?)status)),
        ("date", Dates is OrderDates.Any ? null : Name(Dates)),
        ("from", Dates is OrderDates.Custom ? Text(From) : null),
        ("to", Dates is OrderDates.Custom ? Text(To) : null),
        ("seller", SellerId),
        ("origin", Origin),
        ("affiliate", AffiliateId),
        ("requests", OnlyOpenRequests ? "open" : null),
        ("canceledBy", CanceledById),
        ("reason", ReasonCode),
        ("side", AskedBy is { } side ? Name(side) : null),
        ("delay", CancelDelay is { } delay ? Name(delay) : null),
        ("refund", MoneyBack is { } money ? Name(money) : null),
        ("sku", SkuId),
        ("min", ValueFrom?.ToString(CultureInfo.InvariantCulture)),
        ("max", ValueTo?.ToString(CultureInfo.InvariantCulture)),
        ("view", ViewId),
        (SavedName, SavedId),
        ("sort", Sort is OrderSort.CreatedAt ? null : Name(Sort)),
        ("dir", Ascending ? "asc" : null),
        ("at", Cursor is null && Sort is OrderSort.CreatedAt ? Text(At) : null),
        ("cursor", Cursor),
    ];

    private static DateOnly? Day(AddressQuery query, string name) =>
        DateOnly.TryParseExact(query.One(name), DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? Text(DateOnly? day) => day?.ToString(DayFormat, CultureInfo.InvariantCulture);

    private static string Name<T>(T value)
        where T : struct, Enum => char.ToLowerInvariant(value.ToString()[0]) + value.ToString()[1..];
}
