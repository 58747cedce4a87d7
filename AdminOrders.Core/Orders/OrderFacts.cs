using System.Collections.Immutable;

namespace AdminOrders.Core.Orders;

/// <summary>
/// What a decision needs to know of an order. Lists and buttons fill the first part from one narrow row;
/// a change loads the parts too. All money is in minor units of <see cref="Currency"/>, all instants are UTC.
/// </summary>
public sealed record OrderFacts
{
    public required string OrderId { get; init; }

    /// <summary>Raw status, open text; "" for an incomplete order.</summary>
    public required string Status { get; init; }

    /// <summary>The last status outside Requested; set only while requested.</summary>
    public string? StatusBefore { get; init; }

    public required long Value { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    public required string SellerId { get; init; }

    public required string SalesChannel { get; init; }

    /// <summary>Sold on a marketplace: it comes from a channel with an affiliate of its own.</summary>
    public bool IsMarketplaceOrder { get; init; }

    /// <summary>X: fulfilled by an external seller, one with an endpoint configured.</summary>
    public bool IsExternalSeller { get; init; }

    /// <summary>The channel sends the goods from its own warehouse: nothing is kept here, and nobody here can cancel it.</summary>
    public bool IsFulfilledByChannel { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the status's own timer is due (end of the window, payment's due date, 30 days of authorization …); null: none.</summary>
    public DateTimeOffset? StatusDueAt { get; init; }

    /// <summary>Number and sum of the Output invoices.</summary>
    public int OutputInvoices { get; init; }

    public long InvoicedValue { get; init; }

    /// <summary>Number and sum of the Input (return) invoices.</summary>
    public int InputInvoices { get; init; }

    public long ReturnedValue { get; init; }

    /// <summary>Open cancellation requests, oldest first.</summary>
    public ImmutableArray<OpenRequest> Requests { get; init; } = [];

    /// <summary>Who answers them; null: nobody has taken them. It decides nothing but who may take them, and moves no version.</summary>
    public Assignee? Assignee { get; init; }

    /// <summary>When a request of the customer was last declined.</summary>
    public DateTimeOffset? CustomerDeclinedAt { get; init; }

    /// <summary>What canceled the order; null until then.</summary>
    public Cancellation? Cancellation { get; init; }

    /// <summary>Whether this installation moved the status since it last took one from a document.</summary>
    public bool IsMovedHere { get; init; }

    /// <summary>The order's payment is known to be approved, whatever the status says.</summary>
    public bool IsPaymentRecorded { get; init; }

    /// <summary>Moves with everything that rules see.</summary>
    public long Version { get; init; }

    /// <summary>SHA-256 of the last document taken, lower-case hex; null: none, or not looked up. An equal document changes nothing.</summary>
    public string? DocumentHash { get; init; }

    public ImmutableArray<ItemFact> Items { get; init; } = [];

    public ImmutableArray<InvoiceFact> Invoices { get; init; } = [];

    public ImmutableArray<PaymentFact> Payments { get; init; } = [];

    public ImmutableArray<ReservationFact> Reservations { get; init; } = [];

    /// <summary>The effect that the command names, where it names one. It decides about that effect only, and moves no version.</summary>
    public ImmutableArray<EffectFact> Effects { get; init; } = [];

    /// <summary>An order that is not on record: its version is 0, and only <see cref="RecordImportedState"/> is accepted.</summary>
    public static OrderFacts NotOnRecord(string orderId) => new()
    {
        OrderId = orderId,
        Status = "",
        Value = 0,
        Currency = "",
        SellerId = "",
        SalesChannel = "",
        CreatedAt = DateTimeOffset.UnixEpoch,
    };

    public Stage Stage => Stages.Of(Status);

    /// <summary>P: at least one Output invoice and not wholly invoiced. Never computed from amounts.</summary>
    public bool IsPartlyInvoiced => OutputInvoices > 0 && Status != Orders.Status.Invoiced;

    /// <summary>R: at least one Input invoice, and they cover the Output ones.</summary>
    public bool IsReturned => InputInvoices > 0 && ReturnedValue >= InvoicedValue;

    /// <summary>Packers must stop: a cancellation is asked for while the warehouse works on the order.</summary>
    public bool IsOnHold => Stages.IsOnHold(Status, StatusBefore);

    /// <summary>Σ Output covers the order's value.</summary>
    public bool IsCoveredByInvoices => OutputInvoices > 0 && InvoicedValue >= Value;

    /// <summary>The status that counts for the order's own clock and for what a request suspends: the one before, while requested.</summary>
    public string StatusOutsideRequest => Stage is Stage.Requested ? StatusBefore ?? Orders.Status.ReadyForHandling : Status;

    /// <summary>The earliest due date of an open request.</summary>
    public DateTimeOffset? RequestDueAt => Requests.IsEmpty ? null : Requests.Min(request => request.DueAt);
}

/// <summary>A cancellation that somebody asked for and nobody answered.</summary>
/// <param name="Id">32 hex digits.</param>
/// <param name="RequestedBy">For whom it is asked.</param>
/// <param name="EnteredBy">Id of the actor who entered it.</param>
/// <param name="EnteredBySide">That actor's side.</param>
/// <param name="EnteredByIssuer">The user behind that actor's app key, if it is one of the store.</param>
/// <param name="Receipt">Id of the history row that established it; "" until it is stored.</param>
public sealed record OpenRequest(
    string Id, Side RequestedBy, string EnteredBy, Side EnteredBySide, string? EnteredByIssuer,
    DateTimeOffset RequestedAt, DateTimeOffset DueAt, Reason Reason, string Receipt = "");

/// <summary>The result that stays: who canceled for whom, when and why.</summary>
/// <param name="RequestId">The confirmed request; null for a direct cancellation.</param>
/// <param name="Receipt">Id of the history row that canceled; "" until it is stored.</param>
public sealed record Cancellation(DateTimeOffset At, Side RequestedBy, string By, string? RequestId, Reason Reason, string Receipt = "");

/// <summary>Why: an entry of the store's list, free text, or both; the API may give none.</summary>
/// <param name="LabelId">The wording of the list's entry as it was when it was chosen.</param>
/// <param name="Text">Up to 500 characters as typed.</param>
public sealed record Reason(int? LabelId, string? Text)
{
    public static Reason None { get; } = new(null, null);
}

/// <summary>A line of the order. Quantities are units; <paramref name="UnitPrice"/> is what the customer pays per unit.</summary>
public sealed record ItemFact(
    int Index, string SkuId, string Name, int Quantity, int InvoicedQuantity, int RemovedQuantity, long UnitPrice,
    int ReturnedQuantity = 0)
{
    /// <summary>Units neither invoiced nor removed.</summary>
    public int Open => Quantity - InvoicedQuantity - RemovedQuantity;
}

/// <summary>An invoice on record.</summary>
public sealed record InvoiceFact(string Number, InvoiceType Type, long Value);

/// <summary>VTEX's two directions of an invoice.</summary>
public enum InvoiceType
{
    /// <summary>A sale.</summary>
    Output,

    /// <summary>A return.</summary>
    Input,
}

/// <summary>Where a payment stands.</summary>
public enum PaymentState
{
    Pending,
    Authorized,

    /// <summary>A capture has claimed the payment and waits for the provider.</summary>
    Capturing,
    Captured,
    Voided,
    Denied,
}

/// <summary>A payment, minor units. <paramref name="Owed"/> is what is already owed back and not done.</summary>
public sealed record PaymentFact(string Id, PaymentState State, long Value, long Captured, long Refunded, long Owed)
{
    /// <summary>What a refund may still take: captured − refunded − already owed.</summary>
    public long Refundable => Math.Max(0, Captured - Refunded - Owed);

    /// <summary>Whether all that is owed back of it is captured.</summary>
    public bool IsCapturedEnough => Captured >= Refunded + Owed;

    /// <summary>What captures have claimed that the provider has not answered yet; 0 where somebody else captures.</summary>
    public long Claimed { get; init; }

    /// <summary>Its approval means that the money has arrived (see <see cref="PaymentGroups"/>).</summary>
    public bool SettlesAtOnce { get; init; }

    /// <summary>What a capture may still claim of what is authorized.</summary>
    public long Capturable => State is PaymentState.Authorized or PaymentState.Capturing or PaymentState.Captured ? Math.Max(0, Value - Captured - Claimed) : 0;
}

/// <summary>How far a reservation has gone.</summary>
public enum ReservationState
{
    Authorized,
    Confirmed,

    /// <summary>The warehouse has taken the units.</summary>
    Acknowledged,

    /// <summary>Closed: every unit released or consumed.</summary>
    Closed,
}

/// <summary>Units of a line that a warehouse keeps for the order. <c>Reserved − Released − Consumed</c> are still held.</summary>
public sealed record ReservationFact(
    string Id, int ItemIndex, string WarehouseId, string SkuId, ReservationState State, int Reserved, int Released, int Consumed)
{
    public int Held => Reserved - Released - Consumed;
}
