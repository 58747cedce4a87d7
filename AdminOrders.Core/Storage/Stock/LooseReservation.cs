namespace AdminOrders.Core.Storage.Stock;

/// <summary>Units that a reservation without an order keeps.</summary>
/// <param name="SlaType">The delivery that it is for, as its sender calls it; "": not told.</param>
/// <param name="DockId">The same of the loading dock.</param>
public sealed record LooseUnits(StockPlace Place, int Quantity, string SlaType = "", string DockId = "");

/// <summary>What somebody wants to have kept.</summary>
/// <param name="Id">The lock's id: 1 to 200 characters, no slash.</param>
/// <param name="Ttl">How long it waits for its confirmation, longer than zero.</param>
/// <param name="Units">At least one, each place once.</param>
public sealed record LooseHold(string Id, string SalesChannel, TimeSpan Ttl, IReadOnlyList<LooseUnits> Units)
{
    /// <summary>Whether counted units have to suffice; what is not counted always does.</summary>
    public bool NeedsStock { get; init; }
}

/// <summary>A reservation without an order, as it is now.</summary>
/// <param name="ExpiresAt">From then on it can be confirmed no longer.</param>
/// <param name="EndedAt">Null: it holds its units.</param>
public sealed record LooseReservation(
    string Id, LooseState State, string SalesChannel, DateTimeOffset ReservedAt, DateTimeOffset ExpiresAt, DateTimeOffset? ConfirmedAt,
    DateTimeOffset? AcknowledgedAt, DateTimeOffset? EndedAt, IReadOnlyList<LooseUnits> Units)
{
    /// <summary>The order that took it over; null: none did.</summary>
    public string? OrderId { get; init; }

    public bool IsOpen => EndedAt is null;
}

/// <summary>Why a reservation without an order does not do what was asked.</summary>
public enum LooseProblem
{
    NotFound,

    /// <summary>It is an order's: what happens to the order happens to it.</summary>
    OfAnOrder,

    /// <summary>Another one has that id.</summary>
    IdTaken,

    /// <summary>Fewer units are on sale than it asks for.</summary>
    NoStock,

    /// <summary>It holds nothing any more.</summary>
    Over,

    /// <summary>It has to be confirmed before the warehouse takes it.</summary>
    NotConfirmed,
}

/// <summary>What came of it.</summary>
/// <param name="Reservation">As it is now; null: there is none.</param>
/// <param name="Problem">Null: it is as was asked, whether or not it was before.</param>
public sealed record LooseAnswer(LooseReservation? Reservation, LooseProblem? Problem = null);
