using System.Text.Json;
using AdminOrders.Core.Orders;

namespace AdminOrders.Web.Api.Orders.Document;

/// <summary>The order's payments: as the document tells them, or from our own rows where it tells none.</summary>
internal static class PaymentsPart
{
    /// <summary>How far the payments have come, in the words of VTEX's payment gateway.</summary>
    public static string StatusOf(OrderFacts facts) => facts.Payments switch
    {
        [] => "Finished",
        var payments when payments.All(payment => payment.State is PaymentState.Voided or PaymentState.Denied) => "Canceled",
        var payments when payments.Any(payment => payment.State is PaymentState.Pending) => "Authorizing",
        var payments when payments.Any(payment => payment.State is PaymentState.Capturing) => "Settling",
        var payments when payments.Any(payment => payment.State is PaymentState.Authorized) => "Authorized",
        _ => "Finished",
    };

    /// <summary>A transaction from our own rows.</summary>
    public static void WriteTransaction(Utf8JsonWriter json, Template root, OrderAnswer order, IGrouping<string, PaymentDescription> payments)
    {
        var template = root.At("paymentData", "transactions");
        new Mapping<IGrouping<string, PaymentDescription>>(template, new Dictionary<string, Computed<IGrouping<string, PaymentDescription>>>(StringComparer.Ordinal)
        {
            ["transactionId"] = (writer, transaction, _) => writer.WriteStringValue(transaction.Key),
            ["payments"] = (writer, transaction, _) => WritePayments(writer, template.At("payments"), order, transaction),
        }).Write(json, payments, []);
    }

    public static void WritePayments(Utf8JsonWriter json, Template template, OrderAnswer order, IEnumerable<PaymentDescription> payments)
    {
        var mapping = new Mapping<PaymentDescription>(template, new Dictionary<string, Computed<PaymentDescription>>(StringComparer.Ordinal)
        {
            ["id"] = (writer, payment, _) => writer.WriteStringValue(payment.Id),
            ["paymentSystemName"] = (writer, payment, _) => writer.WriteStringValue(payment.SystemName),
            ["group"] = (writer, payment, _) => writer.WriteStringValue(payment.Group),
            ["installments"] = (writer, payment, _) => writer.WriteNumberValue(payment.Installments),
            ["value"] = (writer, payment, _) => writer.WriteNumberValue(ValueOf(order.Facts, payment)),
            ["referenceValue"] = (writer, payment, _) => writer.WriteNumberValue(ValueOf(order.Facts, payment)),
        });
        json.WriteStartArray();
        foreach (var payment in payments)
        {
            mapping.Write(json, payment, []);
        }

        json.WriteEndArray();
    }

    private static long ValueOf(OrderFacts facts, PaymentDescription payment) => facts.Payments.FirstOrDefault(fact => fact.Id == payment.Id)?.Value ?? 0;
}
