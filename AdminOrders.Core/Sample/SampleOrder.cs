using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Sample;

/// <summary>A line of a sample order; price per unit in minor units of the order's currency.</summary>
internal sealed record SampleLine(SampleProduct Product, int Quantity, long Price, string Warehouse, string? SecondWarehouse)
{
    public long Total => Quantity * Price;
}

internal sealed record SamplePayment(
    string Id, string System, string Name, string Group, long Value, int Installments, string? FirstDigits, string? LastDigits, DateTimeOffset? DueAt);

internal sealed record SampleInvoice(InvoiceType Type, string Number, long Value, DateTimeOffset At, IReadOnlyList<(int Line, int Quantity)> Units);

internal sealed record SampleStep(string Name, DateTimeOffset At);

/// <summary>An order of the sample store, drawn and not yet written.</summary>
internal sealed record SampleOrder
{
    public required SampleStory Story { get; init; }

    public required string OrderId { get; init; }

    public required string Sequence { get; init; }

    public required string Group { get; init; }

    public required SampleChannel Channel { get; init; }

    public required SampleSeller Seller { get; init; }

    public required SamplePerson Person { get; init; }

    public required SampleAddress Address { get; init; }

    public required IReadOnlyList<SampleLine> Lines { get; init; }

    public required long Shipping { get; init; }

    public required long Discount { get; init; }

    public required string TransactionId { get; init; }

    public required IReadOnlyList<SamplePayment> Payments { get; init; }

    public required IReadOnlyList<SampleStep> Steps { get; init; }

    public required IReadOnlyList<SampleInvoice> Invoices { get; init; }

    public required string? Reason { get; init; }

    public required IReadOnlyList<(string Id, Side Side)> Requests { get; init; }

    public long ItemsTotal => Lines.Sum(line => line.Total);

    public long Value => ItemsTotal + Shipping - Discount;

    public DateTimeOffset CreatedAt => Steps[0].At;

    public DateTimeOffset LastChangeAt => Steps[^1].At;

    public DateTimeOffset? AuthorizedAt => Steps.FirstOrDefault(step => step.Name == Status.PaymentApproved)?.At;

    public DateTimeOffset? InvoicedAt => Invoices.LastOrDefault(invoice => invoice.Type is InvoiceType.Output)?.At;

    public bool IsRequested => Stages.Of(Story.Status) is Stage.Requested;
}
