using AdminOrders.Core.Orders;

namespace AdminOrders.Tests.Orders;

/// <summary>Well-formed commands.</summary>
internal static class Some
{
    public static string NewId { get; } = new('9', 32);

    public static Cancel Cancel(Side requestedBy = Side.Store) => new(NewId, requestedBy, new Reason(null, "not needed any more"));

    public static Invoice Invoice(string number, long value, params ItemQuantity[] items) =>
        new(new InvoiceData(number, value, Support.An.Instant) { Items = [.. items] });

    public static ReturnInvoice Return(string number, long value, params ItemQuantity[] items) =>
        new(new InvoiceData(number, value, Support.An.Instant) { Items = [.. items] });
}
