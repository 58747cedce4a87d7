using System.Data.Common;

namespace AdminOrders.Core.Storage;

/// <summary>One order as other systems list it. Money in minor units of <see cref="Currency"/>; texts are UTF-8, and empty where there is nothing.</summary>
public readonly struct OrderEntry
{
    /// <summary>Numbers and then texts, as <see cref="KeptRows"/> takes them; the properties know each by its place.</summary>
    internal const string Columns =
        """
        o."Key", o."CreatedAt", o."LastChangeAt", o."Value", o."Units", o."StatusDueAt", o."AuthorizedAt", o."EstimatedFrom", o."EstimatedTo",
        o."OrderId", o."Sequence", o."Status", o."CustomerName", o."Currency", o."PaymentNames", o."MarketplaceOrderId", o."Origin", o."AffiliateId",
        o."SalesChannel", o."GiftListId", o."GiftListType", o."OperatorName"
        """;

    private const int Numbers = 9;
    private const int Nullable = 4;
    private const int Texts = 13;
    private readonly KeptRows rows;
    private readonly int row;

    private OrderEntry(KeptRows rows, int row) => (this.rows, this.row) = (rows, row);

    public long Key => Number(0);

    public DateTimeOffset CreatedAt => Ticks.From(Number(1));

    public DateTimeOffset LastChangeAt => Ticks.From(Number(2));

    public long Value => Number(3);

    /// <summary>Units ordered and not removed.</summary>
    public long Units => Number(4);

    /// <summary>When the status's own timer is due.</summary>
    public DateTimeOffset? StatusDueAt => Ticks.From(rows.Number(row, 5));

    public DateTimeOffset? AuthorizedAt => Ticks.From(rows.Number(row, 6));

    public DateTimeOffset? EstimatedFrom => Ticks.From(rows.Number(row, 7));

    public DateTimeOffset? EstimatedTo => Ticks.From(rows.Number(row, 8));

    public ReadOnlySpan<byte> OrderId => rows.Text(row, 9);

    public ReadOnlySpan<byte> Sequence => rows.Text(row, 10);

    public ReadOnlySpan<byte> Status => rows.Text(row, 11);

    public ReadOnlySpan<byte> CustomerName => rows.Text(row, 12);

    public ReadOnlySpan<byte> Currency => rows.Text(row, 13);

    public ReadOnlySpan<byte> PaymentNames => rows.Text(row, 14);

    public ReadOnlySpan<byte> MarketplaceOrderId => rows.Text(row, 15);

    public ReadOnlySpan<byte> Origin => rows.Text(row, 16);

    public ReadOnlySpan<byte> AffiliateId => rows.Text(row, 17);

    public ReadOnlySpan<byte> SalesChannel => rows.Text(row, 18);

    public ReadOnlySpan<byte> GiftListId => rows.Text(row, 19);

    public ReadOnlySpan<byte> GiftListType => rows.Text(row, 20);

    public ReadOnlySpan<byte> OperatorName => rows.Text(row, 21);

    /// <summary>Room for so many.</summary>
    internal static KeptRows Room(int most) => new(Numbers, Nullable, Texts, most);

    /// <summary>Keeps a row of <see cref="Columns"/>.</summary>
    internal static OrderEntry Keep(KeptRows rows, DbDataReader row) => new(rows, rows.Add(row));

    private long Number(int column) => rows.Number(row, column)!.Value;
}
