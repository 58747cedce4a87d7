using System.Text.Json;
using AdminOrders.Core.Text;

namespace AdminOrders.Web.Api.Orders.Document;

/// <summary>What a document says of the order, its customer, seller and payment: as it came, and from our own rows where there is none.</summary>
internal sealed class DescriptionPart(Template root)
{
    private readonly Mapping<OrderAnswer> store = new(root.At("storePreferencesData"), new Dictionary<string, Computed<OrderAnswer>>(StringComparer.Ordinal)
    {
        ["currencyCode"] = Told.OrElse<OrderAnswer>(root.At("storePreferencesData", "currencyCode"), (json, order) => json.WriteStringValue(order.Facts.Currency)),
        ["currencyFormatInfo"] = FormatOf(root.At("storePreferencesData", "currencyFormatInfo")),
    });

    private readonly Mapping<OrderAnswer> customer = new(root.At("clientProfileData"), new Dictionary<string, Computed<OrderAnswer>>(StringComparer.Ordinal)
    {
        ["email"] = Text(root.At("clientProfileData", "email"), order => order.Record.Description.CustomerEmail),
        ["document"] = Text(root.At("clientProfileData", "document"), order => order.Record.Description.CustomerDocument),
        ["firstName"] = Text(root.At("clientProfileData", "firstName"), order => order.Record.Description.CustomerName),
    });

    /// <summary>The fields that are there whatever a document says.</summary>
    public IEnumerable<KeyValuePair<string, Computed<OrderAnswer>>> Fields =>
    [
        new("orderId", Text("orderId", order => order.Facts.OrderId)),
        new("id", Text("orderId", order => order.Facts.OrderId)),
        new("sequence", Text("sequence", order => order.Record.Description.Sequence)),
        new("orderGroup", Text("orderGroup", order => order.Record.Description.OrderGroup)),
        new("sellerOrderId", Text("sellerOrderId", order => order.Record.Description.SellerOrderId)),
        new("marketplaceOrderId", Text("marketplaceOrderId", order => order.Record.Description.MarketplaceOrderId)),
        new("origin", Text("origin", order => order.Record.Description.Origin)),
        new("affiliateId", Text("affiliateId", order => order.Record.Description.AffiliateId)),
        new("salesChannel", Text("salesChannel", order => order.Facts.SalesChannel)),
        new("creationDate", Told.OrElse<OrderAnswer>(root.At("creationDate"), (json, order) => json.WriteInstant(order.Facts.CreatedAt))),
        new("sellers", Told.OrElse<OrderAnswer>(root.Field("sellers"), WriteSeller)),
        new("paymentData", Told.OrElse<OrderAnswer>(root.At("paymentData"), WritePayments)),
        new("storePreferencesData", Mapped(store)),
        new("subscriptionData", new SubscriptionPart(root).Write),
        new("clientProfileData", (json, order, told) => WriteCustomer(json, order, told)),
    ];

    private Computed<OrderAnswer> Text(string name, Func<OrderAnswer, string> value) => Text(root.At(name), value);

    private static Computed<OrderAnswer> Text(Template field, Func<OrderAnswer, string> value) =>
        Told.OrElse<OrderAnswer>(field, (json, order) => json.WriteStringValue(value(order)));

    private static Computed<OrderAnswer> Mapped(Mapping<OrderAnswer> mapping) => (json, order, told) =>
    {
        if (Told.IsObject(told) || told.IsEmpty)
        {
            mapping.Write(json, order, told);
        }
        else
        {
            json.WriteRawValue(told, skipInputValidation: true);
        }
    };

    // A document that has a customer tells all of it: what it leaves out is not known, rather than the name that we made of the parts.
    private void WriteCustomer(Utf8JsonWriter json, OrderAnswer order, ReadOnlySpan<byte> told)
    {
        if (told.IsEmpty)
        {
            customer.Write(json, order, []);
        }
        else
        {
            Told.Copy(json, root.At("clientProfileData"), told);
        }
    }

    private static Computed<OrderAnswer> FormatOf(Template format)
    {
        var digits = new Mapping<OrderAnswer>(format, new Dictionary<string, Computed<OrderAnswer>>(StringComparer.Ordinal)
        {
            ["CurrencyDecimalDigits"] = Told.OrElse<OrderAnswer>(Template.AsItCame, (json, order) => json.WriteNumberValue(MoneyText.Digits(order.Facts.Currency))),
        });
        return Mapped(digits);
    }

    private static void WriteSeller(Utf8JsonWriter json, OrderAnswer order)
    {
        json.WriteStartArray();
        json.WriteStartObject();
        json.WriteString("id", order.Facts.SellerId);
        json.WriteString("name", order.Record.Description.SellerName);
        json.WriteNull("logo");
        json.WriteString("fulfillmentEndpoint", "");
        if (order.Form is OrderForm.OrderDocument)
        {
            json.WriteString("subSellerId", "");
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void WritePayments(Utf8JsonWriter json, OrderAnswer order)
    {
        json.WriteStartObject();
        json.WriteStartArray("transactions");
        foreach (var transaction in order.Record.Payments.GroupBy(payment => payment.TransactionId, StringComparer.Ordinal))
        {
            PaymentsPart.WriteTransaction(json, root, order, transaction);
        }

        json.WriteEndArray();
        json.WriteStartArray("giftCards");
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
