namespace AdminOrders.Web.Features.Orders.List;

/// <summary>A column of All orders. The names are kept in stores.</summary>
public enum OrderColumn
{
    Status,

    /// <summary>The order number, which leads to the order.</summary>
    Id,
    Date,
    Change,
    Customer,
    Quantity,
    Total,
    Origin,
    Payment,
    Canceled,
    Reason,
}
