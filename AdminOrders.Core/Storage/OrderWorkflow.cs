using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>One command for one order, and who sends it.</summary>
/// <param name="OrderId">The order's id as its channel writes it.</param>
public sealed record OrderRequest(string OrderId, OrderCommand Command, Actor Actor)
{
    /// <summary>
    /// Fingerprint of the preview that the sender saw (<see cref="Preview.Fingerprint"/>); when what would happen is no longer that,
    /// the command is refused with <see cref="Refusal.ChangedMeanwhile"/> and nothing is written. Null: not asked.
    /// </summary>
    public string? ExpectedPreview { get; init; }
}

/// <summary>What a sender is told.</summary>
/// <param name="Decision">Accepted, unchanged or refused.</param>
/// <param name="Status">The order's raw status now.</param>
/// <param name="Version">The order's version now.</param>
public sealed record Answer(Decision Decision, string Status, long Version)
{
    /// <summary>Receipt (history id, 32 hex digits) and instant of what the answer says; null where nothing established it.</summary>
    public EarlierAnswer? Receipt { get; init; }

    /// <summary>The last thing that happened to the order: who, what, when. Told to the loser of a race.</summary>
    public LastChange? LastChange { get; init; }
}

/// <summary>Who did what and when.</summary>
/// <param name="Kind">The event's kind, as in the history.</param>
public sealed record LastChange(string Kind, Side Side, string ActorName, DateTimeOffset At, string Status);

/// <summary>The one way to change an order.</summary>
public sealed class OrderWorkflow
{
    /// <summary>Queues the command and answers when it is committed, unchanged or refused. The token stops the waiting, never the work.</summary>
#pragma warning disable CA1822
    public Task<Answer> Send(OrderRequest request, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Lands with the write path.");

    /// <summary>What the command would do now, due timers applied first; null for an unknown order. Writes nothing.</summary>
    public Task<OrderPreview?> Preview(string orderId, OrderCommand command, Actor actor, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Lands with the write path.");
}
