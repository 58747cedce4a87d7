using System.Collections.Immutable;

namespace AdminOrders.Core.Orders;

/// <summary>A cancellation request as a document tells it (<c>cancellationRequests[]</c> or <c>cancellationData</c>).</summary>
/// <param name="Id">As it came (a GUID in any form, other text, or null): a stable id of 32 hex digits is made of it.</param>
/// <param name="Side">See <see cref="ImportRules.SideOf"/>; null: not readable.</param>
/// <param name="At">When it was asked, UTC; null: not readable.</param>
/// <param name="Reason">As typed; cut at 500 characters.</param>
/// <param name="IsDeclined"><c>deniedBySeller</c>: history, not an open request.</param>
public sealed record ImportedRequest(string? Id, Side? Side, DateTimeOffset? At, string? Reason, bool IsDeclined = false);

/// <summary>What a document says that rules look at, in plain values; the reader fills it and <see cref="ImportRules.Complete"/> does the rest.</summary>
public sealed record ImportedState
{
    /// <summary>
    /// Order id, raw status, value, currency, seller, channel, flags, creation, items, invoices, payments and reservations as the document has them.
    /// Status before, deadlines, requests, cancellation and the sums of the invoices are left empty: they are computed.
    /// </summary>
    public required OrderFacts Told { get; init; }

    /// <summary>Raw statuses of <c>workflowData</c> (the timeline's step names), oldest first.</summary>
    public ImmutableArray<string> WorkflowStatuses { get; init; } = [];

    /// <summary><c>cancellationRequests</c>, in the document's order.</summary>
    public ImmutableArray<ImportedRequest> Requests { get; init; } = [];

    /// <summary><c>cancellationData</c> in either casing, or null.</summary>
    public ImportedRequest? CancellationData { get; init; }

    /// <summary><c>lastChange</c>: taken for the instant at which the order entered its status.</summary>
    public DateTimeOffset LastChangeAt { get; init; }

    /// <summary>When payment was authorized (<c>authorizedDate</c>), or null.</summary>
    public DateTimeOffset? AuthorizedAt { get; init; }

    /// <summary>The earliest <c>dueDate</c> of a payment that is not yet approved, or null.</summary>
    public DateTimeOffset? PaymentDueAt { get; init; }
}
