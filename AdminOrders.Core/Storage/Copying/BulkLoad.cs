namespace AdminOrders.Core.Storage.Copying;

/// <summary>An engine's fast way to fill a store that nobody uses yet, on a connection of its own. What it writes is safe on the disk only after <see cref="Finish"/>.</summary>
internal abstract class BulkLoad : IDisposable
{
    /// <summary>What follows from the rows and makes filling slow: indexes, foreign keys, triggers. Those that a later one needs come first.</summary>
    public abstract IReadOnlyList<Derived> Derived();

    /// <summary>Runs a statement that may take as long as it takes.</summary>
    public abstract void Run(string sql);

    /// <summary>Makes again what was taken away.</summary>
    public virtual void Make(IReadOnlyList<Derived> takenAway, CancellationToken cancellationToken)
    {
        foreach (var derived in takenAway)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Run(derived.Create);
        }
    }

    /// <summary>Removes every row.</summary>
    public abstract void Clear(CopiedTable table);

    /// <summary>Begins to fill an empty table; rows are in it when the result is completed.</summary>
    public abstract TableFill Fill(CopiedTable table);

    /// <summary>Lets the engine draw the table's next key behind this one.</summary>
    public abstract void SetLastKey(CopiedTable table, long last);

    /// <summary>Fills what is neither a table nor <see cref="Derived"/>, checks what was not checked row by row, and brings all of it to the disk.</summary>
    /// <exception cref="StoreUnusableException">Rows that belong nowhere.</exception>
    public abstract void Finish();

    public abstract void Dispose();
}

/// <summary>Something that is taken away while a store is filled and made again afterwards.</summary>
internal sealed record Derived(string Drop, string Create);

/// <summary>A table that is being filled.</summary>
internal abstract class TableFill : IDisposable
{
    /// <summary>Adds a row with the values of <see cref="TableRows.Values"/>.</summary>
    /// <exception cref="RowNotTakenException">The engine refuses this row, or one before it.</exception>
    public abstract void Write(object?[] values);

    /// <exception cref="RowNotTakenException">The engine refuses a row.</exception>
    public abstract void Complete();

    public abstract void Dispose();
}

/// <summary>The engine refuses a row that the other side holds.</summary>
/// <param name="row">1 for the first row of the table; null: the engine does not say which.</param>
internal sealed class RowNotTakenException(long? row, string words, Exception? inner = null) : Exception(words, inner)
{
    public long? Row => row;
}
