using System.Text.Json;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Api.Access;
using AdminOrders.Web.Api.Orders.Document;

namespace AdminOrders.Web.Api.Orders;

/// <summary>Get payment transaction: the order's active transaction, and how far its payments have come here.</summary>
internal static class GetPaymentTransaction
{
    private static readonly Template Shape = Template.Load("payment-transaction");

    private static readonly Mapping<OrderAnswer> Transaction = new(Shape, new Dictionary<string, Computed<OrderAnswer>>(StringComparer.Ordinal)
    {
        ["status"] = (json, order, _) => json.WriteStringValue(PaymentsPart.StatusOf(order.Facts)),
        ["transactionId"] = Told.OrElse<OrderAnswer>(
            Template.AsItCame, (json, order) => json.WriteStringValue(order.Record.Payments.FirstOrDefault()?.TransactionId ?? "")),
        ["payments"] = WritePayments,
    });

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/api/oms/pvt/orders/{orderId}/payment-transaction", AnswerAsync).Needs(Resource.ViewOrder, Resource.OrdersFullAccess);

    private static async Task AnswerAsync(string orderId, ApiCaller caller, OrderAnswers answers, HttpContext context, CancellationToken cancellationToken) =>
        await answers.WriteAsync(context, await answers.FindAsync(orderId, caller, cancellationToken), Write);

    private static void Write(Utf8JsonWriter json, OrderRecord order, DateTimeOffset now) =>
        Transaction.Write(json, new(order, OrderForm.GetOrder, now), Active(Told.Member(Told.Member(order.Document, "paymentData"), "transactions")));

    // What was paid by gift cards alone went through no transaction.
    private static void WritePayments(Utf8JsonWriter json, OrderAnswer order, ReadOnlySpan<byte> told)
    {
        if (Told.IsList(told) && !told[1..^1].Trim(" \t\r\n"u8).IsEmpty)
        {
            Told.Copy(json, Shape.Field("payments"), told);
        }
        else if (order.Record.Payments.IsEmpty)
        {
            GiftCardsPart.Write(json, Shape.At("payments"), Told.Member(Told.Member(order.Record.Document, "paymentData"), "giftCards"));
        }
        else
        {
            PaymentsPart.WritePayments(json, Shape.At("payments"), order, order.Record.Payments);
        }
    }

    // The active one, else the last: of a payment that was tried twice, the last one counts.
    private static ReadOnlySpan<byte> Active(ReadOnlySpan<byte> transactions)
    {
        ReadOnlySpan<byte> last = [];
        if (!Told.IsList(transactions))
        {
            return last;
        }

        var reader = new Utf8JsonReader(transactions);
        reader.Read();
        while (reader.Read() && reader.TokenType is JsonTokenType.StartObject)
        {
            last = Template.RawValue(ref reader, transactions);
            if (!Told.Member(last, "isActive").SequenceEqual("false"u8))
            {
                return last;
            }
        }

        return last;
    }
}
