namespace AdminOrders.Core.Storage;

/// <summary>A view of All orders that somebody has given a name.</summary>
public sealed class SavedViewRow
{
    /// <summary>32 hex digits.</summary>
    public required string Id { get; set; }

    /// <summary>The user's id; "": the store's.</summary>
    public required string OwnerId { get; set; }

    public required string Name { get; set; }

    /// <summary>By which no two of an owner are alike.</summary>
    public required string NameKey { get; set; }

    /// <summary>Filter and sort as an address says them, without what was searched for.</summary>
    public string Query { get; set; } = "";

    /// <summary>What is searched for; null: nothing.</summary>
    public string? Text { get; set; }

    /// <summary>Names with commas between, in their order.</summary>
    public string Columns { get; set; } = "";

    public ListDensity Density { get; set; }

    /// <summary>UTC ticks.</summary>
    public long ChangedAt { get; set; }
}

/// <summary>How a user has All orders drawn, on whatever machine.</summary>
public sealed class ListLayoutRow
{
    public required string UserId { get; set; }

    /// <summary>Names with commas between, in their order.</summary>
    public string Columns { get; set; } = "";

    public ListDensity Density { get; set; }
}

/// <summary>How close the rows of a list stand. The numbers are stored.</summary>
public enum ListDensity
{
    Comfortable,
    Compact,
}
