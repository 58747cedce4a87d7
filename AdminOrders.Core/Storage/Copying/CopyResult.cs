using System.Collections.Immutable;

namespace AdminOrders.Core.Storage.Copying;

/// <summary>How a copy ended.</summary>
public abstract record CopyResult;

/// <summary>Both sides hold the same.</summary>
/// <param name="Position">The position of the last thing that happened in the source before the copy's one moment.</param>
/// <param name="Tables">Each table with its digest, the same on both sides.</param>
public sealed record Copied(long Position, long Orders, ImmutableArray<(string Table, TableDigest Digest)> Tables) : CopyResult;

/// <summary>Nothing was written.</summary>
/// <param name="Table">The table of the target that has rows; null for another obstacle.</param>
public sealed record NotCopied(CopyObstacle Obstacle, string? Table = null) : CopyResult;

/// <summary>The sides differ; the target stays marked as incomplete.</summary>
/// <param name="SourceKey">The key of the first row that differs in the source; null: it has no more rows.</param>
/// <param name="TargetKey">The key of the target's row in that place; null: it has no more rows.</param>
public sealed record CopyDiffers(string Table, TableDigest Source, TableDigest Target, string? SourceKey, string? TargetKey) : CopyResult;

/// <summary>The target's engine does not take a row of the source; the target stays marked as incomplete.</summary>
/// <param name="Key">The row's key; null: the engine does not say which.</param>
/// <param name="Words">What the engine says.</param>
public sealed record RowNotTaken(string Table, string? Key, string Words) : CopyResult;

/// <summary>A row of the source holds a value that its column is not for; the target stays marked as incomplete.</summary>
/// <param name="Found">The type of the value.</param>
public sealed record ValueOfAnotherType(string Table, string Key, string Column, string Found) : CopyResult;

/// <summary>Why a copy does not begin.</summary>
public enum CopyObstacle
{
    /// <summary>The source holds no store of ours.</summary>
    SourceMissing,

    /// <summary>The source was written by another version of the program.</summary>
    SourceOtherVersion,

    /// <summary>The source is itself a copy that was not finished.</summary>
    SourceIncomplete,

    /// <summary>The target has rows.</summary>
    TargetNotEmpty,

    /// <summary>Another copy is being written into the target.</summary>
    TargetInUse,
}

/// <summary>How far a copy is.</summary>
/// <param name="Table">Null: everything is copied, and what follows from the rows is made.</param>
/// <param name="IsCompared">The table's rows are being read back from the target.</param>
public readonly record struct CopyProgress(string? Table, long Rows, bool IsCompared);
