using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;
using AdminOrders.Web.Features.Account;

namespace AdminOrders.Web.Shell;

/// <summary>One line of the search bar.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Detail">What kind of thing it is, or whose order.</param>
/// <param name="Address">Where it leads; null: to the list with this search.</param>
internal sealed record SearchEntry(string Title, string Detail, string? Address)
{
    /// <summary>The raw status of an order; null for anything else.</summary>
    public string? Status { get; init; }

    /// <summary>It is exactly what was typed: Enter goes there.</summary>
    public bool IsExact { get; init; }
}

/// <summary>What the search bar offers for a text.</summary>
internal sealed class SearchSuggestions(CurrentUser currentUser, OrderReader orders, OrderViewStore views)
{
    private const int MostOrders = 6;

    /// <summary>Pages by name, then orders, then the list with this search; nothing for an empty text.</summary>
    public async Task<IReadOnlyList<SearchEntry>> FindAsync(string text, CancellationToken cancellationToken)
    {
        var typed = text.Trim();
        if (typed.Length == 0 || await currentUser.ReadAsync(cancellationToken) is not { } user)
        {
            return [];
        }

        var pages = PagesFor(typed, user);
        return user.May(Resource.ListOrders) ? [.. pages, .. await OrdersForAsync(typed, cancellationToken)] : [.. pages];
    }

    /// <summary>The address of the list with this search. The text itself is kept in the store, for it may be somebody's name.</summary>
    public async Task<string> ListAddressAsync(string text, CancellationToken cancellationToken) =>
        "orders?view=" + await views.Save(Kept(text), cancellationToken);

    private static IEnumerable<SearchEntry> PagesFor(string typed, SignedIn user) =>
        SearchDestinations.Find(typed)
            .Where(page => page.Requires is null || user.May(page.Requires))
            .Select(page => new SearchEntry(page.Name, Texts.Search_GoTo, page.Address) { IsExact = true });

    private async Task<IEnumerable<SearchEntry>> OrdersForAsync(string typed, CancellationToken cancellationToken)
    {
        var found = await orders.Find(Kept(typed), MostOrders, cancellationToken);
        var all = new SearchEntry(Texts.Search_AllResults.Replace("{0}", typed, StringComparison.Ordinal), found.Count == 0 ? Texts.Search_Nothing : "", null);
        return found.Select(order => EntryOf(order, typed)).Append(all);
    }

    private static SearchEntry EntryOf(OrderListView order, string typed) =>
        new(order.OrderId, $"{order.Sequence} · {order.CustomerName}", "orders/" + Uri.EscapeDataString(order.OrderId))
        {
            Status = order.Status,
            IsExact = Same(order.OrderId, typed) || Same(order.Sequence, typed),
        };

    private static bool Same(string id, string typed) => string.Equals(id, typed, StringComparison.OrdinalIgnoreCase);

    private static string Kept(string text) =>
        text.Trim() is { Length: > OrderViewStore.LongestText } longer ? longer[..OrderViewStore.LongestText] : text.Trim();
}
