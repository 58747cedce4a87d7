using System.Security.Cryptography;

namespace AdminOrders.Web.Features.Qa;

/// <summary>The order that a tester wants; what is left out is made up.</summary>
internal sealed record OrdersRequest
{
    /// <summary>The name of a <see cref="QaSituation"/>; it must be there.</summary>
    public string? Situation { get; init; }

    public string? Id { get; init; }

    public string? Sequence { get; init; }

    /// <summary>First and last name.</summary>
    public string? Customer { get; init; }

    /// <summary>Sold on a marketplace.</summary>
    public bool Marketplace { get; init; }

    /// <summary>Fulfilled by another seller.</summary>
    public bool ExternalSeller { get; init; }

    /// <summary>Now, where it is left out.</summary>
    public DateTimeOffset? PlacedAt { get; init; }
}

/// <summary>The order, and where to look at it.</summary>
internal sealed record OrdersAnswer(string Id, string Sequence, string Customer, string Status, string Address);

/// <summary><c>POST /qa/orders</c>: places one order in a named situation.</summary>
internal static class OrdersEndpoint
{
    private const int SequenceLength = 12;

    public static void Map(IEndpointRouteBuilder qa) => qa.MapPost("/orders", PlaceAsync);

    private static async Task<OrdersAnswer> PlaceAsync(HttpRequest request, QaOrders orders, TimeProvider time, CancellationToken cancellationToken)
    {
        var wanted = await QaBody.ReadAsync<OrdersRequest>(request, cancellationToken);
        var order = Named(wanted);
        var status = await orders.PlaceAsync(order, wanted.PlacedAt ?? time.GetUtcNow(), cancellationToken);
        return new(order.Id, order.Sequence, order.CustomerName, status, $"{request.Scheme}://{request.Host}{request.PathBase}/orders/{Uri.EscapeDataString(order.Id)}");
    }

    private static QaOrder Named(OrdersRequest wanted)
    {
        var sequence = wanted.Sequence ?? RandomNumberGenerator.GetString("123456789", SequenceLength);
        var order = new QaOrder(wanted.Id ?? $"v{sequence}qa-01", sequence, wanted.Customer ?? $"Yara Quirino{sequence}", QaSituations.Named(wanted.Situation));
        return order.Id.Length < 4 || !order.CustomerName.Contains(' ', StringComparison.Ordinal)
            ? throw new QaException("An id has at least 4 characters, a customer a first and a last name.")
            : order with { IsMarketplace = wanted.Marketplace || order.IsMarketplace, IsExternalSeller = wanted.ExternalSeller || order.IsExternalSeller };
    }
}
