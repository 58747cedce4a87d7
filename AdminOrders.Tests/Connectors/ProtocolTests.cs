using System.Collections.Frozen;
using System.Net;
using System.Text.Json;
using AdminOrders.Core.Connectors.Outside;
using AdminOrders.Core.Connectors.Payments;
using AdminOrders.Core.Orders;
using Microsoft.Extensions.Configuration;

namespace AdminOrders.Tests.Connectors;

/// <summary>
/// Against VTEX's Payment Provider Protocol (<c>VTEX - Payment Provider Protocol.json</c> of vtex/openapi-schemas): the required fields of its requests and
/// the values of its examples.
/// </summary>
public sealed class ProtocolTests
{
    private static readonly PaymentProviderSettings Settings =
        new(new("https://pay.example.com/"), "key", "token", FrozenSet.ToFrozenSet(["already-settled"], StringComparer.OrdinalIgnoreCase));

    [Fact]
    public void Whatever_is_not_known_of_a_payment_a_call_fits_the_protocol()
    {
        Assert.Null(Misfit("cancellations", JsonSerializer.SerializeToElement(new CancellationCall("p", "r", "t", "", null, null, 2_300), ProviderJson.Default.CancellationCall)));
        Assert.Null(Misfit("settlements", JsonSerializer.SerializeToElement(new SettlementCall("p", "r", "t", "", null, null, 20.0m), ProviderJson.Default.SettlementCall)));
        Assert.Null(Misfit("refunds", JsonSerializer.SerializeToElement(new RefundCall("p", "r", "t", "", "", null, null, 20.0m), ProviderJson.Default.RefundCall)));
    }

    [Theory]
    [InlineData("refunds", """{"paymentId":"p","requestId":"r","transactionId":"t","tid":"","value":1}""", "settleId")]
    [InlineData("settlements", """{"paymentId":"p","requestId":"r","transactionId":"t","authorizationId":"","value":"1"}""", "value")]
    [InlineData("cancellations", """{"paymentId":"p","requestId":"r","authorizationId":"","amount":1}""", "amount")]
    [InlineData("voids", """{"paymentId":"p"}""", "/payments/p/voids")]
    public void A_call_that_does_not_fit_is_refused_by_the_field(string operation, string body, string misfit) =>
        Assert.Equal(misfit, Misfit(operation, JsonDocument.Parse(body).RootElement));

    [Theory]
    [InlineData(200, """{"paymentId":"F5C1A4E20D3B4E07B7E871F5B5BC9F91","cancellationId":"1231323234234","code":null,"message":"Successfully cancelled","requestId":"D12D9B80972C462980F5067A3A126837","connectorMetadata":[{"name":"MetadataName","value":"MetadataValue"}]}""", "Voided", "Successfully cancelled")]
    [InlineData(500, """{"paymentId":"F5C1A4E20D3B4E07B7E871F5B5BC9F91","cancellationId":null,"code":"ERR123","message":"Cancellation has failed due to an internal error","requestId":"D12D9B80972C462980F5067A3A126837"}""", null, "The payment provider answered 500 ERR123: Cancellation has failed due to an internal error")]
    [InlineData(501, """{"paymentId":"F5C1A4E20D3B4E07B7E871F5B5BC9F91","cancellationId":null,"code":"cancel-manually","message":"This payment needs to be manually cancelled","requestId":"D12D9B80972C462980F5067A3A126837"}""", "ByHand", "The payment provider answered 501 cancel-manually: This payment needs to be manually cancelled")]
    [InlineData(500, """{"code":"Already-Settled","message":"too late"}""", "Captured", "The payment provider answered 500 Already-Settled: too late")]
    [InlineData(200, """{"cancellationId":"","code":"no","message":null}""", "Refused", "The payment provider answered 200 no.")]
    [InlineData(200, "<html>", null, "The payment provider answered 200 and nothing that could be read.")]
    [InlineData(302, "", null, "The payment provider answered 302 and nothing that could be read.")]
    [InlineData(401, "", null, "The payment provider answered 401 and nothing that could be read.")]
    [InlineData(429, """{"message":"slow down"}""", null, "The payment provider answered 429: slow down")]
    [InlineData(503, "", null, "The payment provider answered 503 and nothing that could be read.")]
    [InlineData(422, """{"code":"x","message":"a\u0000b\nc"}""", "Refused", "The payment provider answered 422 x: a b c")]
    public void A_cancellation_means_what_its_answer_says(int status, string body, string? answer, string words) =>
        AssertMeans(status, body, PaymentAnswer.Voided, reply => reply.CancellationId, answer, words);

    [Theory]
    [InlineData(200, """{"paymentId":"F5C1A4E20D3B4E07B7E871F5B5BC9F91","refundId":"2EA354989E7E4BBC9F9D7B66674C2574","value":57,"code":null,"message":"Successfully refunded","requestId":"LA4E20D3B4E07B7E871F5B5BC9F91"}""", "Refunded", "Successfully refunded")]
    [InlineData(500, """{"paymentId":"F5C1A4E20D3B4E07B7E871F5B5BC9F91","refundId":null,"value":0,"code":"ERR123","message":"Refund has failed due to an internal error","requestId":"LA4E20D3B4E07B7E871F5B5BC9F91"}""", null, "The payment provider answered 500 ERR123: Refund has failed due to an internal error")]
    [InlineData(501, """{"paymentId":"F5C1A4E20D3B4E07B7E871F5B5BC9F91","refundId":null,"value":0,"code":"refund-manually","message":"This payment needs to be manually refunded","requestId":"LA4E20D3B4E07B7E871F5B5BC9F91"}""", "ByHand", "The payment provider answered 501 refund-manually: This payment needs to be manually refunded")]
    [InlineData(500, """{"code":"already-settled","message":"?"}""", null, "The payment provider answered 500 already-settled: ?")]
    public void A_refund_means_what_its_answer_says(int status, string body, string? answer, string words) =>
        AssertMeans(status, body, PaymentAnswer.Refunded, reply => reply.RefundId, answer, words);

    [Fact]
    public void Words_are_kept_as_far_as_a_store_takes_them()
    {
        Assert.Equal(500, OutsideWords.Fitting(new string('x', 10_000)).Length);
        Assert.Equal("a b", OutsideWords.Fitting("a\0b\r\n"));
        Assert.Equal(500, OutsideWords.Fitting(string.Concat(Enumerable.Repeat("😀", 400))).Length);
        Assert.DoesNotContain('\ud83d', OutsideWords.Fitting("\ud83dx"));
    }

    [Theory]
    [InlineData("Address", "http://pay.example.com")]
    [InlineData("Address", "https://user@pay.example.com")]
    [InlineData("Address", "https://pay.example.com/?key=1")]
    [InlineData("Address", "pay")]
    [InlineData("AppKey", "")]
    [InlineData("AppToken", "")]
    public void A_wrong_setting_is_named_and_no_secret_is_told(string name, string value)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => From(("Address", "https://pay.example.com"), ("AppKey", "k"), ("AppToken", "s3cret"), (name, value)));

        Assert.StartsWith($"Payments:Provider:{name}", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_address_there_is_no_provider_and_with_one_its_secrets_stay_in_the_settings()
    {
        Assert.Null(From());
        Assert.Throws<InvalidOperationException>(() => From(("AppKey", "k")));
        var settings = From(("Address", "https://pay.example.com/v1"), ("AppKey", "k"), ("AppToken", "s3cret"))!;
        Assert.Equal((new Uri("https://pay.example.com/v1/"), "pay.example.com"), (settings.Address, settings.ToString()));
    }

    private static PaymentProviderSettings? From(params (string Name, string Value)[] told)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, value) in told)
        {
            settings["Payments:Provider:" + name] = value;
        }

        return PaymentProviderSettings.From(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), new OutsideSettings(TimeSpan.FromSeconds(1), []));
    }

    private static void AssertMeans(int status, string body, PaymentAnswer done, Func<ProviderReply, string?> reference, string? answer, string words)
    {
        var reply = body.StartsWith('{') ? JsonSerializer.Deserialize(body, ProviderJson.Default.ProviderReply) : null;

        var means = ReplyRules.Read((HttpStatusCode)status, reply, reply is null ? null : reference(reply), done, Settings);

        Assert.Equal((answer, words), (means.Answer?.ToString(), means.Words));
    }

    private static string? Misfit(string operation, JsonElement body) =>
        PaymentProtocol.Misfit(new($"/payments/p/{operation}", "key", "token", "application/json", body));
}
