using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Text;

namespace AdminOrders.Core.Storage.Export;

/// <summary>Every column of an export, in the order of VTEX's order report. What a document does not tell is an empty cell.</summary>
internal static class ExportColumns
{
    public static ImmutableArray<ExportColumn> All { get; } =
    [
        Text("Origin", order => order.Origin),
        Text("Order", order => order.OrderId),
        Text("Sequence", order => order.Sequence),
        Instant("Creation Date", order => order.CreatedAt),
        Text("Client Name", order => order.CustomerName),
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
        Told("Country", order => order.Address("country")),
        OfSku(Told("SLA Type", (order, item) => order.Logistics(item, "selectedSla"))),
        OfSku(Told("Courier", (order, item) => order.Logistics(item, "deliveryCompany"))),
        OfSku(Told("Estimate Delivery Date", (order, item) => order.Logistics(item, "shippingEstimateDate"))),
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
        OfSku(Told("Reference Code", (order, item) => order.Line(item, "refId"))),
        OfSku(Item("SKU Name", item => item.Name)),
        OfSku(Amount("SKU Value", (order, item) => order.LineAmount(item, "price") ?? item!.UnitPrice, ExportParts.Items | ExportParts.Document)),
        OfSku(Amount("SKU Selling Price", (_, item) => item!.UnitPrice, ExportParts.Items)),
        OfSku(Amount("SKU Total Price", (_, item) => item!.UnitPrice * item.Quantity, ExportParts.Items)),
        OfSku(Told("SKU Path", (order, item) => order.Line(item, "detailUrl"))),
        Amount("Shipping Value", (order, _) => order.Total("Shipping"), ExportParts.Document),
        Amount("Total Value", (order, _) => order.Value, ExportParts.None),
        Amount("Discounts Totals", (order, _) => order.Total("Discounts"), ExportParts.Document),
        Text("Tracking Number", order => Joined(order.Invoices.Select(invoice => invoice.TrackingNumber)), ExportParts.Invoices),
        Told("Host", order => order.Told("hostname")),
        Text("Seller Name", order => order.SellerName),
        Text("Seller Order Id", order => order.SellerOrderId),
        Text("Marketplace Order Id", order => order.MarketplaceOrderId),
        Text("Cancelled By", order => order.CanceledBy),
        new("Cancellation Reason", ExportParts.None, (line, cells) => cells.Text(ReasonOf(line))),
        new("Cancelled For", ExportParts.None, (line, cells) => cells.Text(line.Order.CanceledFor is { } side ? Name(side) : "")),
        Instant("Cancellation Date", order => order.CanceledAt),
        Instant("Authorized Date", order => order.AuthorizedAt),
        Instant("Invoiced Date", order => order.InvoicedAt),
        Personal(Told("Corporate Name", order => order.Told("clientProfileData", "corporateName"))),
        Personal(Told("Corporate Document", order => order.Told("clientProfileData", "corporateDocument"))),
        Text("TransactionId", order => Joined(order.Payments.Select(payment => payment.TransactionId)), ExportParts.Payments),
        Text("PaymentId", order => Joined(order.Payments.Select(payment => payment.PaymentId)), ExportParts.Payments),
        Text("SalesChannel", order => order.SalesChannel),
        Text("Currency Code", order => order.Currency),
        Amount("Taxes", (order, _) => order.Total("Tax"), ExportParts.Document),
        Text("Input Invoices Numbers", order => Numbers(order, InvoiceType.Input), ExportParts.Invoices),
        Text("Output Invoices Numbers", order => Numbers(order, InvoiceType.Output), ExportParts.Invoices),
        Text("Status raw value", order => order.Status),
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

    private static string Joined(IEnumerable<string> parts) => string.Join(" | ", parts.Where(part => part.Length > 0));

    private static string Name(Side side) => JsonNamingPolicy.KebabCaseLower.ConvertName(side.ToString());
}

/// <summary>What an order's document says, as it stands there.</summary>
internal static class ExportedDocument
{
    public static string Told(this ExportedOrder order, params ReadOnlySpan<string> path) => TextAt(At(order.Document, path));

    public static string Address(this ExportedOrder order, string field) => order.Told("shippingData", "address", field);

    public static string Line(this ExportedOrder order, ExportedItem item, string field) => TextAt(At(Element(order.Document, item.Index, "items"), field));

    public static long? LineAmount(this ExportedOrder order, ExportedItem? item, string field) =>
        item is not null && At(Element(order.Document, item.Index, "items"), field) is { ValueKind: JsonValueKind.Number } amount && amount.TryGetInt64(out var units) ? units : null;

    public static string Logistics(this ExportedOrder order, ExportedItem item, string field) =>
        TextAt(At(Element(order.Document, item.Index, "shippingData", "logisticsInfo"), field));

    /// <summary>The sum of that kind, minor units; null: it is not told.</summary>
    public static long? Total(this ExportedOrder order, string id)
    {
        if (At(order.Document, "totals") is not { ValueKind: JsonValueKind.Array } totals)
        {
            return null;
        }

        foreach (var total in totals.EnumerateArray())
        {
            if (TextAt(At(total, "id")) == id && At(total, "value") is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var units))
            {
                return units;
            }
        }

        return null;
    }

    private static JsonElement Element(JsonElement root, int index, params ReadOnlySpan<string> path) =>
        At(root, path) is { ValueKind: JsonValueKind.Array } list && index < list.GetArrayLength() ? list[index] : default;

    private static JsonElement At(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind is not JsonValueKind.Object || !(element.TryGetProperty(name, out var camel) || element.TryGetProperty(char.ToUpperInvariant(name[0]) + name[1..], out camel)))
            {
                return default;
            }

            element = camel;
        }

        return element;
    }

    private static string TextAt(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString()!,
        JsonValueKind.Number => element.GetRawText(),
        _ => "",
    };
}
