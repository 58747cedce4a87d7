using System.Collections.Immutable;

namespace AdminOrders.Core.Orders;

/// <summary>An order as a document told it, ready to be stored: what rules see, what lists show, and the document itself.</summary>
public sealed record ImportedOrder
{
    /// <summary>The facts of the order were it new here (requests, sums, deadlines by the rules for imports included).</summary>
    public required OrderFacts Facts { get; init; }

    public required OrderDescription Description { get; init; }

    public OrderListing Listing { get; init; } = new();

    /// <summary>Lines, payments, invoices and reservations as they are shown; ids and numbers as in <see cref="Facts"/>.</summary>
    public ImmutableArray<InvoiceData> OutputInvoices { get; init; } = [];

    public ImmutableArray<InvoiceData> InputInvoices { get; init; } = [];

    public ImmutableArray<PaymentDescription> Payments { get; init; } = [];

    /// <summary>The document as it came, without card secrets, compressed (Brotli over UTF-8 JSON).</summary>
    public required byte[] Document { get; init; }

    /// <summary>SHA-256 of the uncompressed document: an equal document changes nothing.</summary>
    public required byte[] DocumentHash { get; init; }

    /// <summary>The channel that sold it tells it: what has gone on there goes on here, whoever moved the order here meanwhile.</summary>
    public bool IsToldByChannel { get; init; }
}

/// <summary>What lists and pages show of an order and no rule looks at.</summary>
public sealed record OrderDescription
{
    public required string Sequence { get; init; }

    public string OrderGroup { get; init; } = "";

    public string SellerOrderId { get; init; } = "";

    public string MarketplaceOrderId { get; init; } = "";

    /// <summary>Marketplace, Fulfillment or Chain.</summary>
    public string Origin { get; init; } = "";

    public string AffiliateId { get; init; } = "";

    public string SellerName { get; init; } = "";

    public string CustomerName { get; init; } = "";

    public string CustomerEmail { get; init; } = "";

    public string CustomerDocument { get; init; } = "";

    /// <summary>Distinct products.</summary>
    public int ProductCount { get; init; }

    public string PaymentNames { get; init; } = "";

    /// <summary>Who canceled, as the document names them; "" where it does not.</summary>
    public string CanceledBy { get; init; } = "";

    public DateTimeOffset LastChangeAt { get; init; }

    public DateTimeOffset? AuthorizedAt { get; init; }

    public DateTimeOffset? InvoicedAt { get; init; }
}

/// <summary>How a payment is called.</summary>
public sealed record PaymentDescription(string Id, string TransactionId, string SystemName, string Group, int Installments);
