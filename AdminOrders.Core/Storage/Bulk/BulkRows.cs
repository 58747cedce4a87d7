using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage.Bulk;

/// <summary>The same done about many orders: what, by whom, and how far it is.</summary>
public sealed class BulkJobRow
{
    /// <summary>32 hex digits.</summary>
    public required string Id { get; set; }

    public BulkKind Kind { get; set; }

    public BulkState State { get; set; }

    /// <summary>Who wants it, for example <c>user:…</c>; what they may is asked anew while it runs.</summary>
    public required string ActorId { get; set; }

    public required string ActorName { get; set; }

    /// <summary>UTC ticks.</summary>
    public long CreatedAt { get; set; }

    public long? StartedAt { get; set; }

    public long? EndedAt { get; set; }

    /// <summary>JSON of the command that each order gets, see <see cref="BulkCommand"/>.</summary>
    public required string Command { get; set; }

    /// <summary>How many orders it is about.</summary>
    public int Total { get; set; }

    /// <summary>What would happen to each is known.</summary>
    public bool IsLookedAt { get; set; }

    /// <summary>JSON of <see cref="BulkTally"/>.</summary>
    public required string Tally { get; set; }

    /// <summary>Why it does not go on by itself; null: nothing is in its way.</summary>
    public BulkObstacle? Obstacle { get; set; }

    /// <summary>SHA-256 of the call that made it, hex; null: it came another way, or the call named no key.</summary>
    public string? Fingerprint { get; set; }

    /// <summary>Moves with whatever a page shows.</summary>
    public long Version { get; set; }
}

/// <summary>One order of a bulk job. Who asked what, and what came of it, stays for ever.</summary>
public sealed class BulkItemRow
{
    public required string JobId { get; set; }

    /// <summary>From 1, in the order in which they were chosen.</summary>
    public int Place { get; set; }

    /// <summary>Null: there was no such order, or not for who asked.</summary>
    public long? OrderKey { get; set; }

    public required string OrderId { get; set; }

    /// <summary>The request that was seen, of an answer to it; null: the command answers none.</summary>
    public string? RequestId { get; set; }

    /// <summary>Another reason than the job's; null: the same.</summary>
    public int? ReasonLabelId { get; set; }

    /// <summary>What would happen, as the rules said when it was looked at; <see cref="BulkOutcome.None"/>: nobody has looked.</summary>
    public BulkOutcome Forecast { get; set; }

    /// <summary>Why it would be refused.</summary>
    public Refusal? Foreseen { get; set; }

    /// <summary>Units that the warehouse has taken would become free.</summary>
    public bool FreesAcknowledged { get; set; }

    /// <summary>What came of it; <see cref="BulkOutcome.None"/>: it waits.</summary>
    public BulkOutcome Outcome { get; set; }

    /// <summary>Why it was refused.</summary>
    public Refusal? Refusal { get; set; }

    /// <summary>The row of the history that says so; where it failed, the trace.</summary>
    public string? Receipt { get; set; }

    /// <summary>UTC ticks; null: it waits.</summary>
    public long? At { get; set; }
}
