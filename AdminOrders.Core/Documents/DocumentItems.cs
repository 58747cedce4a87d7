using System.Collections.Immutable;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Documents;

/// <summary>The lines of a document.</summary>
internal static class DocumentItems
{
    public static ImmutableArray<ItemFact> Read(IReadOnlyList<DocumentField> items, DocumentInvoices invoices, DocumentContext context)
    {
        var facts = ImmutableArray.CreateBuilder<ItemFact>(items.Count);
        for (var index = 0; index < items.Count; index++)
        {
            facts.Add(Read(items[index], index, invoices.Invoiced(index), context));
        }

        return facts.MoveToImmutable();
    }

    private static ItemFact Read(DocumentField item, int index, int invoiced, DocumentContext context)
    {
        var quantity = RequiredCount(item["quantity"]);

        // A wholly invoiced order has nothing open, whether its packages name lines or not.
        invoiced = context.Stage is Stage.Invoiced ? quantity : Math.Min(invoiced, quantity);
        return new(index, item["id"].RequiredText(100), item["name"].Text(1_000), quantity, invoiced, 0, UnitPrice(item, quantity));
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
