using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace AdminOrders.Web.Features.Qa;

/// <summary>How the sample provider treats a payment.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PaymentScenario>))]
internal enum PaymentScenario
{
    /// <summary>Does what is asked.</summary>
    [JsonStringEnumMemberName("accept")]
    Accept,

    /// <summary>Will not, for ever.</summary>
    [JsonStringEnumMemberName("refuse")]
    Refuse,

    /// <summary>Cannot at the moment: 500.</summary>
    [JsonStringEnumMemberName("fail")]
    Fail,

    /// <summary>Does it and answers after two seconds.</summary>
    [JsonStringEnumMemberName("delay")]
    Delay,

    /// <summary>Does it and answers when nobody waits any more.</summary>
    [JsonStringEnumMemberName("late")]
    Late,

    /// <summary>Does it and hangs up: who asks again is answered a second time.</summary>
    [JsonStringEnumMemberName("twice")]
    Twice,

    /// <summary>501.</summary>
    [JsonStringEnumMemberName("by-hand")]
    ByHand,

    /// <summary>Had captured the payment before it was to be void.</summary>
    [JsonStringEnumMemberName("settled")]
    Settled,
}

/// <summary>What can be asked of the provider.</summary>
internal enum PaymentOperation
{
    Cancellation,
    Refund,
    Settlement,
}

/// <summary>A call that came in, and the status that it was answered with.</summary>
internal sealed record PaymentCall(PaymentOperation Operation, string RequestId, decimal Value, int Status);

/// <summary>What is sent back, and how.</summary>
internal sealed record SampleReply(int Status, JsonObject Body, PaymentScenario Manner);

/// <summary>
/// A payment provider of the Payment Provider Protocol that keeps its payments in memory and does what it is told to for each. It does nothing twice for one
/// request: a repetition gets the first answer.
/// </summary>
internal sealed class SamplePaymentProvider
{
    private readonly Lock guard = new();
    private readonly Dictionary<string, SamplePayment> payments = new(StringComparer.Ordinal);

    /// <summary>From now on; <paramref name="times"/>: for so many calls, null for all.</summary>
    public void Tell(string paymentId, PaymentScenario scenario, int? times)
    {
        lock (guard)
        {
            (Of(paymentId).Scenario, Of(paymentId).Times) = (scenario, times ?? int.MaxValue);
        }
    }

    public IReadOnlyList<PaymentCall> CallsOf(string paymentId)
    {
        lock (guard)
        {
            return [.. Of(paymentId).Calls];
        }
    }

    public SampleReply Ask(string paymentId, PaymentOperation operation, string requestId, decimal value)
    {
        lock (guard)
        {
            var payment = Of(paymentId);
            var manner = payment.NextManner();
            var reply = payment.Answers.TryGetValue(requestId, out var answered) ? answered with { Manner = manner } : Answer(paymentId, payment, operation, requestId, value, manner);
            payment.Calls.Add(new(operation, requestId, value, reply.Status));
            return reply with { Body = (JsonObject)reply.Body.DeepClone() };
        }
    }

    private SamplePayment Of(string paymentId)
    {
        if (!payments.TryGetValue(paymentId, out var payment))
        {
            payments.Add(paymentId, payment = new());
        }

        return payment;
    }

    private static SampleReply Answer(string paymentId, SamplePayment payment, PaymentOperation operation, string requestId, decimal value, PaymentScenario manner)
    {
        var (status, code, message) = (manner, operation) switch
        {
            (PaymentScenario.Refuse, _) => (StatusCodes.Status400BadRequest, "denied", "The issuer will not do this"),
            (PaymentScenario.Fail, _) => (StatusCodes.Status500InternalServerError, "ERR123", "It has failed due to an internal error"),
            (PaymentScenario.ByHand, PaymentOperation.Cancellation) => (StatusCodes.Status501NotImplemented, "cancel-manually", "This payment needs to be manually cancelled"),
            (PaymentScenario.ByHand, _) => (StatusCodes.Status501NotImplemented, "refund-manually", "This payment needs to be manually refunded"),
            (PaymentScenario.Settled, PaymentOperation.Cancellation) => (StatusCodes.Status500InternalServerError, "already-settled", "This payment has been settled"),
            _ => (StatusCodes.Status200OK, null as string, "Done"),
        };
        var reply = new SampleReply(status, Body(paymentId, operation, requestId, value, status, code, message), manner);
        if (status == StatusCodes.Status200OK)
        {
            payment.Answers.Add(requestId, reply);
        }

        return reply;
    }

    private static JsonObject Body(string paymentId, PaymentOperation operation, string requestId, decimal value, int status, string? code, string message)
    {
        var isDone = status == StatusCodes.Status200OK;
        var body = new JsonObject
        {
            ["paymentId"] = paymentId,
            [IdOf(operation)] = isDone ? string.Create(CultureInfo.InvariantCulture, $"sample-{Guid.NewGuid():N}") : null,
            ["code"] = code,
            ["message"] = message,
            ["requestId"] = requestId,
        };
        if (operation is not PaymentOperation.Cancellation)
        {
            body["value"] = isDone ? value : 0;
        }

        return body;
    }

    private static string IdOf(PaymentOperation operation) => operation switch
    {
        PaymentOperation.Cancellation => "cancellationId",
        PaymentOperation.Refund => "refundId",
        PaymentOperation.Settlement => "settleId",
    };

    private sealed class SamplePayment
    {
        public PaymentScenario Scenario { get; set; }

        public int Times { get; set; } = int.MaxValue;

        public Dictionary<string, SampleReply> Answers { get; } = new(StringComparer.Ordinal);

        public List<PaymentCall> Calls { get; } = [];

        // Who hung up once answers the next time.
        public PaymentScenario NextManner()
        {
            var manner = Times > 0 ? Scenario : PaymentScenario.Accept;
            Times = Scenario is PaymentScenario.Twice ? 0 : Times == int.MaxValue ? Times : Math.Max(0, Times - 1);
            return manner;
        }
    }
}
