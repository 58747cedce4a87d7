namespace AdminOrders.Tests.Web.Orders;

/// <summary>Fields of an order document that its page does not show, each with the reason. Somebody looked at every entry.</summary>
internal static class FieldsNotShown
{
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["paymentData.transactions[].payments[].cvv2"] = "Never stored: it may not be kept after the authorization.",
        ["paymentData.transactions[].payments[].cardNumber"] = "Stored and shown with its first six and last four digits only.",
    };
}
