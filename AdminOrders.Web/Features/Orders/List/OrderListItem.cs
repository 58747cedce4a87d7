using AdminOrders.Core.Storage;

namespace AdminOrders.Web.Features.Orders.List;

/// <summary>A row on the screen.</summary>
/// <param name="Reason">Why it was canceled, in the reader's language; null: not said.</param>
/// <param name="Changes">How often the row has changed under the reader's eyes.</param>
public sealed record OrderListItem(OrderListView Order, string? Reason, int Changes = 0);
