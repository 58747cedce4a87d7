namespace AdminOrders.Core.Storage;

/// <summary>Which columns of All orders are drawn, and how close its rows stand.</summary>
/// <param name="Columns">Names with commas between, in their order; "": as always.</param>
public sealed record ListLayout(string Columns, ListDensity Density)
{
    /// <summary>As nobody has chosen anything.</summary>
    public static ListLayout Usual { get; } = new("", ListDensity.Comfortable);
}

/// <summary>What a saved view shows, and how.</summary>
/// <param name="Query">Filter and sort as an address says them, without what was searched for.</param>
/// <param name="Text">What is searched for; null: nothing.</param>
public sealed record ViewContent(string Query, string? Text, ListLayout Layout);

/// <summary>A view of All orders that has a name.</summary>
/// <param name="Id">32 hex digits.</param>
/// <param name="IsOfStore">Everybody who may list orders sees it; otherwise it is one user's own.</param>
public sealed record SavedView(string Id, bool IsOfStore, string Name, ViewContent Content);

/// <summary>Why a view was not saved.</summary>
public enum SavedViewProblem
{
    /// <summary>Names have 1 to <see cref="SavedViews.LongestName"/> characters.</summary>
    NameInvalid,

    /// <summary>The owner has one of that name.</summary>
    NameTaken,

    /// <summary>The owner has <see cref="SavedViews.MostPerOwner"/> of them.</summary>
    TooMany,

    /// <summary>Filters that nobody sets by hand: more than is kept.</summary>
    TooLong,

    /// <summary>There is none of that id, or it is somebody else's.</summary>
    Gone,
}
