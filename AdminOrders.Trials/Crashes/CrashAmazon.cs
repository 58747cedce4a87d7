using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace AdminOrders.Trials.Crashes;

/// <summary>
/// An Amazon that no crash of the server ends. It has every order that it is asked for, unshipped until the seller cancels it, and takes no cancellation twice. Some
/// first answers to a cancellation are lost on the way.
/// </summary>
internal sealed class CrashAmazon
{
    public const string TokenPath = "/auth/o2/token";
    private const int LosesEvery = 20;
    private readonly ConcurrentDictionary<string, Asked> asked = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> faults = new();
    private int cancellations;

    /// <summary>Which orders it was asked to cancel, and for what.</summary>
    public IReadOnlyDictionary<string, Asked> Asked => asked;

    /// <summary>Two reasons for one order, in words.</summary>
    public IReadOnlyCollection<string> Faults => faults;

    public async Task Answer(HttpContext context)
    {
        context.Response.Headers["x-amzn-RateLimit-Limit"] = "1000";
        var path = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        object? answer = path switch
        {
            ["auth", ..] => new { access_token = "trial", token_type = "bearer", expires_in = 3600 },
            [_, _, _] => new { orders = Array.Empty<object>(), lastUpdatedBefore = TimeProvider.System.GetUtcNow() },
            [_, _, _, var id] => new { order = Order(id) },
            [_, _, _, var id, _] => await Cancel(context, id),
            _ => throw new InvalidOperationException($"Amazon has nothing at {context.Request.Path}."),
        };
        if (answer is not null)
        {
            await context.Response.WriteAsJsonAsync(answer, context.RequestAborted);
        }
    }

    private object Order(string id) => new
    {
        orderId = id,
        createdTime = TimeProvider.System.GetUtcNow(),
        lastUpdatedTime = TimeProvider.System.GetUtcNow(),
        salesChannel = new { channelName = "AMAZON", marketplaceId = "A2Q3Y263D00KWC" },
        fulfillment = new { fulfillmentStatus = asked.ContainsKey(id) ? "CANCELLED" : "UNSHIPPED", fulfilledBy = "MERCHANT" },
        orderItems = new[] { new { orderItemId = "1", quantityOrdered = 5, product = new { sellerSku = "sku-1", title = "Shirt" } } },
    };

    // Null: it is done, and who asked does not hear of it.
    private async Task<object?> Cancel(HttpContext context, string id)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var reason = body.RootElement.GetProperty("cancelReasonCode").GetString()!;
        var told = asked.AddOrUpdate(id, new Asked(reason, 1), (_, known) => known with { Times = known.Times + 1 });
        if (told.Wish != reason)
        {
            faults.Enqueue(string.Create(CultureInfo.InvariantCulture, $"Amazon was asked to cancel {id} for {told.Wish} and for {reason}"));
        }

        if (told.Times > 1)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return new { errors = new[] { new { code = "InvalidInput", message = "The order is canceled" } } };
        }

        if (Interlocked.Increment(ref cancellations) % LosesEvery == 0)
        {
            context.Abort();
            return null;
        }

        return new { };
    }
}
