namespace AdminOrders.Core.Storage.Stock;

/// <summary>What a warehouse has of a SKU, in units. Counted units include the reserved ones until they leave.</summary>
public sealed class StockLevelRow
{
    public const int LongestSearchName = 100;

    public required string SkuId { get; set; }

    public required string WarehouseId { get; set; }

    /// <summary>As the last order with it called it.</summary>
    public string Name { get; set; } = "";

    /// <summary>The beginning of the name, as searches are written (<see cref="SearchText.Fold"/>).</summary>
    public string SearchName { get; set; } = "";

    /// <summary>Null: not counted.</summary>
    public long? OnHand { get; set; }

    /// <summary>So many more than were counted have left since: the level has to be counted again.</summary>
    public long Missing { get; set; }

    /// <summary>Held by open reservations.</summary>
    public long Reserved { get; set; }

    public long Quarantined { get; set; }

    /// <summary>What is looked up of a name: its first hundred characters, none of them halved.</summary>
    public static string SearchNameOf(string name)
    {
        var folded = SearchText.Fold(name);
        return folded.Length <= LongestSearchName ? folded : folded[..(char.IsHighSurrogate(folded[LongestSearchName - 1]) ? LongestSearchName - 1 : LongestSearchName)];
    }
}

/// <summary>What became of units.</summary>
public enum StockMovementKind
{
    /// <summary>Somebody counted that many; whatever moved before is in it.</summary>
    Counted,

    /// <summary>Reserved no longer, on sale again.</summary>
    Released,
    Quarantined,
    WrittenOff,

    /// <summary>They left with an invoice.</summary>
    Invoiced,

    /// <summary>Kept for a reservation without an order.</summary>
    Reserved,

    /// <summary>The order of such a reservation came in, and holds units itself.</summary>
    TakenOver,

    /// <summary>Out of quarantine, on sale again.</summary>
    BackOnSale,

    /// <summary>Out of quarantine, written off.</summary>
    Discarded,

    /// <summary>So many more left than were counted; nothing is on hand then.</summary>
    Missing,
}

/// <summary>Units that moved, or were counted. Rows are only ever added; a level follows from them in the order of their ids.</summary>
public sealed class StockMovementRow
{
    public long Id { get; set; }

    public required string SkuId { get; set; }

    public required string WarehouseId { get; set; }

    public long At { get; set; }

    public StockMovementKind Kind { get; set; }

    public long Quantity { get; set; }

    /// <summary>Null: no order moved them.</summary>
    public long? OrderKey { get; set; }

    public string? ReservationId { get; set; }

    /// <summary>The event that moved them, which says who and why.</summary>
    public string? HistoryId { get; set; }

    /// <summary>Who counted; null: the event's actor.</summary>
    public string? ActorId { get; set; }

    public string? ActorName { get; set; }

    /// <summary>What who counted wrote to it.</summary>
    public string? Note { get; set; }
}
