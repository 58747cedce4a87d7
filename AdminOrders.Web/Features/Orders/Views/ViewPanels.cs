using AdminOrders.Web.Features.Orders.Import;
using Microsoft.AspNetCore.Components;

namespace AdminOrders.Web.Features.Orders.Views;

/// <summary>What is open over the list because of views: the address says so, and for which view.</summary>
internal static class ViewPanels
{
    public const string Views = "views";
    public const string Save = "save-view";
    public const string Rename = "rename-view";
    public const string Overwrite = "overwrite-view";
    public const string Delete = "delete-view";
    public const string Share = "share-filters";
    public const string Import = "import-filters";
    public const string Columns = "columns";

    /// <summary>The parameter that names the view.</summary>
    public const string OfParameter = "of";

    /// <summary>The present address with that open; null: nothing.</summary>
    public static string AddressOf(this NavigationManager navigation, string? panel, string? viewId = null) => navigation.GetUriWithQueryParameters(
        new Dictionary<string, object?>(StringComparer.Ordinal) { [ImportButton.PanelParameter] = panel, [OfParameter] = viewId });
}
