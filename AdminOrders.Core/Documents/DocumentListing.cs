using System.Text.Json;
using AdminOrders.Core.Orders;
using static AdminOrders.Core.Documents.LooseJson;

namespace AdminOrders.Core.Documents;

/// <summary>
/// What an order can be listed and looked up by beside what rules and pages need. Nothing of it has to be there: a field of another shape
/// than expected is no reason to refuse a document, it is just not found by it.
/// </summary>
internal static class DocumentListing
{
    /// <summary>Reads a document as it came or as it was stored.</summary>
    public static OrderListing Of(JsonElement root)
    {
        var estimates = ElementsOf(Member(Member(root, "shippingData"), "logisticsInfo"))
            .Select(part => DocumentField.InstantOf(Member(part, "shippingEstimateDate"))).OfType<DateTimeOffset>().ToList();
        var registry = Member(root, "giftRegistryData");
        return new OrderListing
        {
            EstimatedFrom = estimates.Count > 0 ? estimates.Min() : null,
            EstimatedTo = estimates.Count > 0 ? estimates.Max() : null,
            IsInStore = IsInStore(root),
            GiftListId = TextOf(Member(registry, "giftRegistryId")),
            GiftListType = TextOf(Member(registry, "giftRegistryType")),
            OperatorName = TextOf(Member(Member(root, "callCenterOperatorData"), "userName")),
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

    /// <summary>The payments of active transactions, each with its transaction's id.</summary>
    public static IEnumerable<(string Transaction, JsonElement Payment)> Payments(JsonElement root) =>
        from transaction in ElementsOf(Member(Member(root, "paymentData"), "transactions"))
        where Member(transaction, "isActive").ValueKind is not JsonValueKind.False
        from payment in ElementsOf(Member(transaction, "payments"))
        select (TextOf(Member(transaction, "transactionId")), payment);

    private static bool IsInStore(JsonElement root) =>
        Member(root, "isCheckedIn").ValueKind is JsonValueKind.True || TextOf(Member(root, "checkedInPickupPointId")).Length > 0;

    private static IEnumerable<OrderTerm> Terms(JsonElement root)
    {
        IEnumerable<OrderTerm> single =
        [
            new(TermKind.UtmSource, TextOf(Member(Member(root, "marketingData"), "utmSource"))),
            new(TermKind.GiftList, TextOf(Member(Member(root, "giftRegistryData"), "giftRegistryId"))),
            new(TermKind.CallCenterOperator, TextOf(Member(Member(root, "callCenterOperatorData"), "userName"))),
            new(TermKind.InStore, IsInStore(root) ? "true" : ""),
        ];
        return single.Concat(Skus(root)).Concat(Promotions(root)).Concat(PaymentTerms(root));
    }

    private static IEnumerable<OrderTerm> Skus(JsonElement root) =>
        ElementsOf(Member(root, "items")).Select(item => new OrderTerm(TermKind.Sku, TextOf(Member(item, "id"))));

    private static IEnumerable<OrderTerm> Promotions(JsonElement root) =>
        ElementsOf(Member(Member(root, "ratesAndBenefitsData"), "rateAndBenefitsIdentifiers"))
            .Select(promotion => new OrderTerm(TermKind.Promotion, TextOf(Member(promotion, "name"))));

    private static IEnumerable<OrderTerm> PaymentTerms(JsonElement root)
    {
        var standIns = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (transaction, payment) in Payments(root))
        {
            standIns.Add(TextOf(Member(payment, "giftCardId")));
            var answer = Member(payment, "connectorResponses");
            yield return new(TermKind.PaymentName, TextOf(Member(payment, "paymentSystemName")));
            yield return new(TermKind.Payment, TextOf(Member(payment, "id")));
            yield return new(TermKind.PciTransaction, transaction);
            yield return new(TermKind.Transaction, TextOf(Member(payment, "tid")));
            yield return new(TermKind.Transaction, TextOf(Member(answer, "tid")));
            yield return new(TermKind.Nsu, TextOf(Member(answer, "nsu")));
        }

        // A gift card that no payment stands for is a payment of its own, as on the order's page.
        foreach (var card in ElementsOf(Member(Member(root, "paymentData"), "giftCards"))
            .Where(card => Member(card, "inUse").ValueKind is JsonValueKind.True && !standIns.Contains(TextOf(Member(card, "id")))))
        {
            yield return new(TermKind.PaymentName, TextOf(Member(card, "name")) is { Length: > 0 } name ? name : TextOf(Member(card, "provider")));
        }
    }
}
