using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;
using AdminOrders.Web.Features.Orders.Details;
using AdminOrders.Web.Shell.Localization;
using AdminOrders.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace AdminOrders.Web.Features.Orders.List;

/// <summary>What of a row changes as a whole, or never: every cell but the one of the quantity, under which the products are drawn.</summary>
internal static class OrderCells
{
    /// <summary>The cell, with its element.</summary>
    /// <param name="zone">Of who reads it.</param>
    public static MarkupString Of(OrderColumn column, OrderRowShown row, UserZone zone)
    {
        var order = row.Item.Order;
        return column switch
        {
            OrderColumn.Status => Html.Of($"""<td role="cell" class="cell-status">{StatusBadge.Of(order.Status)}{Hold(order)}</td>"""),
            OrderColumn.Date => Html.Of($"""<td role="cell" class="cell-date">{TimeAgo.Of(zone, order.CreatedAt)}</td>"""),
            OrderColumn.Change => Html.Of($"""<td role="cell" class="cell-change">{TimeAgo.Of(zone, order.LastChangeAt)}</td>"""),
            OrderColumn.Customer => Html.Of($"""<td role="cell" class="cell-customer">{Clipped(order.CustomerName, order.CustomerName)}</td>"""),
            OrderColumn.Total => Html.Of($"""<td role="cell" class="cell-total end">{Money.Of(order.Value, order.Currency)}</td>"""),
            OrderColumn.Origin => Html.Of($"""<td role="cell" class="cell-origin">{Clipped(order.Origin, order.SellerName)}</td>"""),
            OrderColumn.Payment => Html.Of($"""<td role="cell" class="cell-payment">{Clipped(order.PaymentNames, order.PaymentNames)}</td>"""),
            OrderColumn.Canceled => Html.Of($"""<td role="cell" class="cell-canceled" data-label="{Texts.List_CanceledBy}">{Canceled(order)}</td>"""),
            OrderColumn.Reason => Html.Of($"""<td role="cell" class="cell-reason" data-label="{Texts.List_Reason}">{(row.Item.Reason is { } reason ? Clipped(reason, reason) : default)}</td>"""),
            OrderColumn.Id => Html.Of($"""<td role="cell" class="cell-id"><a href="{row.Address}" title="{order.OrderId}">{order.OrderId}</a></td>"""),
            OrderColumn.Quantity => throw new ArgumentException("What is drawn beside it is not known here.", nameof(column)),
        };
    }

    /// <summary>The quantity, which names the products where somebody looks at it.</summary>
    public static MarkupString Quantity(OrderListView order)
    {
        var number = Number(order.ProductCount);
        var words = order.ProductCount == 1 ? Texts.List_ProductOne : OrderWords.Say(Texts.List_ProductMany, number);
        return Html.Of(
            $"""<button type="button" class="products-count" aria-label="{words}" aria-describedby="{ProductsId(order)}">{number}<span class="products-word">{words[number.Length..]}</span></button>""");
    }

    /// <summary>The id of the element that names the products.</summary>
    public static string ProductsId(OrderListView order) => string.Create(CultureInfo.InvariantCulture, $"products-{order.Key}");

    public static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);

    private static MarkupString Clipped(string text, string whole) => Html.Of($"""<span class="clip" title="{whole}">{text}</span>""");

    private static MarkupString Hold(OrderListView order) => Stages.IsOnHold(order.Status, order.StatusBefore)
        ? Html.Of($"""<span class="hold" title="{Texts.Order_HoldText}">{Icon.Of("alert")}{Texts.Order_Hold}<span class="hold-meaning">: {Texts.List_HoldMeaning}</span></span>""")
        : default;

    // A side's word is made to stand inside a sentence; in a cell it is one. A name stays as it is.
    private static MarkupString Canceled(OrderListView order)
    {
        if (order.CanceledFor is not { } side || OrderWords.Canceler(side, order.CanceledBy) is not { Length: > 0 } canceler)
        {
            return default;
        }

        var title = OrderWords.Say(Texts.List_CanceledFor, canceler, OrderWords.Of(side));
        return Clipped(
            canceler == order.CanceledBy ? canceler : OrderWords.Sentence(canceler),
            order.CancelRequestId is { } request ? $"{title} · {OrderWords.Say(Texts.Order_RequestId, request)}" : title);
    }
}
