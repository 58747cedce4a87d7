using System.Collections.Immutable;

namespace AdminOrders.Web.Api.Access;

/// <summary>What a caller must have to use an operation: one of these resources.</summary>
internal sealed record NeededResources(ImmutableArray<string> AnyOf)
{
    /// <summary>The operation is the customer's, by the token of the link to an order, and nobody else's.</summary>
    public bool IsForCustomers { get; init; }

    /// <summary>The operation is for those who know the channel's secret, and nobody else; null: it is not.</summary>
    public string? Channel { get; init; }

    /// <summary>Whether who calls may use the operation.</summary>
    public bool IsOpenTo(ApiCaller caller) => caller switch
    {
        { OrderId: not null } => IsForCustomers,
        { Channel: { } channel } => channel == Channel,
        _ => AnyOf.Any(caller.Actor.Resources.Contains),
    };
}

/// <summary>How an operation says what it needs.</summary>
internal static class NeededResourcesExtensions
{
    /// <summary>Opens the operation to callers that have at least one of the resources. Every operation of the API says it once.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder operation, params string[] anyOf)
        where TBuilder : IEndpointConventionBuilder => operation.WithMetadata(new NeededResources([.. anyOf]));

    /// <summary>Opens the operation to those who know the channel's secret.</summary>
    public static TBuilder ForChannel<TBuilder>(this TBuilder operation, string channel)
        where TBuilder : IEndpointConventionBuilder => operation.WithMetadata(new NeededResources([]) { Channel = channel });

    /// <summary>Opens the operation to customers only.</summary>
    public static TBuilder ForCustomers<TBuilder>(this TBuilder operation)
        where TBuilder : IEndpointConventionBuilder => operation.WithMetadata(new NeededResources([]) { IsForCustomers = true });
}
