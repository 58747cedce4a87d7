using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>What happened; never touched again.</summary>
public sealed class HistoryRow
{
    /// <summary>Drawn under the lock that orders commits: followers keep a cursor over it.</summary>
    public long Position { get; set; }

    /// <summary>32 hex digits: the receipt.</summary>
    public required string HistoryId { get; set; }

    public long OrderKey { get; set; }

    /// <summary>1, 2, 3 … without a gap within the order.</summary>
    public int Number { get; set; }

    public long At { get; set; }

    public required string Kind { get; set; }

    public int KindVersion { get; set; }

    /// <summary>The status after the event.</summary>
    public required string Status { get; set; }

    public Side ActorSide { get; set; }

    public required string ActorId { get; set; }

    public string ActorName { get; set; } = "";

    public required string Payload { get; set; }

    /// <summary><c>name=hash;…</c> of the free texts, each salted; the texts lie in <see cref="HistoryTextRow"/>.</summary>
    public string TextHashes { get; set; } = "";

    /// <summary>SHA-256 over this row and the hash of the order's row before (<see cref="HistoryHash"/>).</summary>
    public byte[] Hash { get; set; } = [];
}

/// <summary>A free text of a history row. Erasing the value leaves the chain intact.</summary>
public sealed class HistoryTextRow
{
    public required string HistoryId { get; set; }

    public required string Name { get; set; }

    public long OrderKey { get; set; }

    public byte[] Salt { get; set; } = [];

    public string? Value { get; set; }
}

/// <summary>Something that an event still owes the outside.</summary>
public sealed class DeliveryRow
{
    public long Id { get; set; }

    public long OrderKey { get; set; }

    public required string HistoryId { get; set; }

    /// <summary><c>payment</c>, <c>mail-store</c>, <c>mail-customer</c>, <c>channel</c> …</summary>
    public required string Consumer { get; set; }

    /// <summary>The payment of a debt; "": the order as a whole. Deliveries about one thing go out one after another.</summary>
    public string Subject { get; set; } = "";

    public DeliveryState State { get; set; }

    public int Attempts { get; set; }

    /// <summary>Of these a person said: try it again as a new one.</summary>
    public int AttemptsBefore { get; set; }

    public long? NextAttemptAt { get; set; }

    /// <summary>A process calls out for it; in the past where that process died. Null: none does.</summary>
    public long? ClaimedUntil { get; set; }

    public string? LastAnswer { get; set; }
}

public enum DeliveryState
{
    Owed,
    Done,
    Failed,
    DoneByHand,
}

/// <summary>The one counter that positions are drawn from.</summary>
public sealed class PositionRow
{
    public int Id { get; set; }

    public long Last { get; set; }
}
