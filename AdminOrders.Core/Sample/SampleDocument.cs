using System.Text.Json;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Sample;

/// <summary>Writes a sample order as the Get order operation gives orders.</summary>
internal static class SampleDocument
{
    public static void Write(Utf8JsonWriter json, SampleOrder order)
    {
        json.WriteStartObject();
        Root(json, order);
        Totals(json, order);
        Store(json, order);
        SampleCancellation.Write(json, order);
        Customer(json, order);
        SampleLines.Write(json, order);
        SampleShipping.Write(json, order);
        SampleMoney.Write(json, order);
        Workflow(json, order);
        json.WriteEndObject();
    }

    public static string Text(this DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private static void Root(Utf8JsonWriter json, SampleOrder order)
    {
        var isMarketplace = order.Channel.IsMarketplace;
        json.WriteString("orderId", order.OrderId);
        json.WriteString("sequence", order.Sequence);
        json.WriteString("marketplaceOrderId", isMarketplace ? order.OrderId[4..] : order.OrderId);
        json.WriteString("sellerOrderId", $"00-v{order.Sequence}mira-01");
        json.WriteString("origin", isMarketplace ? "Fulfillment" : "Marketplace");
        json.WriteString("affiliateId", order.Channel.Affiliate);
        json.WriteString("salesChannel", order.Channel.SalesChannel);
        json.WriteString("merchantName", "casamira");
        json.WriteString("status", order.Story.Status);
        json.WriteBoolean("workflowIsInError", order.Story.Status is "processing" or Status.OrderCreateError);
        json.WriteNumber("value", order.Value);
        json.WriteString("creationDate", order.CreatedAt.Text());
        json.WriteString("lastChange", order.LastChangeAt.Text());
        json.WriteString("orderGroup", order.Group);
        json.WriteString("hostname", "casamira");
        json.WriteBoolean("isCompleted", Stages.Of(order.Story.Status) is not Stage.Incomplete);
        json.WriteNumber("roundingError", 0);
        json.WriteBoolean("isCheckedIn", false);
        json.WriteString("authorizedDate", order.AuthorizedAt?.Text());
        json.WriteString("invoicedDate", order.InvoicedAt?.Text());
        json.WriteString("cancelReason", Stages.Of(order.Story.Status) is Stage.Canceled ? order.Reason : null);
    }

    private static void Totals(Utf8JsonWriter json, SampleOrder order)
    {
        json.WriteStartArray("totals");
        foreach (var (id, name, value) in new[]
        {
            ("Items", "Items total", order.ItemsTotal), ("Discounts", "Discounts total", -order.Discount), ("Shipping", "Shipping total", order.Shipping), ("Tax", "Tax total", 0L),
        })
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("name", name);
            json.WriteNumber("value", value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Store(Utf8JsonWriter json, SampleOrder order)
    {
        json.WriteStartArray("sellers");
        json.WriteStartObject();
        json.WriteString("id", order.Seller.Id);
        json.WriteString("name", order.Seller.Name);
        json.WriteNull("logo");
        json.WriteString("fulfillmentEndpoint", order.Seller.Endpoint);
        json.WriteEndObject();
        json.WriteEndArray();

        json.WriteStartObject("marketplace");
        json.WriteString("name", order.Channel.IsMarketplace ? order.Channel.Marketplace : "casamira");
        json.WriteEndObject();

        json.WriteStartObject("storePreferencesData");
        json.WriteString("countryCode", order.Channel.Country);
        json.WriteString("currencyCode", order.Channel.Currency);
        json.WriteString("currencySymbol", order.Channel.Symbol);
        json.WriteString("timeZone", order.Channel.TimeZone);
        json.WriteEndObject();
    }

    private static void Customer(Utf8JsonWriter json, SampleOrder order)
    {
        json.WriteStartObject("clientPreferencesData");
        json.WriteString("locale", order.Channel.Locale);
        json.WriteBoolean("optinNewsLetter", false);
        json.WriteEndObject();

        var person = order.Person;
        json.WriteStartObject("clientProfileData");
        json.WriteString("id", "clientProfileData");
        json.WriteString("email", person.Email);
        json.WriteString("firstName", person.FirstName);
        json.WriteString("lastName", person.LastName);
        json.WriteString("documentType", person.DocumentType);
        json.WriteString("document", person.Document);
        json.WriteString("phone", person.Phone);
        json.WriteBoolean("isCorporate", false);
        json.WriteEndObject();
    }

    private static void Workflow(Utf8JsonWriter json, SampleOrder order)
    {
        json.WriteStartObject("workflowData");
        json.WriteStartArray("instances");
        json.WriteStartObject();
        json.WriteString("name", order.Channel.IsMarketplace ? "Fulfillment" : "Marketplace");
        json.WriteString("currentStepName", order.Steps[^1].Name);
        json.WriteString("lastChange", order.LastChangeAt.Text());
        json.WriteStartArray("timeLine");
        foreach (var step in order.Steps)
        {
            json.WriteStartObject();
            json.WriteString("stepName", step.Name);
            json.WriteString("date", step.At.Text());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
