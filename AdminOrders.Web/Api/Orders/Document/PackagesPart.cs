using System.Text.Json;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;

namespace AdminOrders.Web.Api.Orders.Document;

/// <summary>The invoices: a package of the document as it came but for its tracking, and every invoice that it does not tell of.</summary>
internal sealed class PackagesPart
{
    private readonly Template package;
    private readonly Mapping<OrderAnswer> attachment;
    private readonly Mapping<Package> packages;

    public PackagesPart(Template root)
    {
        package = root.At("packageAttachment", "packages");
        attachment = new(root.At("packageAttachment"), new Dictionary<string, Computed<OrderAnswer>>(StringComparer.Ordinal) { ["packages"] = WritePackages });
        packages = new(package, new Dictionary<string, Computed<Package>>(StringComparer.Ordinal)
        {
            ["items"] = OrElse("items", WriteItems),
            ["invoiceNumber"] = OrElse("invoiceNumber", (json, of) => json.WriteStringValue(of.Invoice.Number)),
            ["invoiceValue"] = OrElse("invoiceValue", (json, of) => json.WriteNumberValue(of.Invoice.Value)),
            ["invoiceUrl"] = OrElse("invoiceUrl", (json, of) => json.WriteStringValue(of.Text(of.Invoice.Url))),
            ["invoiceKey"] = OrElse("invoiceKey", (json, of) => json.WriteStringValue(of.Text(of.Invoice.Key))),
            ["issuanceDate"] = OrElse("issuanceDate", (json, of) => json.WriteInstant(of.Invoice.IssuedAt)),
            ["lastChange"] = OrElse("lastChange", (json, of) => json.WriteInstant(of.Invoice.IssuedAt)),
            ["type"] = OrElse("type", (json, of) => json.WriteStringValue(of.Type.ToString())),
            ["volumes"] = OrElse("volumes", (json, _) => json.WriteNumberValue(1)),
            ["restitutions"] = OrElse("restitutions", WriteRestitutions),
            ["courier"] = (json, of, told) => WriteTracking(json, of, of.Invoice.Courier, told),
            ["trackingNumber"] = (json, of, told) => WriteTracking(json, of, of.Invoice.TrackingNumber, told),
            ["courierStatus"] = WriteCourierStatus,
            ["trackingUrl"] = (json, of, told) => WriteTracking(json, of, of.Invoice.TrackingUrl, told),
        });
    }

    public void Write(Utf8JsonWriter json, OrderAnswer order, ReadOnlySpan<byte> told) => attachment.Write(json, order, Told.IsObject(told) ? told : []);

    private void WritePackages(Utf8JsonWriter json, OrderAnswer order, ReadOnlySpan<byte> told)
    {
        var left = order.Record.Invoices.ToList();
        json.WriteStartArray();
        if (Told.IsList(told))
        {
            WriteTold(json, order, told, left);
        }

        foreach (var invoice in left)
        {
            packages.Write(json, new Package(order, invoice), PostedInvoice.Members(invoice.Data));
        }

        json.WriteEndArray();
    }

    // An invoice that a document spreads over several packages is on record once.
    private void WriteTold(Utf8JsonWriter json, OrderAnswer order, ReadOnlySpan<byte> told, List<InvoiceView> left)
    {
        var reader = new Utf8JsonReader(told);
        reader.Read();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            var element = Template.RawValue(ref reader, told);
            var type = string.Equals(Told.Text(element, "type"), nameof(InvoiceType.Input), StringComparison.OrdinalIgnoreCase) ? InvoiceType.Input : InvoiceType.Output;
            var number = Told.Text(element, "invoiceNumber");
            if (order.Record.Invoices.FirstOrDefault(invoice => invoice.Type == type && invoice.Data.Number == number) is { } known)
            {
                left.Remove(known);
                packages.Write(json, new Package(order, known), element);
            }
            else
            {
                Told.Copy(json, package, element);
            }
        }
    }

    private Computed<Package> OrElse(string name, Action<Utf8JsonWriter, Package> write) => Told.OrElse(package.Field(name), write);

    private void WriteCourierStatus(Utf8JsonWriter json, Package of, ReadOnlySpan<byte> told)
    {
        if (of.View.Parcel is { } parcel)
        {
            PostedInvoice.WriteParcel(json, parcel);
        }
        else
        {
            Told.Copy(json, package.Field("courierStatus"), told);
        }
    }

    private static void WriteTracking(Utf8JsonWriter json, Package of, string? known, ReadOnlySpan<byte> told)
    {
        if (known is null && !told.IsEmpty)
        {
            json.WriteRawValue(told, skipInputValidation: true);
        }
        else
        {
            json.WriteStringValue(of.Text(known));
        }
    }

    private static void WriteItems(Utf8JsonWriter json, Package of)
    {
        json.WriteStartArray();
        foreach (var line in of.Invoice.Items)
        {
            var item = of.Order.Facts.Items.FirstOrDefault(item => item.Index == line.ItemIndex);
            json.WriteStartObject();
            json.WriteNumber("itemIndex", line.ItemIndex);
            if (of.Order.Form is not OrderForm.GetOrder)
            {
                json.WriteString("id", item?.SkuId ?? "");
            }

            json.WriteNumber("quantity", line.Quantity);
            json.WriteNumber("price", PostedInvoice.PriceOf(of.Invoice, line.ItemIndex, item?.SkuId) ?? item?.UnitPrice ?? 0);
            json.WriteString("description", item?.Name ?? "");
            json.WriteNumber("unitMultiplier", 1);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // What a return gives back; a sale gives nothing back.
    private static void WriteRestitutions(Utf8JsonWriter json, Package of)
    {
        var isGetOrder = of.Order.Form is OrderForm.GetOrder;
        if (of.Type is InvoiceType.Output && !isGetOrder)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        if (of.Type is InvoiceType.Output)
        {
            json.WriteNull("Refund");
        }
        else
        {
            WriteRefund(json, of, isGetOrder ? "Refund" : "refund");
        }

        json.WriteEndObject();
    }

    private static void WriteRefund(Utf8JsonWriter json, Package of, string name)
    {
        json.WriteStartObject(name);
        json.WriteNumber("value", of.Invoice.Value);
        json.WriteNull("giftCardData");
        json.WriteStartArray("items");
        foreach (var line in of.Invoice.Items)
        {
            var item = of.Order.Facts.Items.FirstOrDefault(item => item.Index == line.ItemIndex);
            json.WriteStartObject();
            json.WriteNull("useFreight");
            json.WriteBoolean("isCompensation", false);
            json.WriteNumber("compensationValue", 0);
            json.WriteString("id", item?.SkuId ?? "");
            json.WriteNumber("quantity", line.Quantity);
            json.WriteNumber("price", item?.UnitPrice ?? 0);
            json.WriteString("description", item?.Name ?? "");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private sealed record Package(OrderAnswer Order, InvoiceView View)
    {
        public InvoiceData Invoice => View.Data;

        public InvoiceType Type => View.Type;

        /// <summary>A text that one form writes as null where it is not known, and the others as empty.</summary>
        public string? Text(string? known) => known ?? (Order.Form is OrderForm.GetOrder ? null : "");
    }
}
