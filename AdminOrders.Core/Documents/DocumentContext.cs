using System.Collections.Immutable;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Documents;

/// <summary>What every part of a document's mapping needs to know of the order.</summary>
internal sealed record DocumentContext
{
    public required DocumentField Root { get; init; }

    public required string OrderId { get; init; }

    public required string Status { get; init; }

    /// <summary>How far the order has come, whatever is asked of it meanwhile: while requested the status before.</summary>
    public required string Reached { get; init; }

    public required ImmutableArray<string> WorkflowStatuses { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset LastChangeAt { get; init; }

    public DateTimeOffset? AuthorizedAt { get; init; }

    public required bool IsMarketplaceOrder { get; init; }

    public Stage Stage => Stages.Of(Status);

    /// <summary>Paid by its status, or, where the status does not tell, by its date of authorization.</summary>
    public bool IsPaid => Stages.Of(Reached) switch
    {
        Stage.Open => Stages.IsPaid(Reached),
        Stage.Window or Stage.Ready or Stage.Handling or Stage.Invoiced => true,
        Stage.Incomplete or Stage.Moving or Stage.Requested or Stage.Canceled or Stage.Replaced or Stage.Unknown => AuthorizedAt is not null,
    };
}
