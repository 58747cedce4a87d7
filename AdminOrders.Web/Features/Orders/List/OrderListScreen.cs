using AdminOrders.Core.Storage;
using AdminOrders.Web.Ui;

namespace AdminOrders.Web.Features.Orders.List;

/// <summary>All that the list shows at one moment.</summary>
/// <param name="Address">The list's address, relative to the base: what these rows answer.</param>
public sealed record OrderListScreen(string Address, IReadOnlyList<OrderListItem> Items, string? Next, string? Previous, OrderChoices Choices) : IRowsScreen
{
    /// <summary>The text that is searched for; null: none.</summary>
    public string? Text { get; init; }

    /// <summary>Names of what is chosen in the panel of more filters; null: nothing is.</summary>
    public MoreChoices? More { get; init; }

    /// <summary>The rows stand in the order of creation, because too many match for the one that was asked for.</summary>
    public bool IsSortedByDate { get; init; }

    /// <summary>How it is drawn.</summary>
    public ListLayout Layout { get; init; } = ListLayout.Usual;

    /// <summary>The saved view that the address names; null: none, or none that is there for its reader.</summary>
    public SavedView? View { get; init; }

    /// <summary>The address names a search that is not kept any more.</summary>
    public bool IsSearchGone { get; init; }

    /// <summary>Orders that belong on this page and came after it was read.</summary>
    public IReadOnlyList<long> Arrived { get; init; } = [];

    /// <summary>Whether the reader may cancel orders, and so choose some.</summary>
    public bool MayCancel { get; init; }

    /// <summary>There is no order at all.</summary>
    public bool IsStoreEmpty => Choices.Statuses.Count == 0;
}

/// <summary>Who canceled, by actor id, and why, by code; each with its name in the reader's language.</summary>
public sealed record MoreChoices(IReadOnlyList<(string Value, string Label)> Cancelers, IReadOnlyList<(string Value, string Label)> Reasons);
