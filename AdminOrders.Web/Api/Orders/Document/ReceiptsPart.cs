using System.Text.Json;
using AdminOrders.Core.Orders;

namespace AdminOrders.Web.Api.Orders.Document;

/// <summary>What was done about payment and cancellation, and when: the document's receipts as they came, then ours.</summary>
internal sealed class ReceiptsPart(Template root)
{
    private readonly Template receipt = root.At("receiptData", "receiptCollection");

    public void Write(Utf8JsonWriter json, OrderAnswer order, ReadOnlySpan<byte> told)
    {
        json.WriteStartObject();
        json.WriteStartArray("receiptCollection");
        var known = Told.Member(told, "receiptCollection");
        if (Told.IsList(known))
        {
            var reader = new Utf8JsonReader(known);
            reader.Read();
            while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
            {
                receipt.Copy(json, ref reader, known);
            }
        }

        foreach (var happened in order.Record.Events)
        {
            if (TypeOf(happened.Event) is { } type)
            {
                json.WriteStartObject();
                json.WriteString("receiptType", type);
                json.WriteString("date", OrderTerms.Instant(happened.At));
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string? TypeOf(OrderEvent happened) => happened switch
    {
        PaymentApproved => "authorizePayment",
        MoneyOwed { Kind: DebtKind.Void } => "cancelPayment",
        OrderCanceled { RequestedBy: Side.Seller } => "sellerCancellation",
        OrderCanceled => "marketPlaceCancellation",
        _ => null,
    };
}
