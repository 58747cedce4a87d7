using System.Collections.Immutable;

namespace AdminOrders.Core.Orders;

/// <summary>What of an order's document lists show and look up beside its description. No rule looks at it.</summary>
public sealed record OrderListing
{
    /// <summary>The earliest and the latest estimate of its deliveries; null: none is given.</summary>
    public DateTimeOffset? EstimatedFrom { get; init; }

    public DateTimeOffset? EstimatedTo { get; init; }

    /// <summary>Made in a physical store.</summary>
    public bool IsInStore { get; init; }

    public string GiftListId { get; init; } = "";

    public string GiftListType { get; init; } = "";

    /// <summary>Who took the order on the phone; "" for nobody.</summary>
    public string OperatorName { get; init; } = "";

    /// <summary>Each once.</summary>
    public ImmutableArray<OrderTerm> Terms { get; init; } = [];

    /// <summary>What search looks into, made beside the document; null: it is made when it is written.</summary>
    public string? SearchText { get; init; }
}

/// <summary>A value that an order can be looked up by, exactly as its document has it: 1 to 200 characters.</summary>
public readonly record struct OrderTerm(TermKind Kind, string Value);

/// <summary>What a term is. The numbers are stored and never change.</summary>
public enum TermKind
{
    Sku = 1,

    /// <summary>How a payment is called: Visa, Pix.</summary>
    PaymentName = 2,

    /// <summary>Rates and benefits, by name.</summary>
    Promotion = 3,
    UtmSource = 4,
    GiftList = 5,

    /// <summary>The provider's id of a payment: tid.</summary>
    Transaction = 6,

    /// <summary>The id of the transaction that payments belong to.</summary>
    PciTransaction = 7,
    Payment = 8,
    Nsu = 9,
    CallCenterOperator = 10,

    /// <summary>Its only value is "true".</summary>
    InStore = 11,
}
