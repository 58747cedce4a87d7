using System.Text.Json;

namespace AdminOrders.Web.Features.Qa;

/// <summary>What a tester tells the sample provider about a payment.</summary>
internal sealed record PaymentScenarioRequest
{
    public PaymentScenario Scenario { get; init; }

    /// <summary>For so many calls; null: until told otherwise.</summary>
    public int? Times { get; init; }
}

/// <summary>
/// The sample payment provider: <c>POST /qa/payment-provider/payments/{paymentId}/cancellations</c>, <c>refunds</c> and <c>settlements</c> as the protocol has them,
/// <c>PUT /qa/payment-provider/scenarios/{paymentId}</c> with <c>{"scenario":"refuse","times":2}</c> (<c>accept</c>, <c>refuse</c>, <c>fail</c>, <c>delay</c>, <c>late</c>,
/// <c>twice</c>, <c>by-hand</c>, <c>settled</c>) and <c>GET</c> of the calls that came in for it.
/// </summary>
internal static class PaymentProviderEndpoint
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(10);

    public static void Map(IEndpointRouteBuilder qa)
    {
        var provider = qa.MapGroup("/payment-provider");
        MapOperation(provider, "cancellations", PaymentOperation.Cancellation);
        MapOperation(provider, "refunds", PaymentOperation.Refund);
        MapOperation(provider, "settlements", PaymentOperation.Settlement);
        provider.MapPut("/scenarios/{paymentId}", async (string paymentId, HttpRequest request, SamplePaymentProvider sample, CancellationToken cancellationToken) =>
        {
            var told = await QaBody.ReadAsync<PaymentScenarioRequest>(request, cancellationToken);
            sample.Tell(paymentId, told.Scenario, told.Times);
            return TypedResults.NoContent();
        });
        provider.MapGet("/scenarios/{paymentId}", (string paymentId, SamplePaymentProvider sample) => TypedResults.Json(sample.CallsOf(paymentId)));
    }

    private static void MapOperation(IEndpointRouteBuilder provider, string name, PaymentOperation operation) => provider.MapPost(
        $"/payments/{{paymentId}}/{name}",
        (string paymentId, HttpContext context, SamplePaymentProvider sample, CancellationToken cancellationToken) =>
            AnswerAsync(context, sample, paymentId, operation, cancellationToken));

    private static async Task AnswerAsync(HttpContext context, SamplePaymentProvider sample, string paymentId, PaymentOperation operation, CancellationToken cancellationToken)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: cancellationToken);
        var (call, headers) = (body.RootElement, context.Request.Headers);
        if (headers["X-PROVIDER-API-AppKey"].Count != 1 || headers["X-PROVIDER-API-AppToken"].Count != 1)
        {
            throw new QaException("Send X-PROVIDER-API-AppKey and X-PROVIDER-API-AppToken.", StatusCodes.Status401Unauthorized);
        }

        var reply = sample.Ask(
            paymentId, operation, call.GetProperty("requestId").GetString()!, call.TryGetProperty("value", out var value) ? value.GetDecimal() : 0);
        await SendAsync(context, reply, cancellationToken);
    }

    private static async Task SendAsync(HttpContext context, SampleReply reply, CancellationToken cancellationToken)
    {
        if (reply.Manner is PaymentScenario.Twice)
        {
            context.Abort();
            return;
        }

        if (reply.Manner is PaymentScenario.Delay or PaymentScenario.Late)
        {
            // The shop's clock may stand still; who waits does not.
            await Task.Delay(reply.Manner is PaymentScenario.Delay ? Delay : Late, TimeProvider.System, cancellationToken);
        }

        context.Response.StatusCode = reply.Status;
        await context.Response.WriteAsJsonAsync(reply.Body, cancellationToken);
    }
}
