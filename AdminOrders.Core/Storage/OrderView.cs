using System.Collections.Immutable;
using System.Text.Json;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>One order as its page shows it. Money in minor units of the order's currency, instants in UTC.</summary>
public sealed record OrderView
{
    public required long Key { get; init; }

    /// <summary>Position of the last thing that happened to the order.</summary>
    public required long Position { get; init; }

    /// <summary>What the rules see: buttons and previews are asked of it.</summary>
    public required OrderFacts Facts { get; init; }

    public required OrderDescription Description { get; init; }

    /// <summary>Who canceled, by name; null until canceled.</summary>
    public string? CanceledBy { get; init; }

    public ImmutableArray<InvoiceView> Invoices { get; init; } = [];

    public ImmutableArray<PaymentView> Payments { get; init; } = [];

    public ImmutableArray<ReservationView> Reservations { get; init; } = [];

    /// <summary>Every request, open or ended, newest first.</summary>
    public ImmutableArray<RequestView> Requests { get; init; } = [];

    /// <summary>Everything that happened, newest first.</summary>
    public ImmutableArray<HistoryView> History { get; init; } = [];

    public ImmutableArray<DeliveryView> Deliveries { get; init; } = [];

    public ImmutableArray<AlertView> Alerts { get; init; } = [];

    /// <summary>The wordings of reasons that the order names, by their ids.</summary>
    public ImmutableDictionary<int, ReasonLabel> ReasonLabels { get; init; } = ImmutableDictionary<int, ReasonLabel>.Empty;

    /// <summary>The imported document; an undefined element where there is none.</summary>
    public JsonElement Document { get; init; }

    public string OrderId => Facts.OrderId;

    /// <summary>Requests that nobody answered yet, newest first.</summary>
    public IEnumerable<RequestView> OpenRequests => Requests.Where(request => request.State is RequestState.Open);
}

/// <summary>An invoice on record.</summary>
public sealed record InvoiceView(InvoiceType Type, InvoiceData Data)
{
    /// <summary>How far its parcel has come; null: nobody has told.</summary>
    public ParcelView? Parcel { get; init; }
}

/// <summary>What a carrier told of a parcel. The date is as the sender wrote it.</summary>
public sealed record ParcelView(bool IsDelivered, string? DeliveredDate, ImmutableArray<TrackingStep> Steps)
{
    /// <summary>What the invoice's row says; null: nobody has told.</summary>
    public static ParcelView? Of(InvoiceRow invoice) => invoice.IsDelivered is { } delivered ? Of(delivered, invoice.DeliveredDate, invoice.Steps) : null;

    /// <param name="steps">JSON of <see cref="TrackingStep"/>s; null: none.</param>
    public static ParcelView Of(bool isDelivered, string? deliveredDate, string? steps) =>
        new(isDelivered, deliveredDate, steps is null ? [] : JsonSerializer.Deserialize<ImmutableArray<TrackingStep>>(steps));
}

/// <summary>A payment, how it is called and what is owed back on it.</summary>
public sealed record PaymentView(PaymentFact Fact, PaymentDescription Description, DebtKind? OwedKind);

/// <summary>A reservation, and where units went when it was closed.</summary>
public sealed record ReservationView(ReservationFact Fact, StockDestination? Destination);

/// <summary>A cancellation request and how it ended.</summary>
public sealed record RequestView(
    string Id, Side RequestedBy, Side EnteredBySide, string EnteredBy, string EnteredByName, Reason Reason, string? Note,
    DateTimeOffset RequestedAt, DateTimeOffset DueAt, RequestState State, DateTimeOffset? ClosedAt, string? ClosedByName);

/// <summary>Something that happened.</summary>
/// <param name="Id">32 hex digits: the receipt.</param>
/// <param name="Kind">The event's kind as it is kept.</param>
/// <param name="Status">The raw status after it.</param>
/// <param name="Payload">The event's JSON, without free texts.</param>
public sealed record HistoryView(
    string Id, int Number, DateTimeOffset At, string Kind, string Status, Side ActorSide, string ActorId, string ActorName, JsonElement Payload)
{
    /// <summary>The event as the rules know it, without its free texts.</summary>
    public required OrderEvent Event { get; init; }

    /// <summary>Free texts by name; an erased one is not there.</summary>
    public ImmutableDictionary<string, string> Texts { get; init; } = ImmutableDictionary<string, string>.Empty;
}

/// <summary>What an event owed the outside and how far that is.</summary>
public sealed record DeliveryView(string HistoryId, string Consumer, DeliveryState State, int Attempts, string? LastAnswer);

/// <summary>A situation for a person.</summary>
public sealed record AlertView(AlertKind Kind, DateTimeOffset RaisedAt);
