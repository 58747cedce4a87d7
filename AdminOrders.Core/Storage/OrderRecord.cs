using System.Collections.Immutable;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>One order with its document, for whoever writes it out whole. Money in minor units, instants in UTC.</summary>
public sealed record OrderRecord
{
    /// <summary>What the rules see, parts included but for reservations.</summary>
    public required OrderFacts Facts { get; init; }

    public required OrderDescription Description { get; init; }

    /// <summary>The imported document, UTF-8 JSON; empty where there is none.</summary>
    public byte[] Document { get; init; } = [];

    /// <summary>In the order in which they were recorded.</summary>
    public ImmutableArray<InvoiceView> Invoices { get; init; } = [];

    /// <summary>In the order in which the rules look at them; none where the document tells of payments.</summary>
    public ImmutableArray<PaymentDescription> Payments { get; init; } = [];

    /// <summary>Every request, open or ended, oldest first.</summary>
    public ImmutableArray<RecordedRequest> Requests { get; init; } = [];

    /// <summary>What happened here after the order came in, oldest first.</summary>
    public ImmutableArray<RecordedEvent> Events { get; init; } = [];

    /// <summary>What the reasons that the order names are called.</summary>
    public ImmutableDictionary<int, ReasonLabel> ReasonLabels { get; init; } = ImmutableDictionary<int, ReasonLabel>.Empty;
}

/// <summary>A cancellation request and how it ended.</summary>
/// <param name="Answer">What was written to the customer when it was declined; null: nothing.</param>
public sealed record RecordedRequest(
    string Id, Side RequestedBy, Reason Reason, DateTimeOffset RequestedAt, RequestState State, DateTimeOffset? ClosedAt, string? Answer);

/// <summary>Something that happened.</summary>
/// <param name="Id">32 hex digits: the receipt.</param>
/// <param name="Status">The raw status after it.</param>
/// <param name="Reason">The free text of that name, where it was given and not erased.</param>
public sealed record RecordedEvent(string Id, DateTimeOffset At, string Status, OrderEvent Event, string? Reason);
