using System.Text.Json;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>Writes the invoices that an event recorded, with their lines.</summary>
internal sealed class InvoiceWriter(StoreWrites writes)
{
    private readonly SqlWrite invoices = writes.AddInsert(
        "Invoices", "OrderKey", "Type", "Number", "Value", "IssuedAt", "Url", "AccessKey", "Courier", "TrackingNumber", "TrackingUrl", "DispatchedDate", "Posted");

    private readonly SqlWrite items = writes.Add(
        """
        INSERT INTO "InvoiceItems" ("InvoiceId", "ItemIndex", "Quantity") SELECT "Id", @ItemIndex, @Quantity FROM "Invoices"
        WHERE "OrderKey" = @OrderKey AND "Type" = @Type AND "Number" = @Number
        """);

    private readonly SqlWrite tracking = writes.Add(
        """
        UPDATE "Invoices" SET "Courier" = COALESCE(@Courier, "Courier"), "TrackingNumber" = COALESCE(@TrackingNumber, "TrackingNumber"),
            "TrackingUrl" = COALESCE(@TrackingUrl, "TrackingUrl"), "DispatchedDate" = COALESCE(@DispatchedDate, "DispatchedDate")
        WHERE "OrderKey" = @OrderKey AND "Type" = @Type AND "Number" = @Number
        """);

    private readonly SqlWrite delivery = writes.Add(
        """
        UPDATE "Invoices" SET "IsDelivered" = @IsDelivered, "DeliveredDate" = @DeliveredDate, "Steps" = @Steps
        WHERE "OrderKey" = @OrderKey AND "Type" = @Type AND "Number" = @Number
        """);

    public void Write(long orderKey, Happening happening)
    {
        switch (happening.Event)
        {
            case InvoiceRecorded recorded:
                Insert(orderKey, InvoiceType.Output, recorded.Data);
                break;
            case ReturnInvoiceRecorded recorded:
                Insert(orderKey, InvoiceType.Input, recorded.Data);
                break;
            case TrackingAdded added:
                tracking.Later(added.Courier, added.TrackingNumber, added.TrackingUrl, added.DispatchedDate, orderKey, (int)added.Type, added.Number);
                break;
            case DeliveryRecorded told:
                delivery.Later(told.IsDelivered, told.DeliveredDate, JsonSerializer.Serialize(told.Steps), orderKey, (int)told.Type, told.Number);
                break;
            default:
                InsertImported(orderKey, happening);
                break;
        }
    }

    // Invoices are only ever added, at the end.
    private void InsertImported(long orderKey, Happening happening)
    {
        if (OrderChange.DocumentOf(happening.Event) is not { } document)
        {
            return;
        }

        foreach (var fact in happening.After.Invoices.Skip(happening.Before.Invoices.Length))
        {
            var told = fact.Type is InvoiceType.Output ? document.OutputInvoices : document.InputInvoices;
            var data = told.FirstOrDefault(invoice => invoice.Number == fact.Number && invoice.Value == fact.Value);
            Insert(orderKey, fact.Type, data ?? new InvoiceData(fact.Number, fact.Value, happening.At));
        }
    }

    private void Insert(long orderKey, InvoiceType type, InvoiceData data)
    {
        invoices.Later(orderKey, (int)type, data.Number, data.Value, Ticks.Of(data.IssuedAt), data.Url, data.Key, data.Courier, data.TrackingNumber, data.TrackingUrl,
            data.DispatchedDate, data.Posted);
        foreach (var line in data.Items.GroupBy(item => item.ItemIndex))
        {
            items.Later(line.Key, line.Sum(item => item.Quantity), orderKey, (int)type, data.Number);
        }
    }
}
