using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage.Verification;

/// <summary>The invoices that the document told of, with their lines, beside those that were recorded here.</summary>
internal static class ToldInvoices
{
    public static IEnumerable<Finding> Of(VerifiedOrder order, OrderFold fold, ImportedOrder told)
    {
        var details = Details(told);
        var lines = order.InvoiceLines.ToLookup(line => line.InvoiceId);
        return ToldCheck.Rows(
            order, "Invoices", fold.Facts.Invoices, invoice => (invoice.Type, invoice.Number), order.Invoices, row => (row.Type, row.Number), (invoice, row) =>
            [
                ("Value", invoice.Value, row.Value),
                .. details.TryGetValue((invoice.Type, invoice.Number), out var data) ? Columns(data, row, lines[row.Id]) : [],
            ]);
    }

    /// <summary>Each invoice that the document told of is there.</summary>
    public static IEnumerable<Finding> AtLeast(VerifiedOrder order, ImportedOrder told)
    {
        var details = Details(told);
        return ToldCheck.Rows(
            order, "Invoices", details.Keys, key => key, order.Invoices.Where(row => details.ContainsKey((row.Type, row.Number))), row => (row.Type, row.Number), (_, _) => []);
    }

    private static Dictionary<(InvoiceType Type, string Number), InvoiceData> Details(ImportedOrder told) =>
        told.OutputInvoices.Select(data => (InvoiceType.Output, data)).Concat(told.InputInvoices.Select(data => (InvoiceType.Input, data)))
            .ToDictionary(pair => (pair.Item1, pair.data.Number), pair => pair.data);

    private static IEnumerable<(string, object?, object?)> Columns(InvoiceData told, InvoiceRow row, IEnumerable<InvoiceLine> lines)
    {
        var expected = told.Items.GroupBy(line => line.ItemIndex).Select(line => (line.Key, line.Sum(units => units.Quantity)));
        return
        [
            ("IssuedAt", Ticks.Of(told.IssuedAt), row.IssuedAt), ("Url", told.Url, row.Url), ("AccessKey", told.Key, row.AccessKey),
            ("InvoiceItems", Written(expected), Written(lines.Select(line => (line.ItemIndex, line.Quantity)))),
        ];
    }

    private static string Written(IEnumerable<(int ItemIndex, int Quantity)> lines) => string.Join(", ", lines.Order());
}
