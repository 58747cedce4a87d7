using System.Text.Json;
using AdminOrders.Core.Orders;

namespace AdminOrders.Web.Features.Orders.Details;

/// <summary>Addresses around one order. The query of the list that it was opened from goes along, so that the way back and to the neighbours keeps it.</summary>
/// <param name="orderId">The order of the page.</param>
/// <param name="listQuery">The list's own parameters, without a question mark; empty: no filter.</param>
public sealed class OrderAddress(string orderId, string listQuery)
{
    /// <summary>The list's own parameters, without a question mark.</summary>
    public string ListQuery => listQuery;

    /// <summary>The page without a dialog.</summary>
    public string Page => Of(orderId);

    /// <summary>All orders as they were filtered.</summary>
    public string List => listQuery.Length == 0 ? "orders" : $"orders?{listQuery}";

    /// <summary>The page of another order of the same list.</summary>
    public string Of(string otherId) => $"orders/{Uri.EscapeDataString(otherId)}" + (listQuery.Length == 0 ? "" : $"?{listQuery}");

    /// <summary>The page with that action's dialog open.</summary>
    /// <param name="action">What is about to be done.</param>
    /// <param name="requestId">The cancellation request it is about; null where it is about none.</param>
    public string Panel(CommandKind action, string? requestId = null) =>
        Page + (listQuery.Length == 0 ? "?" : "&") + $"{OrderPage.PanelParameter}={NameOf(action)}"
        + (requestId is null ? "" : $"&{OrderPage.RequestParameter}={requestId}");

    /// <summary>The page with the customer's link to copy.</summary>
    public string CustomerLink => Page + (listQuery.Length == 0 ? "?" : "&") + $"{OrderPage.PanelParameter}={CustomerLinkDialog.Panel}";

    /// <summary>The name of a dialog in addresses: <c>cancel-order</c>.</summary>
    public static string NameOf(CommandKind action) => JsonNamingPolicy.KebabCaseLower.ConvertName(action.ToString());

    /// <summary>The action whose dialog the address opens; null for none or an unheard-of name.</summary>
    public static CommandKind? ActionOf(string? name) =>
        Enum.GetValues<CommandKind>().Where(action => NameOf(action) == name).Select(action => (CommandKind?)action).FirstOrDefault();
}
