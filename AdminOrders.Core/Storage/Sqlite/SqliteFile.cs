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
        var opened = raw.sqlite3_open_v2(path, out engine, flags, null);
        SqliteCalls.Check(engine, opened);
    }

    public sqlite3 Engine => engine;

    public bool IsInTransaction => raw.sqlite3_get_autocommit(engine) == 0;

    /// <summary>What went wrong last.</summary>
    public string Words => raw.sqlite3_errmsg(engine).utf8_to_string();

    /// <summary>Runs statements, whatever rows they give.</summary>
    /// <exception cref="SqliteException">One of them fails; those before it were run.</exception>
    public void Run(string sql) => SqliteCalls.Check(engine, raw.sqlite3_exec(engine, sql));

    /// <exception cref="SqliteException">The engine does not take it.</exception>
    public SqliteStatement Prepare(string sql) => new(engine, sql);

    public void Dispose() => engine.Dispose();
}
