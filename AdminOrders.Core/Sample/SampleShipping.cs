using System.Text.Json;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Sample;

/// <summary>Where a sample order goes, from which warehouses, and what was invoiced on the way.</summary>
internal static class SampleShipping
{
    public static void Write(Utf8JsonWriter json, SampleOrder order)
    {
        json.WriteStartObject("shippingData");
        json.WriteString("id", "shippingData");
        Address(json, order);
        json.WriteStartArray("logisticsInfo");
        for (var index = 0; index < order.Lines.Count; index++)
        {
            Logistics(json, order, index);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        Packages(json, order);
    }

    private static void Address(Utf8JsonWriter json, SampleOrder order)
    {
        var address = order.Address;
        json.WriteStartObject("address");
        json.WriteString("addressType", "residential");
        json.WriteString("receiverName", order.Person.FullName);
        json.WriteString("postalCode", address.PostalCode);
        json.WriteString("city", address.City);
        json.WriteString("state", address.State);
        json.WriteString("country", address.Country);
        json.WriteString("street", address.Street);
        json.WriteString("number", address.Number);
        json.WriteString("neighborhood", address.District);
        json.WriteNull("complement");
        json.WriteEndObject();
    }

    private static void Logistics(Utf8JsonWriter json, SampleOrder order, int index)
    {
        var line = order.Lines[index];
        json.WriteStartObject();
        json.WriteNumber("itemIndex", index);
        json.WriteString("selectedSla", "Standard");
        json.WriteString("lockTTL", "10d");
        json.WriteNumber("price", index == 0 ? order.Shipping : 0);
        json.WriteNumber("sellingPrice", index == 0 ? order.Shipping : 0);
        json.WriteString("deliveryCompany", "Transportes Sol");
        json.WriteString("shippingEstimate", "5bd");
        json.WriteString("shippingEstimateDate", order.CreatedAt.AddDays(7).Text());
        json.WriteString("selectedDeliveryChannel", "delivery");
        json.WriteStartArray("deliveryIds");
        Delivery(json, line.Warehouse, line.SecondWarehouse is null ? line.Quantity : line.Quantity - 1);
        if (line.SecondWarehouse is { } second)
        {
            Delivery(json, second, 1);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Delivery(Utf8JsonWriter json, string warehouse, int quantity)
    {
        json.WriteStartObject();
        json.WriteString("courierId", "sol");
        json.WriteString("courierName", "Transportes Sol");
        json.WriteString("dockId", "dock-1");
        json.WriteNumber("quantity", quantity);
        json.WriteString("warehouseId", warehouse);
        json.WriteEndObject();
    }

    private static void Packages(Utf8JsonWriter json, SampleOrder order)
    {
        json.WriteStartObject("packageAttachment");
        json.WriteStartArray("packages");
        foreach (var invoice in order.Invoices)
        {
            Package(json, order, invoice);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Package(Utf8JsonWriter json, SampleOrder order, SampleInvoice invoice)
    {
        json.WriteStartObject();
        json.WriteString("type", invoice.Type is InvoiceType.Output ? "Output" : "Input");
        json.WriteString("invoiceNumber", invoice.Number);
        json.WriteNumber("invoiceValue", invoice.Value);
        json.WriteString("issuanceDate", invoice.At.Text());
        json.WriteString("invoiceUrl", $"https://invoices.example.com/{invoice.Number}.pdf");
        json.WriteString("courier", "Transportes Sol");
        json.WriteString("trackingNumber", invoice.Type is InvoiceType.Output ? $"SOL{order.Sequence}" : null);
        json.WriteString("trackingUrl", invoice.Type is InvoiceType.Output ? $"https://tracking.example.com/SOL{order.Sequence}" : null);
        json.WriteStartArray("items");
        foreach (var (line, quantity) in invoice.Units)
        {
            json.WriteStartObject();
            json.WriteNumber("itemIndex", line);
            json.WriteNumber("quantity", quantity);
            json.WriteNumber("price", order.Lines[line].Price);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
