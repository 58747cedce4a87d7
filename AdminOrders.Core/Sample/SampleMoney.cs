using System.Text.Json;

namespace AdminOrders.Core.Sample;

/// <summary>The payments of a sample order.</summary>
internal static class SampleMoney
{
    public static void Write(Utf8JsonWriter json, SampleOrder order)
    {
        json.WriteStartObject("paymentData");
        json.WriteStartArray("transactions");
        json.WriteStartObject();
        json.WriteBoolean("isActive", true);
        json.WriteString("transactionId", order.TransactionId);
        json.WriteString("merchantName", "CASAMIRA");
        json.WriteStartArray("payments");
        foreach (var payment in order.Payments)
        {
            Payment(json, payment);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("giftCards");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Payment(Utf8JsonWriter json, SamplePayment payment)
    {
        json.WriteStartObject();
        json.WriteString("id", payment.Id.ToUpperInvariant());
        json.WriteString("paymentSystem", payment.System);
        json.WriteString("paymentSystemName", payment.Name);
        json.WriteNumber("value", payment.Value);
        json.WriteNumber("referenceValue", payment.Value);
        json.WriteNumber("installments", payment.Installments);
        json.WriteNull("cardNumber");
        json.WriteString("firstDigits", payment.FirstDigits);
        json.WriteString("lastDigits", payment.LastDigits);
        json.WriteNull("cvv2");
        json.WriteString("group", payment.Group);
        json.WriteString("tid", payment.Id[..10]);
        json.WriteString("dueDate", payment.DueAt?.Text());
        json.WriteEndObject();
    }
}
