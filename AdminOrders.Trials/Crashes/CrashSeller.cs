using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace AdminOrders.Trials.Crashes;

/// <summary>
/// An external seller that no crash of the server ends. It has not decided when it is asked for its first orders, and confirms when it is asked again; later ones it
/// confirms at once, as often as it is asked. Some first answers are lost on the way.
/// </summary>
internal sealed class CrashSeller
{
    public const string Id = "trial-seller";

    // Who is not told yes asks again after a minute: with more of them a store would wait for its end.
    private const int Undecided = 20;
    private int orders;

    /// <summary>By our order id: under which request.</summary>
    public Memory Memory { get; } = new();

    public async Task Answer(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var (order, request) = (body.RootElement.GetProperty("marketplaceOrderId").GetString()!, body.RootElement.GetProperty("cancellationRequestId").GetString()!);
        var isFirst = Memory.Note(order, request, $"the seller was asked to cancel {order}") == 1;
        if (isFirst && Interlocked.Increment(ref orders) <= Undecided)
        {
            return;
        }

        if (isFirst && Memory.LosesAnswer())
        {
            context.Abort();
            return;
        }

        await context.Response.WriteAsJsonAsync(
            new { date = TimeProvider.System.GetUtcNow(), marketplaceOrderId = order, orderId = $"S-{order}", receipt = request }, context.RequestAborted);
    }
}
