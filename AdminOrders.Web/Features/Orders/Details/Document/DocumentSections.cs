using System.Collections.Frozen;
using System.Text.Json;

namespace AdminOrders.Web.Features.Orders.Details.Document;

/// <summary>The sections of the page among which the document's fields are shared out.</summary>
public enum DocumentSection
{
    General,
    Items,
    Invoices,
    Changes,
    History,
    Money,
    Shipping,
    Marketing,
    Subscription,
    Custom,

    /// <summary>Whatever no other section claims: a field that VTEX adds tomorrow is shown here.</summary>
    Other,
}

/// <summary>Which section shows which field of the document.</summary>
internal static class DocumentSections
{
    private static readonly FrozenDictionary<string, DocumentSection> ByField = new (DocumentSection Section, string[] Fields)[]
    {
        (DocumentSection.General,
        [
            "orderId", "sequence", "marketplaceOrderId", "marketplaceServicesEndpoint", "sellerOrderId", "origin", "affiliateId", "salesChannel",
            "merchantName", "creationDate", "lastChange", "orderGroup", "followUpEmail", "lastMessage", "hostname", "orderFormId", "sellers",
            "clientProfileData", "clientPreferencesData", "marketplace", "storePreferencesData", "callCenterOperatorData", "invoiceData",
            "isCheckedIn", "checkedInPickupPointId", "giftRegistryData", "authorizationPolicyData",
        ]),
        (DocumentSection.Items, ["items", "itemMetadata", "marketplaceItems", "commercialConditionData"]),
        (DocumentSection.Invoices, ["packageAttachment", "invoicedDate"]),
        (DocumentSection.Changes, ["changesAttachment"]),
        (DocumentSection.History,
        [
            "status", "statusDescription", "state", "workflowIsInError", "isCompleted", "allowCancellation", "allowEdition", "authorizedDate", "cancelReason",
            "cancellationData", "cancellationRequests", "canceledBy", "cancelledBy", "approvedBy", "workflowData", "workflowInstanceId", "receiptData",
        ]),
        (DocumentSection.Money, ["value", "totals", "roundingError", "paymentData", "ratesAndBenefitsData", "taxData"]),
        (DocumentSection.Shipping, ["shippingData", "handlingData"]),
        (DocumentSection.Marketing, ["marketingData"]),
        (DocumentSection.Subscription, ["subscriptionData"]),
        (DocumentSection.Custom, ["customData", "openTextField"]),
    }.SelectMany(row => row.Fields.Select(field => KeyValuePair.Create(field, row.Section))).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The fields of the document that the section shows and that say something, in the document's order.</summary>
    public static IEnumerable<JsonProperty> Of(JsonElement document, DocumentSection section) =>
        document.ValueKind is JsonValueKind.Object
            ? document.EnumerateObject().Where(field => ByField.GetValueOrDefault(field.Name, DocumentSection.Other) == section && field.Value.SaysSomething())
            : [];
}
