using AdminOrders.Core.Orders;

namespace AdminOrders.Web.Api.Access;

/// <summary>Who calls, as the store knew them when this request came. A handler takes it as a parameter.</summary>
/// <param name="Credential"><c>key:ID</c>, <c>user:ID</c>, <c>customer:KEY</c> with the order's key, or <c>channel:NAME</c>.</param>
/// <param name="Actor">As the rules and the history know them.</param>
/// <param name="SecondCall">What a second cancel by this credential means.</param>
internal sealed record ApiCaller(string Credential, Actor Actor, SecondCall SecondCall)
{
    /// <summary>The channel whose key it is, the only one whose orders it reaches; null: it reaches all orders.</summary>
    public string? Affiliate { get; init; }

    /// <summary>The seller whose key it is, the only one whose orders it reaches; null: it reaches all orders.</summary>
    public string? SellerId { get; init; }

    /// <summary>The order whose customer it is, the only one that it reaches; null: it is no customer.</summary>
    public string? OrderId { get; init; }

    /// <summary>The channel whose secret it knows: it may bring that channel's notifications and do nothing else; null: it does not come by a secret.</summary>
    public string? Channel { get; init; }

    /// <summary>With whom it shares what the limit of requests gives one: customers are one for all of them.</summary>
    public string Share => OrderId is null ? Credential : "customers";

    /// <summary>Whether the order is there for this caller: a channel's key reaches what it sold, a seller's what it fulfils.</summary>
    public bool Reaches(string affiliateId, string sellerId) =>
        (Affiliate is null || affiliateId == Affiliate) && (SellerId is null || sellerId == SellerId);

    public static ValueTask<ApiCaller?> BindAsync(HttpContext context) => ValueTask.FromResult(context.Features.Get<ApiCaller>());
}
