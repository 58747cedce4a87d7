using static AdminOrders.Core.Orders.Answers;

namespace AdminOrders.Core.Orders;

/// <summary>What carriers tell of a parcel is recorded in every stage; it moves nothing that rules see.</summary>
internal static class TrackingRules
{
    public static Decision Add(OrderFacts facts, AddTracking command) => Named(facts, command.InvoiceNumber) is not { } invoice
        ? Refuse(Refusal.NoInvoice)
        : Accept(new TrackingAdded(invoice.Type, invoice.Number)
        {
            Courier = command.Courier,
            TrackingNumber = command.TrackingNumber,
            TrackingUrl = command.TrackingUrl,
            DispatchedDate = command.DispatchedDate,
        });

    public static Decision Record(OrderFacts facts, RecordDelivery command) => Named(facts, command.InvoiceNumber) is not { } invoice
        ? Refuse(Refusal.NoInvoice)
        : Accept(new DeliveryRecorded(invoice.Type, invoice.Number, command.IsDelivered) { DeliveredDate = command.DeliveredDate, Steps = command.Steps });

    // A document may bring one number for a sale and for its return: what is sent out is the sale.
    private static InvoiceFact? Named(OrderFacts facts, string number) =>
        facts.Invoices.Where(invoice => invoice.Number == number).MinBy(invoice => invoice.Type);
}
