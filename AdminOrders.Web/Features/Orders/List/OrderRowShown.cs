using AdminOrders.Core.Storage;

namespace AdminOrders.Web.Features.Orders.List;

/// <summary>All that a row of the table is drawn of.</summary>
/// <param name="Address">Where its number leads.</param>
/// <param name="Placed">How long ago, in words.</param>
/// <param name="Changed">The same of its last change.</param>
/// <param name="IsSelected">Null: it cannot be chosen.</param>
/// <param name="Products">What is in it, as long as somebody looks at its quantity; else null.</param>
internal sealed record OrderRowShown(
    OrderListItem Item, IReadOnlyList<OrderColumn> Columns, string Address, string Placed, string Changed, bool? IsSelected, OrderProducts? Products);
