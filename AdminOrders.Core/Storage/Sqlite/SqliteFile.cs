using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AdminOrders.Core.Storage.Sqlite;

/// <summary>A connection without the provider between: statements are prepared once and bound by place, where the provider looks each parameter up by name.</summary>
internal sealed class SqliteFile : IDisposable
{
    private readonly sqlite3 engine;

    /// <exception cref="SqliteException">It cannot be opened.</exception>
    public SqliteFile(string path, int flags = raw.SQLITE_OPEN_READWRITE)
    {
        Batteries_V2.Init();
        Check(raw.sqlite3_open_v2(path, out engine, flags, null));
    }

    public sqlite3 Engine => engine;

    public bool IsInTransaction => raw.sqlite3_get_autocommit(engine) == 0;

    /// <summary>What went wrong last.</summary>
    public string Words => raw.sqlite3_errmsg(engine).utf8_to_string();

    /// <summary>Runs statements, whatever rows they give.</summary>
    /// <exception cref="SqliteException">One of them fails; those before it were run.</exception>
    public void Run(string sql) => Check(raw.sqlite3_exec(engine, sql));

    public sqlite3_stmt Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v2(engine, sql, out var statement));
        return statement;
    }

    /// <exception cref="SqliteException">The code is not that of success.</exception>
    public void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw new SqliteException(Words, code);
        }
    }

    public void Dispose() => engine.Dispose();
}
