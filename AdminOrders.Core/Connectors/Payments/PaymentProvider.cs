using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AdminOrders.Core.Connectors.Outside;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Text;

namespace AdminOrders.Core.Connectors.Payments;

/// <summary>Speaks VTEX's Payment Provider Protocol with the provider of the settings. It keeps nothing: the request's id makes a repetition harmless.</summary>
internal sealed class PaymentProvider(PaymentProviderSettings settings, OutsideClient outside)
{
    /// <summary>Asks to void what is authorized.</summary>
    public Task<ProviderAnswer> Cancel(OwedPayment owed, string requestId, CancellationToken cancellationToken)
    {
        var names = owed.Names;
        var call = new CancellationCall(
            owed.Debt.PaymentId, requestId, owed.TransactionId, names.AuthorizationId, Told(names.Tid), Told(names.Nsu), owed.Debt.Amount);
        return Ask(owed, requestId, "cancellations", Body(call, ProviderJson.Default.CancellationCall), reply => reply.CancellationId, PaymentAnswer.Voided, cancellationToken);
    }

    /// <summary>Asks to capture what is authorized, whole or in part.</summary>
    public async Task<ProviderAnswer> Settle(OwedPayment owed, string requestId, CancellationToken cancellationToken)
    {
        var (names, value) = (owed.Names, MoneyText.Major(owed.Debt.Amount, owed.Currency));
        var call = new SettlementCall(owed.Debt.PaymentId, requestId, owed.TransactionId, names.AuthorizationId, Told(names.Tid), Told(names.Nsu), value);
        return await Ask(
            owed, requestId, "settlements", Body(call, ProviderJson.Default.SettlementCall), reply => reply.Value is { } captured && captured < value ? null : reply.SettleId,
            PaymentAnswer.Settled, cancellationToken);
    }

    /// <summary>Asks to give back what is captured, whole or in part.</summary>
    public async Task<ProviderAnswer> Refund(OwedPayment owed, string requestId, CancellationToken cancellationToken)
    {
        var (names, value) = (owed.Names, MoneyText.Major(owed.Debt.Amount, owed.Currency));
        var call = new RefundCall(owed.Debt.PaymentId, requestId, owed.TransactionId, owed.SettleId, names.Tid, Told(names.AuthorizationId), Told(names.Nsu), value);
        return await Ask(
            owed, requestId, "refunds", Body(call, ProviderJson.Default.RefundCall), reply => reply.Value is { } back && back < value ? null : reply.RefundId,
            PaymentAnswer.Refunded, cancellationToken);
    }

    private static string? Told(string name) => name.Length > 0 ? name : null;

    private static byte[] Body<T>(T call, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(call, type);

    private async Task<ProviderAnswer> Ask(
        OwedPayment owed, string requestId, string what, byte[] body, Func<ProviderReply, string?> reference, PaymentAnswer done, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(settings.Address, $"payments/{Uri.EscapeDataString(owed.Debt.PaymentId)}/{what}"));
        request.Headers.Add("X-PROVIDER-API-AppKey", settings.AppKey);
        request.Headers.Add("X-PROVIDER-API-AppToken", settings.AppToken);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        var (answer, trouble) = await outside.Ask(request, $"The payment provider {settings}", cancellationToken);
        if (answer is null)
        {
            return ProviderAnswer.NotNow(trouble);
        }

        var reply = Read(answer.Body);
        return reply is not null && IsAboutAnother(reply, owed, requestId)
            ? ProviderAnswer.NotNow($"The payment provider {settings} answered about another payment or request.")
            : ReplyRules.Read(answer.Status, reply, reply is null ? null : reference(reply), done, settings) with { Pause = answer.Pause };
    }

    private static bool IsAboutAnother(ProviderReply reply, OwedPayment owed, string requestId) =>
        !IsSame(reply.PaymentId, owed.Debt.PaymentId) || !IsSame(reply.RequestId, requestId);

    private static bool IsSame(string? told, string own) => told is null || string.Equals(told, own, StringComparison.OrdinalIgnoreCase);

    private static ProviderReply? Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, ProviderJson.Default.ProviderReply);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
