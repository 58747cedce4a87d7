using System.Net;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;

namespace AdminOrders.Web.Features.My;

/// <summary>What came of showing a token.</summary>
/// <param name="Order">The order that it names; null: it is not good, or was not looked at.</param>
/// <param name="SecondsToWait">It was not looked at, because too many bad ones came from there; null: it was.</param>
internal sealed record Entry(CustomerOrderName? Order, int? SecondsToWait = null);

/// <summary>Where customers come in with the token of their link, on the page and over the API.</summary>
internal sealed class CustomerEntrance(CustomerLinks links, CustomerAttempts attempts)
{
    /// <summary>The customer as the rules know them. Whose order it is, the token says.</summary>
    public static Actor Customer { get; } = new(Side.Customer, "customer", "");

    public async Task<Entry> TryAsync(string token, IPAddress? from, CancellationToken cancellationToken)
    {
        if (attempts.Begin(from, token) is { } seconds)
        {
            return new(null, seconds);
        }

        var order = await links.Find(token, cancellationToken);
        if (order is null)
        {
            attempts.Failed(token);
        }
        else
        {
            attempts.Succeeded(from, token);
        }

        return new(order);
    }
}
