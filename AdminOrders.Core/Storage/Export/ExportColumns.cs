using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Text;

namespace AdminOrders.Core.Storage.Export;

/// <summary>Every column of an export: VTEX's order report in its order, then ours. What a document does not tell is an empty cell.</summary>
internal static class ExportColumns
{
    private static readonly string Approved = EventJson.KindOf(typeof(PaymentApproved));

    public static ImmutableArray<ExportColumn> All { get; } =
    [
        Text("Origin", order => order.Origin),
        Text("Order", order => order.OrderId),
        Text("Sequence", order => order.Sequence),
        Instant("Creation Date", order => order.CreatedAt),
        Text("Client Name", order => order.Told("clientProfileData", "firstName") is { Length: > 0 } first ? first : order.CustomerName, ExportParts.Document),
        Told("Client Last Name", order => order.Told("clientProfileData", "lastName")),
        Personal(Text("Client Document", order => order.CustomerDocument)),
        Personal(Text("Email", order => order.CustomerEmail)),
        Personal(Told("Phone", order => order.Told("clientProfileData", "phone"))),
        Personal(Told("UF", order => order.Address("state"))),
        Personal(Told("City", order => order.Address("city"))),
        Personal(Told("Address Identification", order => order.Address("addressId"))),
        Told("Address Type", order => order.Address("addressType")),
        Personal(Told("Receiver Name", order => order.Address("receiverName"))),
        Personal(Told("Street", order => order.Address("street"))),
        Personal(Told("Number", order => order.Address("number"))),
        Personal(Told("Complement", order => order.Address("complement"))),
        Personal(Told("Neighborhood", order => order.Address("neighborhood"))),
        Personal(Told("Reference", order => order.Address("reference"))),
        Personal(Told("Postal Code", order => order.Address("postalCode"))),
        OfSku(Told("SLA Type", (order, item) => order.Logistics(item, "selectedSla"))),
        OfSku(Told("Courier", (order, item) => order.Logistics(item, "deliveryCompany"))),
        OfSku(new("Estimate Delivery Date", ExportParts.Document, (line, cells) => cells.Instant(line.Order.LogisticsInstant(line.Item!, "shippingEstimateDate"))) { IsInstant = true }),
        OfSku(Told("Delivery Deadline", (order, item) => order.Logistics(item, "shippingEstimate"))),
        new("Status", ExportParts.None, (line, cells) => cells.Text(StatusText.LabelIn(line.Words.Culture, line.Order.Status))),
        Instant("Last Change Date", order => order.LastChangeAt),
        Told("UtmMedium", order => order.Told("marketingData", "utmMedium")),
        Told("UtmSource", order => order.Told("marketingData", "utmSource")),
        Told("UtmCampaign", order => order.Told("marketingData", "utmCampaign")),
        Told("Coupon", order => order.Told("marketingData", "coupon")),
        Text("Payment System Name", order => order.PaymentNames),
        Text("Installments", order => Joined(order.Payments.Select(payment => payment.Installments.ToString(CultureInfo.InvariantCulture))), ExportParts.Payments),
        new("Payment Value", ExportParts.Payments, (line, cells) => cells.Money(line.Order.Payments.Sum(payment => payment.Value), line.Order.Currency)),
        OfSku(new("Quantity_SKU", ExportParts.Items, (line, cells) => cells.Number(line.Item!.Quantity))),
        OfSku(Item("ID_SKU", item => item.SkuId)),
        OfSku(Told("Category Ids Sku", (order, item) => order.Line(item, "additionalInfo", "categoriesIds"))),
        OfSku(Told("Reference Code", (order, item) => order.Line(item, "refId"))),
        OfSku(Item("SKU Name", item => item.Name)),
        OfSku(Amount("SKU Value", (order, item) => order.LineAmount(item, "price") ?? item!.UnitPrice, ExportParts.Items | ExportParts.Document)),
        OfSku(Amount("SKU Selling Price", (_, item) => item!.UnitPrice, ExportParts.Items)),
        OfSku(Amount("SKU Total Price", (_, item) => item!.UnitPrice * item.Quantity, ExportParts.Items)),
        OfSku(Told("SKU Path", (order, item) => order.Line(item, "detailUrl"))),
        OfSku(Personal(Told("Item Attachments", (order, item) => order.Attachments(item)))),
        Told("List Id", order => order.Told("giftRegistryData", "giftRegistryId")),
        Told("List Type Name", order => order.Told("giftRegistryData", "giftRegistryTypeName")),
        OfSku(Told("Service (Price / Selling Price)", (order, item) => order.Services(item))),
        OfSku(Amount("Shipping List Price", (order, item) => order.LogisticsAmount(item, "listPrice"), ExportParts.Document)),
        Amount("Shipping Value", (order, _) => order.Total("Shipping"), ExportParts.Document),
        Amount("Total Value", (order, _) => order.Value, ExportParts.None),
        Amount("Discounts Totals", (order, _) => order.Total("Discounts"), ExportParts.Document),
        Told("Discounts Names", order => order.AllTold("name", "ratesAndBenefitsData", "rateAndBenefitsIdentifiers")),
        Personal(Told("Call Center Email", order => order.Told("callCenterOperatorData", "email"))),
        Told("Call Center Code", order => order.Told("callCenterOperatorData", "id")),
        Text("Tracking Number", order => Joined(order.Invoices.Select(invoice => invoice.TrackingNumber)), ExportParts.Invoices),
        Told("Host", order => order.Told("hostname")),
        Told("GiftRegistry ID", order => order.Told("giftRegistryData", "giftRegistryId")),
        Text("Seller Name", order => order.SellerName),
        new("Status TimeLine", ExportParts.History, (line, cells) => cells.Text(TimeLineOf(line))) { IsInstant = true },
        Personal(Told("Note", order => order.Told("openTextField", "value"))),
        Told("UtmiPart", order => order.Told("marketingData", "utmiPart")),
        Told("UtmiCampaign", order => order.Told("marketingData", "utmiCampaign")),
        Told("UtmiPage", order => order.Told("marketingData", "utmipage") is { Length: > 0 } page ? page : order.Told("marketingData", "utmiPage")),
        Text("Seller Order Id", order => order.SellerOrderId),
        Told("Acquirer", order => order.PaymentsTold("connectorResponses", "acquirer")),
        Told("Authorization Id", order => order.PaymentsTold("connectorResponses", "authId")),
        Told("TID", order => order.PaymentsTold("tid")),
        Told("NSU", order => order.PaymentsTold("connectorResponses", "nsu")),
        Personal(Told("Card First Digits", order => order.PaymentsTold("firstDigits"))),
        Personal(Told("Card Last Digits", order => order.PaymentsTold("lastDigits"))),
        Text("Payment Approved By", ApproverOf, ExportParts.History),
        Text("Cancelled By", order => order.CanceledBy),
        new("Cancellation Reason", ExportParts.None, (line, cells) => cells.Text(ReasonOf(line))),
        Told("Gift Card Name", order => order.PaymentsTold("giftCardName")),
        Told("Gift Card Caption", order => order.PaymentsTold("giftCardCaption")),
        Instant("Authorized Date", order => order.AuthorizedAt),
        Personal(Told("Corporate Name", order => order.Told("clientProfileData", "corporateName"))),
        Personal(Told("Corporate Document", order => order.Told("clientProfileData", "corporateDocument"))),
        Text("TransactionId", order => Joined(order.Payments.Select(payment => payment.TransactionId)), ExportParts.Payments),
        Text("PaymentId", order => Joined(order.Payments.Select(payment => payment.PaymentId)), ExportParts.Payments),
        Text("SalesChannel", order => order.SalesChannel),
        Told("marketingTags", order => order.AllTold(null, "marketingData", "marketingTags")),
        Text("Delivered", DeliveredOf, ExportParts.Invoices),
        OfSku(Told("SKU RewardValue", (order, item) => order.Line(item, "rewardValue"))),
        Told("Is Marketplace certified", order => order.Told("marketplace", "isCertified")),
        Told("Is checked in", order => order.Told("isCheckedIn")),
        Text("Currency Code", order => order.Currency),
        Amount("Taxes", (order, _) => order.Total("Tax"), ExportParts.Document),
        Text("Invoice Numbers", order => Joined(order.Invoices.Select(invoice => invoice.Number)), ExportParts.Invoices),
        Told("Country", order => order.Address("country")),
        Text("Input Invoices Numbers", order => Numbers(order, InvoiceType.Input), ExportParts.Invoices),
        Text("Output Invoices Numbers", order => Numbers(order, InvoiceType.Output), ExportParts.Invoices),
        Text("Status raw value", order => order.Status),
        new("Cancellation Data", ExportParts.None, (line, cells) => cells.Text(ReasonOf(line))),
        Text("Marketplace Order Id", order => order.MarketplaceOrderId),
        new("Cancelled For", ExportParts.None, (line, cells) => cells.Text(line.Order.CanceledFor is { } side ? Name(side) : "")),
        Instant("Cancellation Date", order => order.CanceledAt),
        Instant("Invoiced Date", order => order.InvoicedAt),
        new("Units", ExportParts.None, (line, cells) => cells.Number(line.Order.Units)),
    ];

    private static ExportColumn OfSku(ExportColumn column) => column with { IsOfSku = true, Needs = column.Needs | ExportParts.Items };

    private static ExportColumn Personal(ExportColumn column) => column with { IsPersonal = true };

    private static ExportColumn Text(string name, Func<ExportedOrder, string> text, ExportParts needs = ExportParts.None) =>
        new(name, needs, (line, cells) => cells.Text(text(line.Order)));

    private static ExportColumn Item(string name, Func<ExportedItem, string> text) => new(name, ExportParts.Items, (line, cells) => cells.Text(text(line.Item!)));

    private static ExportColumn Told(string name, Func<ExportedOrder, string> text) => Text(name, text, ExportParts.Document);

    private static ExportColumn Told(string name, Func<ExportedOrder, ExportedItem, string> text) =>
        new(name, ExportParts.Document, (line, cells) => cells.Text(text(line.Order, line.Item!)));

    private static ExportColumn Instant(string name, Func<ExportedOrder, DateTimeOffset?> instant) =>
        new(name, ExportParts.None, (line, cells) => cells.Instant(instant(line.Order))) { IsInstant = true };

    private static ExportColumn Amount(string name, Func<ExportedOrder, ExportedItem?, long?> minorUnits, ExportParts needs) =>
        new(name, needs, (line, cells) => cells.Money(minorUnits(line.Order, line.Item), line.Order.Currency));

    private static string? ReasonOf(ExportLine line) => ReasonWords.Of(new(line.Order.ReasonLabelId, line.Order.ReasonText), line.Words.Labels, line.Words.Culture);

    private static string Numbers(ExportedOrder order, InvoiceType type) =>
        Joined(order.Invoices.Where(invoice => invoice.Type == type).Select(invoice => invoice.Number));

    // Each status once, with when the order came into it.
    private static string TimeLineOf(ExportLine line)
    {
        string? before = null;
        List<string> steps = [];
        foreach (var happened in line.Order.History.Where(happened => happened.Status != before))
        {
            before = happened.Status;
            steps.Add($"{happened.Status} {TimeZoneInfo.ConvertTime(happened.At, line.Words.Zone).ToString(CsvCells.InstantFormat, CultureInfo.InvariantCulture)}");
        }

        return Joined(steps);
    }

    private static string ApproverOf(ExportedOrder order) => order.History.FirstOrDefault(happened => happened.Kind == Approved)?.ActorName ?? "";

    // Nothing where no carrier has told.
    private static string DeliveredOf(ExportedOrder order)
    {
        var told = order.Invoices.Where(invoice => invoice.Type is InvoiceType.Output && invoice.IsDelivered is not null).ToList();
        return told.Count == 0 ? "" : told.TrueForAll(invoice => invoice.IsDelivered is true) ? "true" : "false";
    }

    private static string Joined(IEnumerable<string> parts) => ExportedDocument.Joined(parts);

    private static string Name(Side side) => JsonNamingPolicy.KebabCaseLower.ConvertName(side.ToString());
}
