using System.Text.Json;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;

namespace AdminOrders.Web.Features.Orders.Details;

/// <summary>What every part of the page is given: the order as it was read, what may be done with it, and the addresses around it.</summary>
/// <param name="Reader">Who looks at the page.</param>
public sealed record OrderScreen(OrderView Order, Actor Reader, OrderActions Actions, OrderAddress Address)
{
    public OrderFacts Facts => Order.Facts;

    public JsonElement Document => Order.Document;

    public string Currency => Order.Facts.Currency;

    /// <summary>Whether the action may be used.</summary>
    public ActionView this[CommandKind kind] => Actions[kind];

    /// <summary>The one action that makes sense now; null: there is nothing to do, or not for this reader.</summary>
    public CommandKind? Primary => Usual is { } usual && Actions[usual].IsAvailable ? usual : null;

    private CommandKind? Usual => Facts.Stage switch
    {
        Stage.Open => Stages.IsAwaitingAuthorization(Facts.Status) ? CommandKind.AuthorizeFulfillment : CommandKind.ApprovePayment,
        Stage.Ready => CommandKind.StartHandling,
        Stage.Handling => CommandKind.Invoice,
        Stage.Moving => CommandKind.TryAgain,
        Stage.Incomplete => CommandKind.CancelAsIncomplete,
        Stage.Window or Stage.Requested or Stage.Invoiced or Stage.Canceled or Stage.Replaced or Stage.Unknown => null,
    };
}
