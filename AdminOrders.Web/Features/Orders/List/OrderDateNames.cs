using AdminOrders.Core.Text;

namespace AdminOrders.Web.Features.Orders.List;

/// <summary>The choices of days in the reader's language.</summary>
internal static class OrderDateNames
{
    public static string Of(OrderDates dates) => dates switch
    {
        OrderDates.Any => Texts.List_AnyDate,
        OrderDates.Today => Texts.List_Today,
        OrderDates.Yesterday => Texts.List_Yesterday,
        OrderDates.Last7Days => Texts.List_Last7Days,
        OrderDates.CurrentMonth => Texts.List_CurrentMonth,
        OrderDates.Last30Days => Texts.List_Last30Days,
        OrderDates.Custom => Texts.List_CustomDates,
    };
}
