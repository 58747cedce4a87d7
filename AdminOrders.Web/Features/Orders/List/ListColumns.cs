using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;

namespace AdminOrders.Web.Features.Orders.List;

/// <summary>Which columns there are, and which a layout draws.</summary>
internal static class ListColumns
{
    public static IReadOnlyList<OrderColumn> All { get; } = Enum.GetValues<OrderColumn>();

    /// <summary>Without them a row says nothing about an order.</summary>
    public static bool IsAlwaysThere(OrderColumn column) => column is OrderColumn.Status or OrderColumn.Id;

    /// <summary>The columns of the layout in their order. A name that there is none of any more is passed over; what is always there is.</summary>
    public static IReadOnlyList<OrderColumn> Of(ListLayout layout)
    {
        var told = layout.Columns.Split(',').Select(name => All.Where(column => column.ToString() == name).Select(column => (OrderColumn?)column).FirstOrDefault());
        var chosen = told.OfType<OrderColumn>().Distinct().ToList();
        return chosen.Count == 0 ? All : [.. All.Where(IsAlwaysThere).Except(chosen), .. chosen];
    }

    /// <summary>The layout that draws these; all of them in their own order are as always.</summary>
    public static ListLayout Layout(IReadOnlyList<OrderColumn> columns, ListDensity density) =>
        new(columns.SequenceEqual(All) ? "" : string.Join(',', columns), density);

    public static string Label(OrderColumn column) => column switch
    {
        OrderColumn.Status => Texts.List_Status,
        OrderColumn.Id => Texts.List_OrderNumber,
        OrderColumn.Date => Texts.List_Date,
        OrderColumn.Change => Texts.List_LastChange,
        OrderColumn.Customer => Texts.List_Customer,
        OrderColumn.Quantity => Texts.List_Quantity,
        OrderColumn.Total => Texts.List_Total,
        OrderColumn.Origin => Texts.List_Origin,
        OrderColumn.Payment => Texts.List_Payment,
        OrderColumn.Canceled => Texts.List_CanceledBy,
        OrderColumn.Reason => Texts.List_Reason,
    };

    /// <summary>What a click on its head sorts by; null: nothing.</summary>
    public static OrderSort? Sort(OrderColumn column) => column switch
    {
        OrderColumn.Status => OrderSort.Status,
        OrderColumn.Date => OrderSort.CreatedAt,
        OrderColumn.Change => OrderSort.LastChangeAt,
        OrderColumn.Total => OrderSort.Value,
        OrderColumn.Id or OrderColumn.Customer or OrderColumn.Quantity or OrderColumn.Origin or OrderColumn.Payment or OrderColumn.Canceled or OrderColumn.Reason => null,
    };

    /// <summary>The class of its head.</summary>
    public static string Class(OrderColumn column) =>
        $"col-{column.ToString().ToLowerInvariant()}{(column is OrderColumn.Quantity or OrderColumn.Total ? " end" : "")}";

    /// <summary>How wide it is where columns stand side by side in an order of somebody's own; a track of a grid.</summary>
    public static string Track(OrderColumn column) => column switch
    {
        OrderColumn.Status => "max-content",
        OrderColumn.Id => "fit-content(212px)",
        OrderColumn.Customer => "fit-content(220px)",
        OrderColumn.Origin or OrderColumn.Payment => "fit-content(146px)",
        OrderColumn.Canceled => "minmax(72px, 1fr)",
        OrderColumn.Reason => "minmax(96px, 2fr)",
        OrderColumn.Date or OrderColumn.Change or OrderColumn.Quantity or OrderColumn.Total => "auto",
    };
}
