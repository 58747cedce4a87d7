using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace AdminOrders.Trials.Crashes;

/// <summary>What somebody outside was asked under one id.</summary>
/// <param name="Wish">For example operation, payment and value.</param>
/// <param name="Times">How often.</param>
internal sealed record Asked(string Wish, int Times);

/// <summary>
/// A payment provider that no crash of the server ends. It does what is asked once for a request's id, and remembers what it was asked; some first answers
/// are lost on the way.
/// </summary>
internal sealed class CrashProvider
{
    private const int LosesEvery = 20;
    private readonly ConcurrentDictionary<string, Asked> asked = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> faults = new();
    private int calls;

    /// <summary>By request id.</summary>
    public IReadOnlyDictionary<string, Asked> Asked => asked;

    /// <summary>Two wishes under one id, in words.</summary>
    public IReadOnlyCollection<string> Faults => faults;

    public async Task Answer(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var (call, operation) = (body.RootElement, context.Request.Path.Value!.Split('/')[^1]);
        var (id, payment, value) = (call.GetProperty("requestId").GetString()!, call.GetProperty("paymentId").GetString()!, call.GetProperty("value").GetDecimal());
        var wish = FormattableString.Invariant($"{operation} {payment} {value}");
        asked.AddOrUpdate(id, new Asked(wish, 1), (_, known) => known with { Times = known.Times + 1 });
        if (asked[id].Wish != wish)
        {
            faults.Enqueue($"the provider was asked under {id} for {asked[id].Wish} and for {wish}");
        }

        // It is done, and who asked does not hear of it.
        if (asked[id].Times == 1 && Interlocked.Increment(ref calls) % LosesEvery == 0)
        {
            context.Abort();
            return;
        }

        await context.Response.WriteAsJsonAsync(
            new { paymentId = payment, requestId = id, cancellationId = "done", refundId = "done", settleId = "done", value, message = "Done" }, context.RequestAborted);
    }
}
