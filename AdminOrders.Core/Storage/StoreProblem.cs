namespace AdminOrders.Core.Storage;

/// <summary>Why a store could not do what was asked, where its owner can mend it (<see cref="StoreSource.ProblemOf(Exception)"/>).</summary>
public enum StoreProblem
{
    /// <summary>No room: the disk is full, or a quota or limit is reached. Nothing of what was asked has happened.</summary>
    Full,

    /// <summary>It may be read and not written: the file, its folder, its disk or the database is read-only. Nothing of what was asked has happened.</summary>
    ReadOnly,

    /// <summary>The disk or the database's server does not answer as it should. A commit that was under way may have happened.</summary>
    Unreachable,
}

/// <summary>The stable code of a problem, as pages and logs use it.</summary>
public static class StoreProblems
{
    /// <summary>For example <c>store-full</c>.</summary>
    public static string CodeOf(StoreProblem problem) => problem switch
    {
        StoreProblem.Full => "store-full",
        StoreProblem.ReadOnly => "store-read-only",
        StoreProblem.Unreachable => "store-unreachable",
    };
}
