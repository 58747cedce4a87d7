namespace AdminOrders.Core.Storage.Stock;

/// <summary>Where a page of levels begins: behind a level, or before it. Opaque outside.</summary>
/// <param name="SearchName">The level's, where the list goes by names there; null: it goes by SKUs.</param>
internal sealed record StockCursor(string? SearchName, StockPlace Place, bool Backward)
{
    /// <summary>Letters, digits, <c>-</c> and <c>_</c> only.</summary>
    public string Encode() => OpaqueText.Of(this);

    /// <summary>The cursor that the text says; null where it is none.</summary>
    public static StockCursor? Decode(string? text) =>
        OpaqueText.Read<StockCursor>(text) is { Place: { SkuId: { } sku, WarehouseId: { } warehouse } } cursor
        && !(cursor.SearchName + sku + warehouse).Any(char.IsControl)
            ? cursor
            : null;
}
