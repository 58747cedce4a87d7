namespace AdminOrders.Core.Storage.Stock;

/// <summary>How far a reservation without an order has gone. The first three hold units.</summary>
public enum LooseState
{
    /// <summary>It waits for its confirmation, until its time is over.</summary>
    Authorized,

    /// <summary>It holds its units until somebody ends it.</summary>
    Confirmed,

    /// <summary>The warehouse has taken the units.</summary>
    Acknowledged,

    /// <summary>Nobody confirmed it in time.</summary>
    Expired,
    Canceled,

    /// <summary>Its order came in, and holds units itself.</summary>
    TakenOver,
}

/// <summary>Units that are kept for somebody of whom there is no order here (yet).</summary>
public sealed class LooseReservationRow
{
    public const int LongestId = 200;

    /// <summary>The lock's id, under which an order may come in later.</summary>
    public required string ReservationId { get; set; }

    public LooseState State { get; set; }

    public required string SalesChannel { get; set; }

    public long ReservedAt { get; set; }

    /// <summary>From then on it can be confirmed no longer.</summary>
    public long ExpiresAt { get; set; }

    public long? ConfirmedAt { get; set; }

    public long? AcknowledgedAt { get; set; }

    /// <summary>When it stopped holding units; null: it holds them.</summary>
    public long? EndedAt { get; set; }

    /// <summary>The order that took it over.</summary>
    public long? OrderKey { get; set; }
}

/// <summary>Units of a SKU that a reservation without an order holds in a warehouse, each once a reservation.</summary>
public sealed class LooseUnitsRow
{
    public required string ReservationId { get; set; }

    public required string SkuId { get; set; }

    public required string WarehouseId { get; set; }

    public int Quantity { get; set; }

    /// <summary>All of them while the reservation is open, then none.</summary>
    public int Held { get; set; }

    public string SlaType { get; set; } = "";

    public string DockId { get; set; } = "";
}
