using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace AdminOrders.Trials.Crashes;

/// <summary>
/// An Amazon that no crash of the server ends. Besides what is sold there it has every order that it is asked for, unshipped until the seller cancels it, and takes no
/// cancellation twice. Some first answers to a cancellation are lost on the way.
/// </summary>
internal sealed class CrashAmazon
{
    public const string TokenPath = "/auth/o2/token";

    private const int PageSize = 20;

    /// <summary>Which orders it was asked to cancel, and for what.</summary>
    public Memory Memory { get; } = new();

    /// <summary>What is sold and canceled there.</summary>
    public AmazonSales Sales { get; } = new();

    public async Task Answer(HttpContext context)
    {
        context.Response.Headers["x-amzn-RateLimit-Limit"] = "1000";
        var path = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        object? answer = path switch
        {
            ["auth", ..] => new { access_token = "trial", token_type = "bearer", expires_in = 3600 },
            [_, _, _] => Search(context.Request.Query),
            [_, _, _, var id] => new { order = Sales.All.TryGetValue(id, out var sale) ? Order(sale) : Order(id) },
            [_, _, _, var id, _] => await Cancel(context, id),
            _ => throw new InvalidOperationException($"Amazon has nothing at {context.Request.Path}."),
        };
        if (answer is not null)
        {
            await context.Response.WriteAsJsonAsync(answer, context.RequestAborted);
        }
    }

    // A page's token is how many were told before it, and what changes meanwhile comes behind.
    private object Search(IQueryCollection query)
    {
        var after = DateTimeOffset.Parse(query["lastUpdatedAfter"]!, CultureInfo.InvariantCulture);
        var told = int.Parse(query["paginationToken"].FirstOrDefault("0")!, CultureInfo.InvariantCulture);
        var now = TimeProvider.System.GetUtcNow();
        var found = Sales.Since(after);
        var next = told + PageSize < found.Count ? (told + PageSize).ToString(CultureInfo.InvariantCulture) : null;
        return new { orders = found.Skip(told).Take(PageSize).Select(sale => Order(sale)), pagination = new { nextToken = next }, lastUpdatedBefore = now };
    }

    private object Order(string id)
    {
        var now = TimeProvider.System.GetUtcNow();
        return Order(new Sale(id, now, now, Memory.Asked.ContainsKey(id) ? "MERCHANT" : null));
    }

    private static object Order(Sale sale) => new
    {
        orderId = sale.Id,
        createdTime = sale.SoldAt,
        lastUpdatedTime = sale.UpdatedAt,
        salesChannel = new { channelName = "AMAZON", marketplaceId = "A2Q3Y263D00KWC" },
        buyer = new { buyerName = "Yara Campos", buyerEmail = "yara@marketplace.example.com" },
        fulfillment = new { fulfillmentStatus = sale.CanceledBy is null ? "UNSHIPPED" : "CANCELLED", fulfilledBy = "MERCHANT" },
        orderItems = new[]
        {
            new
            {
                orderItemId = "1",
                quantityOrdered = AmazonSales.Units,
                product = new { sellerSku = "sku-1", title = "Shirt", price = new { unitPrice = new { amount = "20.00", currencyCode = "BRL" } } },
                cancellation = sale.CanceledBy is { } who ? new { cancellationExecution = new { cancelledBy = who } } : null,
            },
        },
    };

    // Null: it is done, and who asked does not hear of it.
    private async Task<object?> Cancel(HttpContext context, string id)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var reason = body.RootElement.GetProperty("cancelReasonCode").GetString()!;
        if (Memory.Note(id, reason, $"Amazon was asked to cancel {id}") > 1)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return new { errors = new[] { new { code = "InvalidInput", message = "The order is canceled" } } };
        }

        if (Memory.LosesAnswer())
        {
            context.Abort();
            return null;
        }

        return new { };
    }
}
