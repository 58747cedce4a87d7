using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using AdminOrders.Core.Orders;
using AdminOrders.Web.Api.Calls;
using AdminOrders.Web.Api.Errors;

namespace AdminOrders.Web.Api.Fulfillment;

/// <summary>An invoice as both documents of the contract write it: <c>issuanceDate</c> or <c>issuedDate</c>, lines by item id or by index.</summary>
internal sealed record InvoiceBody
{
    private const int FirstYear = 1900;
    private const int LastYear = 9000;

    public string? Type { get; init; }

    public string? IssuanceDate { get; init; }

    public string? IssuedDate { get; init; }

    public string? InvoiceNumber { get; init; }

    /// <summary>Minor units, a number or a text of digits.</summary>
    public JsonElement? InvoiceValue { get; init; }

    public string? InvoiceKey { get; init; }

    public string? InvoiceUrl { get; init; }

    public string? EmbeddedInvoice { get; init; }

    public string? Courier { get; init; }

    public string? TrackingNumber { get; init; }

    public string? TrackingUrl { get; init; }

    public string? DispatchedDate { get; init; }

    public ImmutableArray<Line?>? Items { get; init; }

    /// <exception cref="ApiRefusedException">400: it is neither.</exception>
    public InvoiceType Direction() => Required.Text("type", Type) switch
    {
        var type when type.Equals(nameof(InvoiceType.Output), StringComparison.OrdinalIgnoreCase) => InvoiceType.Output,
        var type when type.Equals(nameof(InvoiceType.Input), StringComparison.OrdinalIgnoreCase) => InvoiceType.Input,
        _ => throw Wrong("type", "It must be Output, an invoice, or Input, the invoice of a return."),
    };

    /// <summary>What the rules want to know of it.</summary>
    /// <exception cref="ApiRefusedException">400: a field is missing or wrong.</exception>
    public InvoiceData Read(OrderFacts facts, InvoiceType direction, string posted) =>
        new(Required.Text("invoiceNumber", InvoiceNumber), Value(), IssuedAt())
        {
            Items = InvoiceLines.Of(Items ?? [], facts, direction),
            Url = Kept(InvoiceUrl),
            Key = Kept(InvoiceKey),
            Courier = Kept(Courier),
            TrackingNumber = Kept(TrackingNumber),
            TrackingUrl = Kept(TrackingUrl),
            DispatchedDate = Kept(DispatchedDate),
            Posted = posted,
        };

    private long Value() => InvoiceValue switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out var value) => value,
        { ValueKind: JsonValueKind.String } text when long.TryParse(text.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var value) => value,
        _ => throw Wrong("invoiceValue", "It must be a whole number of cents, as a number or as a text."),
    };

    private DateTimeOffset IssuedAt()
    {
        var (field, sent) = IssuanceDate is null ? ("issuedDate", IssuedDate) : ("issuanceDate", IssuanceDate);
        var text = Required.Text(IssuedDate is null ? "issuanceDate" : field, sent).Trim();
        return BeginsWithDay(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            && at.Year is >= FirstYear and <= LastYear
            ? at
            : throw Wrong(field, "It must be a date, for example 2026-01-31T18:25:43-05:00.");
    }

    // 03/02/2026 is another day for every reader, and a time alone is none at all.
    private static bool BeginsWithDay(string text) =>
        text is [_, _, _, _, '-', _, _, '-', _, _, ..] && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    // Senders write "" for what they do not know yet.
    private static string? Kept(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static ApiRefusedException Wrong(string field, string message) => new(ApiErrors.Invalid(field, message));

    /// <summary>So many units of an item, at so many cents each.</summary>
    internal sealed record Line(string? Id = null, int? ItemIndex = null, int? Quantity = null, long? Price = null, string? Description = null);
}
