namespace AdminOrders.Core.Storage.Export;

/// <summary>How far an export is. The numbers are stored and never change.</summary>
public enum ExportState
{
    Waiting = 0,
    Running = 1,

    /// <summary>Its file is kept.</summary>
    Done = 2,

    /// <summary>A person ended it before it was done.</summary>
    Canceled = 3,
    Failed = 4,

    /// <summary>A person deleted its file.</summary>
    Deleted = 5,

    /// <summary>Its file was kept as long as files are.</summary>
    Expired = 6,

    /// <summary>It is loaded down while it is written; no file is kept.</summary>
    Sending = 7,

    /// <summary>It was loaded down to the end.</summary>
    Sent = 8,

    /// <summary>It was being loaded down, and its reader or the server went away.</summary>
    BrokenOff = 9,
}

/// <summary>Why an export failed. The numbers are stored and never change.</summary>
public enum ExportFailure
{
    /// <summary>Who wanted it has no account any more, or it is locked.</summary>
    ActorGone = 0,

    /// <summary>Who wanted it may not have it any more.</summary>
    MayNot = 1,

    /// <summary>It was cut off each time that it was begun.</summary>
    CutOff = 2,

    /// <summary>Something broke; the log says what.</summary>
    Broke = 3,
}

/// <summary>What somebody wants to have exported.</summary>
/// <param name="Query">Filter and sort as an address says them, with days instead of <c>today</c>; without what is searched for.</param>
/// <param name="Text">What is searched for; null: nothing.</param>
public sealed record ExportWish(string Query, string? Text, ExportRequest Request);

/// <summary>An export on record: who had what, and when. It stays there when its file is gone.</summary>
/// <param name="Id">32 hex digits, 128 random bits.</param>
/// <param name="ActorId">For example <c>user:…</c>, or <see cref="PastExports.CommandLine"/>.</param>
public sealed record PastExport(string Id, string ActorId, string ActorName, ExportWish Wish, DateTimeOffset CreatedAt)
{
    public ExportState State { get; init; }

    public ExportFailure? Failure { get; init; }

    /// <summary>Where the log says what broke.</summary>
    public string? Trace { get; init; }

    /// <summary>How often it was begun: more than once where a process ended meanwhile.</summary>
    public int Beginnings { get; init; }

    /// <summary>How many orders are written.</summary>
    public long Written { get; init; }

    /// <summary>How many orders there will be; null: nobody has counted them.</summary>
    public long? Total { get; init; }

    /// <summary>Of the file.</summary>
    public long Bytes { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Until when its file is kept; null: there is none.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Moves with whatever a page shows.</summary>
    public long Version { get; init; } = 1;

    /// <summary>Whether nothing more becomes of it by itself.</summary>
    public bool IsOver => State is not (ExportState.Waiting or ExportState.Running or ExportState.Sending);
}
