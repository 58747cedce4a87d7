using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Text;
using AdminOrders.Web.Shell.Localization;

namespace AdminOrders.Web.Shell;

/// <summary>A page that the search bar can go to.</summary>
/// <param name="Address">Relative to the base address.</param>
/// <param name="TextKey">The key of its name in <see cref="Texts"/>.</param>
/// <param name="Requires">What its reader needs; null: only to be signed in.</param>
internal sealed record SearchDestination(string Address, string TextKey, string? Requires)
{
    /// <summary>The page's name in the reader's language.</summary>
    public string Name => Texts.ResourceManager.GetString(TextKey, Texts.Culture) ?? TextKey;
}

/// <summary>Finds pages by the beginning of their names, in whichever language they are typed.</summary>
internal static class SearchDestinations
{
    private const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    private static readonly SearchDestination[] All =
    [
        new("orders", nameof(Texts.AllOrders), Resource.ListOrders),
        new("requests", nameof(Texts.Queue_Title), Resource.ListOrders),
        new("unfinished", nameof(Texts.Unfinished_Title), Resource.ListOrders),
        new("bulk", nameof(Texts.Job_Title), Resource.ListOrders),
        new("exports", nameof(Texts.Export_PastTitle), Resource.ListOrders),
        new("stock", nameof(Texts.Stock_Title), Resource.ListOrders),
        new("insights", nameof(Texts.Insights_Title), Resource.ViewSalesStats),
        new("settings", nameof(Texts.Settings), null),
        new("settings/orders", nameof(Texts.OrderSettings), Resource.ManageSettings),
        new("settings/reasons", nameof(Texts.Settings_Reasons), Resource.ManageSettings),
        new("settings/app-keys", nameof(Texts.AppKeys), Resource.ManageUsers),
        new("settings/customer-links", nameof(Texts.CustomerLinks), Resource.ManageSettings),
        new("settings/health", nameof(Texts.Health), Resource.ManageSettings),
    ];

    /// <summary>The pages whose name begins with the text, in any language, case or accents apart; none for an empty text.</summary>
    public static IEnumerable<SearchDestination> Find(string text) =>
        text.Trim() is { Length: > 0 } typed
            ? All.Where(page => Languages.All.Any(language => Begins(page, typed, language)))
            : [];

    private static bool Begins(SearchDestination page, string typed, CultureInfo language) =>
        Texts.ResourceManager.GetString(page.TextKey, language) is { } name && language.CompareInfo.IsPrefix(name, typed, Loosely);
}
