namespace AdminOrders.Core.Storage;

/// <summary>An entry of the store's list of reasons. The id is never given twice.</summary>
public sealed class CancellationReasonRow
{
    public int Id { get; set; }

    /// <summary>Stable code, for example <c>no-inventory</c>; our own for the entries that come with the product.</summary>
    public required string Code { get; set; }

    /// <summary>The wording in use now.</summary>
    public int LabelId { get; set; }

    public int Rank { get; set; }

    public bool IsActive { get; set; }

    /// <summary>What Amazon is told, one of its five codes; null: nothing is mapped.</summary>
    public string? MarketplaceCode { get; set; }

    public ReasonChoosers ChosenBy { get; set; } = ReasonChoosers.Store;
}

/// <summary>Who may choose a reason. The numbers are stored and never change.</summary>
[Flags]
public enum ReasonChoosers
{
    Nobody = 0,
    Store = 1,
    Customer = 2,
}

/// <summary>A wording of a reason. Never changed: a new wording is a new row, so past orders keep theirs.</summary>
public sealed class CancellationReasonLabelRow
{
    public int Id { get; set; }

    public int ReasonId { get; set; }

    public required string En { get; set; }

    public required string Es { get; set; }

    public required string Pt { get; set; }
}

/// <summary>A filter with free text, kept under an id so that no address carries personal data.</summary>
public sealed class ViewRow
{
    /// <summary>32 hex digits, 128 random bits.</summary>
    public required string Id { get; set; }

    public required string Filter { get; set; }

    public long CreatedAt { get; set; }
}

/// <summary>A setting of the store, JSON.</summary>
public sealed class SettingRow
{
    public required string Name { get; set; }

    public required string Value { get; set; }
}

/// <summary>Who does a work that only one process may do, and until when.</summary>
public sealed class LeaseRow
{
    public required string Name { get; set; }

    /// <summary>32 hex digits of one process's run; empty: nobody.</summary>
    public required string Owner { get; set; }

    /// <summary>UTC ticks.</summary>
    public long Until { get; set; }
}
