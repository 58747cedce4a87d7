using AdminOrders.Core.Orders;
using AdminOrders.Web.Features.Orders.Details;
using Microsoft.AspNetCore.Components;

namespace AdminOrders.Web.Features.Orders.Dialogs;

/// <summary>What the page hands to the dialog that its address opens.</summary>
/// <param name="Kind">What is about to be done.</param>
/// <param name="RequestId">The cancellation request it is about; null where it is about none.</param>
/// <param name="OnClose">To be raised when nothing more is wanted.</param>
/// <param name="OnDone">To be raised with what was done, in the reader's language.</param>
public sealed record OpenPanel(OrderScreen Screen, CommandKind Kind, string? RequestId, EventCallback OnClose, EventCallback<string> OnDone)
{
    /// <summary>Under which name this tab remembers what is typed.</summary>
    public string DraftKey => $"{Screen.Order.OrderId}/{OrderAddress.NameOf(Kind)}/{RequestId}";

    /// <summary>The id of what opens it where it is not the order's own page; null: that page's button.</summary>
    public string? OpenedFrom { get; init; }

    /// <summary>The id of the button that opens it.</summary>
    public string OpenedBy => OpenedFrom ?? (RequestId is null ? $"bar-{OrderAddress.NameOf(Kind)}" : $"banner-{OrderAddress.NameOf(Kind)}-{RequestId}");
}
