using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;

namespace AdminOrders.Web.Api.Orders.Document;

/// <summary>The three shapes in which whole orders are answered; they differ in names and in what they hold.</summary>
internal enum OrderForm
{
    /// <summary><c>GET /api/oms/pvt/orders/{orderId}</c>.</summary>
    GetOrder,

    /// <summary><c>GET /api/oms/pvt/orders/order-group/{orderGroup}</c>.</summary>
    OrderGroup,

    /// <summary><c>GET /api/orders/pvt/document/{orderId}</c>.</summary>
    OrderDocument,
}

/// <summary>An order as it stands at an instant, ready to be answered.</summary>
internal sealed record OrderAnswer(OrderRecord Record, OrderForm Form, DateTimeOffset Now)
{
    // Whether, not how: a policy decides whether a cancellation is asked for or done, never whether it can be.
    private static readonly Actor Store = new(Side.Store, "api", "")
    {
        Resources = PredefinedRoles.OrderResources,
        HasFullAccess = true,
    };

    public OrderFacts Facts => Record.Facts;

    /// <summary>Whether the store may cancel the order, or ask for it; whoever calls.</summary>
    public bool AllowsCancellation => IsOffered(CommandKind.Cancel);

    /// <summary>Whether the store may remove items.</summary>
    public bool AllowsEdition => IsOffered(CommandKind.ChangeItems);

    /// <summary>Units that were removed here.</summary>
    public bool HasRemovedItems => Facts.Items.Any(item => item.RemovedQuantity > 0);

    /// <summary>Id of what canceled or asks to, and why; null where the order is neither canceled nor asked to be.</summary>
    public CancellationFacts? Cancellation => Facts switch
    {
        { Stage: Stage.Canceled, Cancellation: { } canceled } => new(canceled.RequestedBy, canceled.At, canceled.RequestId, canceled.Reason),
        { Stage: Stage.Requested, Requests: [_, ..] requests } when requests.MinBy(request => request.RequestedAt) is { } first =>
            new(first.RequestedBy, first.RequestedAt, first.Id, first.Reason),
        _ => null,
    };

    public string? Words(Reason reason) => OrderTerms.Words(reason, Record.ReasonLabels);

    private bool IsOffered(CommandKind kind) => Eligibility.Of(kind, Facts, Store, Now, Policy.Default).IsOffered;
}

/// <summary>The cancellation, or the oldest open request for it.</summary>
internal sealed record CancellationFacts(Side RequestedBy, DateTimeOffset At, string? RequestId, Reason Reason);
