using System.Globalization;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>Writes the invoices that an event recorded, with their lines.</summary>
internal sealed class InvoiceWriter(SqlStatements statements)
{
    private readonly SqlStatement invoices = statements.Add(SqlStatement.Insert(
        "Invoices", "OrderKey", "Type", "Number", "Value", "IssuedAt", "Url", "AccessKey", "Courier", "TrackingNumber", "TrackingUrl") + " RETURNING \"Id\"");

    private readonly SqlStatement items = statements.Add(SqlStatement.Insert("InvoiceItems", "InvoiceId", "ItemIndex", "Quantity"));

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
        var id = Convert.ToInt64(
            invoices.Value(orderKey, (int)type, data.Number, data.Value, Ticks.Of(data.IssuedAt), data.Url, data.Key, data.Courier, data.TrackingNumber, data.TrackingUrl),
            CultureInfo.InvariantCulture);
        foreach (var line in data.Items.GroupBy(item => item.ItemIndex))
        {
            items.Run(id, line.Key, line.Sum(item => item.Quantity));
        }
    }
}
