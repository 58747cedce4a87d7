using System.Data.Common;

namespace AdminOrders.Core.Storage;

/// <summary>
/// Questions on one connection, in whatever transaction is open there. A question is answered when it is asked, or at the latest by
/// <see cref="Finish"/>: so an engine behind a network may carry many questions in one go.
/// </summary>
internal abstract class StoreReads : IDisposable
{
    /// <summary>Asks with these values, in the order in which the parameters first stand in the text.</summary>
    /// <param name="answer">Is given the rows, before the first.</param>
    public abstract void Ask(SqlRead question, object[] values, Action<DbDataReader> answer);

    /// <summary>After it every question has its answer.</summary>
    public virtual void Finish()
    {
        // Where a question costs no journey, it is answered at once.
    }

    /// <summary>What a question ends with whose rows, under that name, nobody else may change until the transaction ends; "" where nobody else can.</summary>
    public virtual string KeepingRows(string table) => "";

    public abstract void Dispose();
}

/// <summary>A statement that is asked for rows.</summary>
internal sealed class SqlRead(string sql)
{
    public string Sql => sql;
}
