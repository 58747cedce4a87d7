using System.Text;
using System.Text.Json;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Api.Orders;
using static AdminOrders.Core.Documents.LooseJson;

namespace AdminOrders.Web.Api.List;

/// <summary>An order of the extended search: its row, and from its document what no row has.</summary>
internal sealed class ExtendedOrder(Utf8JsonWriter json, OrderEntry order, OrderExtras extras)
{
    private readonly JsonElement root = extras.Document;

    public void Write(DateTimeOffset now)
    {
        json.WriteStartObject();
        WriteOrder();
        WritePayments();
        WriteItems();
        WriteDates();
        WriteState(now);
        WriteInvoices();
        WriteDeliveries();
        WriteOrigins();
        json.WriteEndObject();
    }

    private void WriteOrder()
    {
        var customer = Member(root, "clientProfileData");
        json.WriteString("paymentNames"u8, order.PaymentNames);
        json.WriteString("orderId"u8, order.OrderId);
        json.WriteString("orderGroup"u8, extras.OrderGroup);
        json.WriteString("sequence"u8, order.Sequence);
        json.WriteString("clientEmail"u8, extras.CustomerEmail);
        json.WriteString("clientDocument"u8, extras.CustomerDocument);
        json.WriteText("clientCorporateDocument", TextOf(Member(customer, "corporateDocument")));
        json.WriteText("clientCorporateName", TextOf(Member(customer, "corporateName")));
        json.WriteString("clientName"u8, order.CustomerName);
        json.WriteNumber("totalValue"u8, order.Value);
        json.WriteString("origin"u8, order.Origin);
        json.WriteString("status"u8, order.Status);
        json.WriteString("currencyCode"u8, order.Currency);
        json.WriteTexts("sellerNames", SellersOr("name", extras.SellerName));
        json.WriteTexts("sellerIds", SellersOr("id", extras.SellerId));
        json.WriteString("sellerOrderId"u8, extras.SellerOrderId);
        json.WriteNumber("totalItems"u8, order.Units);
    }

    private void WritePayments()
    {
        var promotions = ElementsOf(Member(Member(root, "ratesAndBenefitsData"), "rateAndBenefitsIdentifiers"));
        json.WriteTexts("pciTransactionId", Terms(TermKind.PciTransaction));
        json.WriteTexts("paymentNSU", Terms(TermKind.Nsu));
        json.WriteTexts("ratesAndBenefitsNames", Terms(TermKind.Promotion));
        json.WriteTexts("ratesAndBenefitsIds", Texts(promotions, "id"));
        json.WriteTexts("transactionIds", Terms(TermKind.Transaction));
        json.WriteTexts("paymentIds", Terms(TermKind.Payment));
        WriteTextsOrNull("giftCardProviders", Texts(ElementsOf(Member(Member(root, "paymentData"), "giftCards")), "provider"));
    }

    private void WriteItems()
    {
        var items = Member(root, "items");
        json.WriteBoolean("isInstore"u8, extras.IsInStore);
        json.WriteTexts("deliveryChannel", Channels());
        json.WriteTexts("productIds", Texts(ElementsOf(items), "productId"));
        json.WriteTexts("productNames", Texts(ElementsOf(items), "name"));
        json.WriteTexts("marketingTags", ElementsOf(Member(Member(root, "marketingData"), "marketingTags")).Select(tag => TextOf(tag)).Where(tag => tag.Length > 0));
    }

    private void WriteDates()
    {
        json.WriteInstant("creationDate", order.CreatedAt);
        json.WriteInstant("invoicedDate", extras.InvoicedAt);
        json.WriteInstant("authorizedDate", order.AuthorizedAt);
        json.WriteInstant("paymentApprovedDate", order.AuthorizedAt);
        json.WriteNull("readyForHandlingDate"u8);
        json.WriteInstant("lastChange", order.LastChangeAt);
        json.WriteInstant("shippingEstimatedDateMax", order.EstimatedTo);
        json.WriteInstant("shippingEstimatedDateMin", order.EstimatedFrom);
    }

    private void WriteState(DateTimeOffset now)
    {
        var status = Encoding.UTF8.GetString(order.Status);
        json.WriteBoolean("orderIsComplete"u8, OrderTerms.IsComplete(status));
        json.WriteBoolean("workflowInErrorState"u8, OrderTerms.IsInError(status, order.StatusDueAt, now));
        json.WriteBoolean("workflowInRetry"u8, false);
        json.WriteText("marketplaceWorkflowInstanceId", Workflow("Marketplace"));
        json.WriteText("fulfillmentWorkflowInstanceId", Workflow("Fulfillment"));
        json.WriteStartArray("ingestPipelineMetadata"u8);
        json.WriteEndArray();
    }

    private void WriteInvoices()
    {
        WriteTextsOrNull("invoicesOutput", extras.Invoices.Where(invoice => invoice.Type is InvoiceType.Output).Select(invoice => invoice.Number));
        WriteTextsOrNull("invoicesInput", extras.Invoices.Where(invoice => invoice.Type is InvoiceType.Input).Select(invoice => invoice.Number));
    }

    private void WriteDeliveries()
    {
        var packages = ElementsOf(Member(Member(root, "packageAttachment"), "packages")).Where(package => TextOf(Member(package, "type")) is not "Input")
            .Select(package => Member(package, "courierStatus")).ToList();
        var arrived = packages.Count(status => Member(status, "finished").ValueKind is JsonValueKind.True);
        json.WriteBoolean("isAllDelivered"u8, arrived > 0 && arrived == packages.Count);
        json.WriteBoolean("isAnyDelivered"u8, arrived > 0);
        WriteTextsOrNull("deliveryDates", Texts(packages, "deliveredDate"));
    }

    private void WriteOrigins()
    {
        var callCenter = Member(root, "callCenterOperatorData");
        json.WriteString("hostname"u8, TextOf(Member(root, "hostname")));
        json.WriteString("userProfileId"u8, TextOf(Member(Member(root, "clientProfileData"), "userProfileId")));
        json.WriteString("orderFormId"u8, TextOf(Member(root, "orderFormId")));
        json.WriteText("callCenterOperatorEmail", TextOf(Member(callCenter, "email")));
        json.WriteText("callCenterOperatorName", order.OperatorName);
    }

    private IEnumerable<string> Terms(TermKind kind) => extras.Terms.Where(term => term.Kind == kind).Select(term => term.Value);

    // Two of the contract's operations name it differently.
    private IEnumerable<string> Channels() => ElementsOf(Member(Member(root, "shippingData"), "logisticsInfo"))
        .Select(part => TextOf(Member(part, "selectedDeliveryChannel")) is { Length: > 0 } selected ? selected : TextOf(Member(part, "deliveryChannel")))
        .Where(channel => channel.Length > 0).Distinct(StringComparer.Ordinal);

    private IEnumerable<string> SellersOr(string field, string own) => Texts(ElementsOf(Member(root, "sellers")), field).DefaultIfEmpty(own);

    private string Workflow(string name) => ElementsOf(Member(Member(root, "workflowData"), "instances"))
        .Where(instance => TextOf(Member(instance, "name")) == name).Select(instance => TextOf(Member(instance, "id"))).FirstOrDefault("");

    private static IEnumerable<string> Texts(IEnumerable<JsonElement> elements, string field) =>
        elements.Select(element => TextOf(Member(element, field), 1_000)).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal);

    private void WriteTextsOrNull(string name, IEnumerable<string> texts)
    {
        if (texts.Any())
        {
            json.WriteTexts(name, texts);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
