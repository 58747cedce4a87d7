using System.Data.Common;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AdminOrders.Core.Storage.Sqlite;

/// <summary>
/// How a connection waits for another writer of the file: it asks every millisecond. The engine's own waiting asks less and less often, up to
/// every 100 ms, and beside a process that imports would hardly ever meet the moment between two of its commits.
/// </summary>
internal static class SqliteWaiting
{
    /// <summary>How often it asks before it gives up: about ten seconds.</summary>
    private const int MostTimes = 9_000;

    private static readonly Func<SqliteConnection, object> Handle =
        typeof(SqliteConnection).GetProperty("Handle")!.GetMethod!.CreateDelegate<Func<SqliteConnection, object>>();

    // Kept for as long as the process lives: the engine calls it.
    private static readonly Waiter AskAgain = static (_, times) =>
    {
        if (times >= MostTimes)
        {
            return 0;
        }

        Thread.Sleep(1);
        return 1;
    };

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Waiter(IntPtr state, int times);

    /// <summary>Lets the connection wait so.</summary>
    public static void Set(DbConnection connection) => Set(EngineOf(connection));

    /// <inheritdoc cref="Set(DbConnection)"/>
    public static void Set(sqlite3 engine)
    {
        var result = sqlite3_busy_handler(engine.DangerousGetHandle(), AskAgain, IntPtr.Zero);
        if (result != raw.SQLITE_OK)
        {
            throw new SqliteException("SQLite takes no handler for waiting.", result);
        }
    }

    /// <summary>The engine's own connection.</summary>
    // The property's type is of a later SQLitePCLRaw than the one that is here, so that the compiler refuses to name it.
    public static sqlite3 EngineOf(DbConnection connection) => (sqlite3)Handle((SqliteConnection)connection);

    [DllImport(SqliteEngine.Library, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int sqlite3_busy_handler(IntPtr engine, Waiter handler, IntPtr state);
}
