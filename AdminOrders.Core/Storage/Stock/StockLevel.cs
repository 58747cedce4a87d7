namespace AdminOrders.Core.Storage.Stock;

/// <summary>Where units of a SKU lie.</summary>
public readonly record struct StockPlace(string SkuId, string WarehouseId);

/// <summary>What a warehouse has of a SKU, in units.</summary>
/// <param name="Name">As the last order with it called it; empty: none did.</param>
/// <param name="OnHand">Counted, the reserved ones among them; null: not counted.</param>
/// <param name="Reserved">Held by open reservations.</param>
public sealed record StockLevel(StockPlace Place, string Name, long? OnHand, long Reserved, long Quarantined)
{
    /// <summary>What can still be sold; below zero: orders hold more than is there. Null: not counted.</summary>
    public long? Available => OnHand - Reserved;

    /// <summary>So many more have left than were counted: it has to be counted again.</summary>
    public long Missing { get; init; }
}

/// <summary>What may be wrong with a level; the names stand in addresses and in the texts' keys.</summary>
public enum StockState
{
    NotCounted,

    /// <summary>Orders hold more than was counted.</summary>
    Negative,

    /// <summary>More has left than was counted.</summary>
    ToCount,
}

/// <summary>Which levels are shown; a null means any.</summary>
/// <param name="Text">What the SKU or its name begins with.</param>
public sealed record StockFilter(string? Text = null, string? WarehouseId = null, StockState? State = null);

/// <summary>One page of levels, and where it goes on; a null cursor means there is nothing more that way.</summary>
public sealed record StockLevels(IReadOnlyList<StockLevel> Rows, string? Next, string? Previous);
