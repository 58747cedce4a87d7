using System.Collections.Immutable;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Documents;

/// <summary>The invoices among the packages of a document, by direction.</summary>
internal sealed record DocumentInvoices(ImmutableArray<InvoiceData> Output, ImmutableArray<InvoiceData> Input)
{
    private const int LongestKey = 200;
    private const int LongestUrl = 2_000;

    public long ReturnedValue => Input.Sum(invoice => invoice.Value);

    public ImmutableArray<InvoiceFact> Facts =>
    [
        .. Output.Select(invoice => new InvoiceFact(invoice.Number, InvoiceType.Output, invoice.Value)),
        .. Input.Select(invoice => new InvoiceFact(invoice.Number, InvoiceType.Input, invoice.Value)),
    ];

    public static DocumentInvoices Read(DocumentContext context, int lines)
    {
        var byType = context.Root["packageAttachment"]["packages"].List()
            .Select(package => (Type: TypeOf(package["type"]), Package: package, Data: Read(package, context, lines)))
            .ToLookup(read => read.Type, read => (read.Package, read.Data));
        return new(Distinct(byType[InvoiceType.Output]), Distinct(byType[InvoiceType.Input]));
    }

    /// <summary>Units by line that Output invoices name.</summary>
    public Dictionary<int, long> InvoicedUnits() => UnitsOf(Output);

    /// <summary>Units by line that came back.</summary>
    public Dictionary<int, long> ReturnedUnits() => UnitsOf(Input);

    private static Dictionary<int, long> UnitsOf(ImmutableArray<InvoiceData> invoices) => invoices
        .SelectMany(invoice => invoice.Items)
        .GroupBy(item => item.ItemIndex)
        .ToDictionary(line => line.Key, line => line.Sum(item => (long)item.Quantity));

    private static InvoiceData Read(DocumentField package, DocumentContext context, int lines) =>
        new(package["invoiceNumber"].RequiredText(LongestKey), package["invoiceValue"].RequiredAmount(), package["issuanceDate"].Instant() ?? context.LastChangeAt)
        {
            Items = [.. package["items"].List().Select(item => ItemOf(item, lines))],
            Url = TextOrNull(package["invoiceUrl"], LongestUrl),
            Key = TextOrNull(package["invoiceKey"], LongestKey),
            Courier = TextOrNull(package["courier"], LongestKey),
            TrackingNumber = TextOrNull(package["trackingNumber"], LongestKey),
            TrackingUrl = TextOrNull(package["trackingUrl"], LongestUrl),
        };

    private static ItemQuantity ItemOf(DocumentField item, int lines)
    {
        var index = item["itemIndex"].Count() ?? 0;
        if (index >= lines)
        {
            item["itemIndex"].Note(DocumentProblem.NoSuchItem);
        }

        return new(index, item["quantity"].Count() ?? 0);
    }

    private static InvoiceType TypeOf(DocumentField type)
    {
        var text = type.Text();
        if (text.Length == 0 || string.Equals(text, nameof(InvoiceType.Output), StringComparison.OrdinalIgnoreCase))
        {
            return InvoiceType.Output;
        }

        if (!string.Equals(text, nameof(InvoiceType.Input), StringComparison.OrdinalIgnoreCase))
        {
            type.Note(DocumentProblem.UnknownKind);
        }

        return InvoiceType.Input;
    }

    // The same number and value twice is one invoice in two packages; with two values it is a contradiction.
    private static ImmutableArray<InvoiceData> Distinct(IEnumerable<(DocumentField Package, InvoiceData Data)> packages)
    {
        var invoices = new List<InvoiceData>();
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (package, data) in packages)
        {
            if (positions.TryAdd(data.Number, invoices.Count))
            {
                invoices.Add(data);
                continue;
            }

            var known = invoices[positions[data.Number]];
            invoices[positions[data.Number]] = known with { Items = [.. known.Items, .. data.Items] };
            if (known.Value != data.Value)
            {
                package["invoiceNumber"].Note(DocumentProblem.Duplicate);
            }
        }

        return [.. invoices];
    }

    private static string? TextOrNull(DocumentField field, int longest) => field.Text(longest) is { Length: > 0 } text ? text : null;
}
