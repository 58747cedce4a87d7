using System.Text.Json;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Documents;

/// <summary>
/// What an order can be listed and looked up by beside what rules and pages need. Nothing of it has to be there: a field of another shape
/// than expected is no reason to refuse a document, it is just not found by it.
/// </summary>
internal static class DocumentListing
{
    private const int LongestTerm = 200;
    private const int LongestName = 200;

    /// <summary>Reads a document as it came or as it was stored.</summary>
    public static OrderListing Of(JsonElement root)
    {
        var estimates = List(Member(Member(root, "shippingData"), "logisticsInfo"))
            .Select(part => DocumentField.InstantOf(Member(part, "shippingEstimateDate"))).OfType<DateTimeOffset>().ToList();
        var registry = Member(root, "giftRegistryData");
        return new OrderListing
        {
            EstimatedFrom = estimates.Count > 0 ? estimates.Min() : null,
            EstimatedTo = estimates.Count > 0 ? estimates.Max() : null,
            IsInStore = IsInStore(root),
            GiftListId = Text(Member(registry, "giftRegistryId"), LongestName),
            GiftListType = Text(Member(registry, "giftRegistryType"), LongestName),
            OperatorName = Text(Member(Member(root, "callCenterOperatorData"), "userName"), LongestName),
            Terms = [.. Terms(root).Where(term => term.Value.Length > 0).Distinct()],
        };
    }

    /// <summary>Reads a document as it is stored; one that is missing or damaged tells nothing.</summary>
    public static OrderListing Of(byte[]? stored)
    {
        if (stored is null)
        {
            return new();
        }

        try
        {
            using var json = JsonDocument.Parse(StoredDocument.Expand(stored));
            return Of(json.RootElement);
        }
        catch (Exception damage) when (damage is InvalidDataException or JsonException)
        {
            return new();
        }
    }

    /// <summary>The member of that name, in camel or Pascal case; undefined where there is none.</summary>
    public static JsonElement Member(JsonElement value, string camel)
    {
        if (value.ValueKind is not JsonValueKind.Object)
        {
            return default;
        }

        return value.TryGetProperty(camel, out var member) || value.TryGetProperty(char.ToUpperInvariant(camel[0]) + camel[1..], out member) ? member : default;
    }

    /// <summary>The elements of a list; none where it is none.</summary>
    public static IEnumerable<JsonElement> List(JsonElement value) => value.ValueKind is JsonValueKind.Array ? value.EnumerateArray() : [];

    /// <summary>A text or a number of at most that many characters; "" for anything else.</summary>
    public static string Text(JsonElement value, int longest = LongestTerm)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number => value.GetRawText(),
            _ => "",
        };
        return text.Length <= longest && !text.Contains('\0', StringComparison.Ordinal) ? text : "";
    }

    /// <summary>The payments of active transactions, each with its transaction's id.</summary>
    public static IEnumerable<(string Transaction, JsonElement Payment)> Payments(JsonElement root) =>
        from transaction in List(Member(Member(root, "paymentData"), "transactions"))
        where Member(transaction, "isActive").ValueKind is not JsonValueKind.False
        from payment in List(Member(transaction, "payments"))
        select (Text(Member(transaction, "transactionId")), payment);

    private static bool IsInStore(JsonElement root) =>
        Member(root, "isCheckedIn").ValueKind is JsonValueKind.True || Text(Member(root, "checkedInPickupPointId")).Length > 0;

    private static IEnumerable<OrderTerm> Terms(JsonElement root)
    {
        IEnumerable<OrderTerm> single =
        [
            new(TermKind.UtmSource, Text(Member(Member(root, "marketingData"), "utmSource"))),
            new(TermKind.GiftList, Text(Member(Member(root, "giftRegistryData"), "giftRegistryId"))),
            new(TermKind.CallCenterOperator, Text(Member(Member(root, "callCenterOperatorData"), "userName"))),
            new(TermKind.InStore, IsInStore(root) ? "true" : ""),
        ];
        return single.Concat(Skus(root)).Concat(Promotions(root)).Concat(PaymentTerms(root));
    }

    private static IEnumerable<OrderTerm> Skus(JsonElement root) =>
        List(Member(root, "items")).Select(item => new OrderTerm(TermKind.Sku, Text(Member(item, "id"))));

    private static IEnumerable<OrderTerm> Promotions(JsonElement root) =>
        List(Member(Member(root, "ratesAndBenefitsData"), "rateAndBenefitsIdentifiers"))
            .Select(promotion => new OrderTerm(TermKind.Promotion, Text(Member(promotion, "name"))));

    private static IEnumerable<OrderTerm> PaymentTerms(JsonElement root)
    {
        var standIns = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (transaction, payment) in Payments(root))
        {
            standIns.Add(Text(Member(payment, "giftCardId")));
            var answer = Member(payment, "connectorResponses");
            yield return new(TermKind.PaymentName, Text(Member(payment, "paymentSystemName")));
            yield return new(TermKind.Payment, Text(Member(payment, "id")));
            yield return new(TermKind.PciTransaction, transaction);
            yield return new(TermKind.Transaction, Text(Member(payment, "tid")));
            yield return new(TermKind.Transaction, Text(Member(answer, "tid")));
            yield return new(TermKind.Nsu, Text(Member(answer, "nsu")));
        }

        // A gift card that no payment stands for is a payment of its own, as on the order's page.
        foreach (var card in List(Member(Member(root, "paymentData"), "giftCards"))
            .Where(card => Member(card, "inUse").ValueKind is JsonValueKind.True && !standIns.Contains(Text(Member(card, "id")))))
        {
            yield return new(TermKind.PaymentName, Text(Member(card, "name")) is { Length: > 0 } name ? name : Text(Member(card, "provider")));
        }
    }
}
