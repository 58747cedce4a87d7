using System.Collections.Immutable;

namespace AdminOrders.Web.Api.Access;

/// <summary>What a caller must have to use an operation: one of these resources.</summary>
internal sealed record NeededResources(ImmutableArray<string> AnyOf)
{
    /// <summary>The operation is the customer's, by the token of the link to an order, and nobody else's.</summary>
    public bool IsForCustomers { get; init; }

    /// <summary>Whether who calls may use the operation.</summary>
    public bool IsOpenTo(ApiCaller caller) => caller.OrderId is null ? AnyOf.Any(caller.Actor.Resources.Contains) : IsForCustomers;
}

/// <summary>How an operation says what it needs.</summary>
internal static class NeededResourcesExtensions
{
    /// <summary>Opens the operation to callers that have at least one of the resources. Every operation of the API says it once.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder operation, params string[] anyOf)
        where TBuilder : IEndpointConventionBuilder => operation.WithMetadata(new NeededResources([.. anyOf]));

    /// <summary>Opens the operation to customers only.</summary>
    public static TBuilder ForCustomers<TBuilder>(this TBuilder operation)
        where TBuilder : IEndpointConventionBuilder => operation.WithMetadata(new NeededResources([]) { IsForCustomers = true });
}
