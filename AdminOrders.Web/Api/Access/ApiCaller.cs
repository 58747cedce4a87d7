using AdminOrders.Core.Orders;

namespace AdminOrders.Web.Api.Access;

/// <summary>Who calls, as the store knew them when this request came. A handler takes it as a parameter.</summary>
/// <param name="Credential"><c>key:ID</c> or <c>user:ID</c>.</param>
/// <param name="Actor">As the rules and the history know them.</param>
/// <param name="SecondCall">What a second cancel by this credential means.</param>
internal sealed record ApiCaller(string Credential, Actor Actor, SecondCall SecondCall)
{
    /// <summary>The channel whose key it is, the only one whose orders it reaches; null: it reaches all orders.</summary>
    public string? Affiliate { get; init; }

    /// <summary>The seller whose key it is, the only one whose orders it reaches; null: it reaches all orders.</summary>
    public string? SellerId { get; init; }

    /// <summary>Whether the order is there for this caller: a channel's key reaches what it sold, a seller's what it fulfils.</summary>
    public bool Reaches(string affiliateId, string sellerId) =>
        (Affiliate is null || affiliateId == Affiliate) && (SellerId is null || sellerId == SellerId);

    public static ValueTask<ApiCaller?> BindAsync(HttpContext context) => ValueTask.FromResult(context.Features.Get<ApiCaller>());
}
