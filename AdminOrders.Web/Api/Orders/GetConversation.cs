using System.Net.Mail;
using System.Text.Json;
using AdminOrders.Core.Connectors;
using AdminOrders.Core.Orders;
using AdminOrders.Web.Api.Access;
using AdminOrders.Web.Api.Errors;

namespace AdminOrders.Web.Api.Orders;

/// <summary>Get conversation messages: the mails that went out about the order.</summary>
internal static class GetConversation
{
    private const int FirstWords = 60;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/api/oms/pvt/orders/{orderId}/conversation-message", AnswerAsync).Needs(Resource.ViewOrder, Resource.OrdersFullAccess);

    private static async Task AnswerAsync(
        string orderId, ApiCaller caller, OrderAnswers answers, OrderConversation conversation, HttpContext context, CancellationToken cancellationToken)
    {
        if (await answers.FindAsync(orderId, caller, cancellationToken) is not { } order)
        {
            await ApiErrors.NotFound().ExecuteAsync(context);
            return;
        }

        var messages = await conversation.Read(order.Facts.OrderId, cancellationToken);
        await OrderAnswers.WriteJsonAsync(context, json =>
        {
            json.WriteStartArray();
            foreach (var message in messages)
            {
                Write(json, order.Facts.OrderId, message);
            }

            json.WriteEndArray();
        });
    }

    private static void Write(Utf8JsonWriter json, string orderId, OrderMessage message)
    {
        json.WriteStartObject();
        json.WriteString("id", message.Id);
        json.WritePropertyName("from");
        Write(json, orderId, message.From, null);
        json.WriteStartArray("to");
        Write(json, orderId, message.To, message.IsToCustomer ? "Customer" : "Store");
        json.WriteEndArray();
        json.WriteString("subject", message.Subject);
        json.WriteString("firstWords", FirstOf(message.Text));
        json.WriteString("body", message.Body);
        json.WriteBoolean("hasAttachment", false);
        json.WriteStartArray("attachmentNames");
        json.WriteEndArray();
        json.WriteString("date", OrderTerms.Instant(message.At));
        json.WriteEndObject();
    }

    // A letter of two halves is not cut in the middle.
    private static string FirstOf(string text)
    {
        var length = text.Length > FirstWords && char.IsHighSurrogate(text[FirstWords - 1]) ? FirstWords - 1 : Math.Min(FirstWords, text.Length);
        return text[..length];
    }

    private static void Write(Utf8JsonWriter json, string orderId, MailAddress address, string? role)
    {
        json.WriteStartObject();
        json.WriteString("conversationRelatedTo", orderId);
        json.WriteString("conversationSubject", "oms");
        json.WriteString("emailAlias", address.Address);
        json.WriteNumber("aliasMaskType", 0);
        json.WriteString("email", address.Address);
        json.WriteString("name", address.DisplayName);
        json.WriteString("role", role);
        json.WriteEndObject();
    }
}
