using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace AdminOrders.Trials.Crashes;

/// <summary>A payment provider that no crash of the server ends. It does what is asked once for a request's id; some first answers are lost on the way.</summary>
internal sealed class CrashProvider
{
    /// <summary>By request id.</summary>
    public Memory Memory { get; } = new();

    public async Task Answer(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var (call, operation) = (body.RootElement, context.Request.Path.Value!.Split('/')[^1]);
        var (id, payment, value) = (call.GetProperty("requestId").GetString()!, call.GetProperty("paymentId").GetString()!, call.GetProperty("value").GetDecimal());
        var times = Memory.Note(id, FormattableString.Invariant($"{operation} {payment} {value}"), $"the provider was asked under {id}");
        if (times == 1 && Memory.LosesAnswer())
        {
            context.Abort();
            return;
        }

        await context.Response.WriteAsJsonAsync(
            new { paymentId = payment, requestId = id, cancellationId = "done", refundId = "done", settleId = "done", value, message = "Done" }, context.RequestAborted);
    }
}
