using System.Collections.Immutable;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Documents;

/// <summary>The lines of a document.</summary>
internal static class DocumentItems
{
    public static ImmutableArray<ItemFact> Read(IReadOnlyList<DocumentField> items, DocumentInvoices invoices)
    {
        var (invoiced, returned) = (invoices.InvoicedUnits(), invoices.ReturnedUnits());
        return [.. items.Select((item, index) => Read(item, index, invoiced.GetValueOrDefault(index), returned.GetValueOrDefault(index)))];
    }

    private static ItemFact Read(DocumentField item, int index, long invoiced, long returned)
    {
        var quantity = RequiredCount(item["quantity"]);
        var (skuId, name) = (item["id"].RequiredText(100), item["name"].Text(1_000));
        return new(index, skuId, name, quantity, (int)Math.Min(quantity, invoiced), 0, UnitPrice(item, quantity), (int)Math.Min(quantity, returned));
    }

    private static int RequiredCount(DocumentField field)
    {
        if (field.IsAbsent)
        {
            field.Note(DocumentProblem.Missing);
        }

        return field.Count() ?? 0;
    }

    // The document calls it priceDefinitions in one operation and priceDefinition in the others. Its total is exact, a price per unit may be rounded.
    private static long UnitPrice(DocumentField item, int quantity)
    {
        var definition = item["priceDefinition"] is { IsAbsent: false } singular ? singular : item["priceDefinitions"];
        if (quantity > 0 && definition["total"].Amount() is { } total && total % quantity == 0)
        {
            return total / quantity;
        }

        return definition["calculatedSellingPrice"].Amount() ?? item["sellingPrice"].Amount() ?? item["price"].Amount() ?? 0;
    }
}
