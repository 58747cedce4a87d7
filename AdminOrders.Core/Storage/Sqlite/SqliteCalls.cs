using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AdminOrders.Core.Storage.Sqlite;

/// <summary>
/// The engine's calls that are made for each value of each row, and nothing around them: a page of a list makes thousands. Those that only
/// look at the current row take nanoseconds, so the runtime need not let go of the thread for them.
/// </summary>
internal static class SqliteCalls
{
    [DllImport(SqliteEngine.Library, EntryPoint = "sqlite3_step", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Step(IntPtr statement);

    [DllImport(SqliteEngine.Library, EntryPoint = "sqlite3_reset", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Reset(IntPtr statement);

    [SuppressGCTransition]
    [DllImport(SqliteEngine.Library, EntryPoint = "sqlite3_column_type", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int TypeOf(IntPtr statement, int column);

    [SuppressGCTransition]
    [DllImport(SqliteEngine.Library, EntryPoint = "sqlite3_column_int64", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern long Integer(IntPtr statement, int column);

    [SuppressGCTransition]
    [DllImport(SqliteEngine.Library, EntryPoint = "sqlite3_column_double", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern double Real(IntPtr statement, int column);

    /// <summary>A value of the current row, for <see cref="Text"/> and <see cref="TextLength"/>: to find it twice costs more than to look at it twice.</summary>
    [SuppressGCTransition]
    [DllImport(SqliteEngine.Library, EntryPoint = "sqlite3_column_value", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern IntPtr Value(IntPtr statement, int column);

    [SuppressGCTransition]
    [DllImport(SqliteEngine.Library, EntryPoint = "sqlite3_value_text", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern IntPtr Text(IntPtr value);

    [SuppressGCTransition]
    [DllImport(SqliteEngine.Library, EntryPoint = "sqlite3_value_bytes", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int TextLength(IntPtr value);

    [SuppressGCTransition]
    [DllImport(SqliteEngine.Library, EntryPoint = "sqlite3_column_blob", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern IntPtr Blob(IntPtr statement, int column);

    [SuppressGCTransition]
    [DllImport(SqliteEngine.Library, EntryPoint = "sqlite3_column_bytes", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Length(IntPtr statement, int column);

    [SuppressGCTransition]
    [DllImport(SqliteEngine.Library, EntryPoint = "sqlite3_bind_null", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int BindNothing(IntPtr statement, int place);

    [SuppressGCTransition]
    [DllImport(SqliteEngine.Library, EntryPoint = "sqlite3_bind_int64", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int BindInteger(IntPtr statement, int place, long value);

    /// <param name="first">The text's first byte, UTF-8; an empty text has one too, or it is taken for none.</param>
    /// <param name="keep"><see cref="Copied"/> or <see cref="ReadWhereItLies"/>.</param>
    [DllImport(SqliteEngine.Library, EntryPoint = "sqlite3_bind_text", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int BindText(IntPtr statement, int place, in byte first, int length, IntPtr keep);

    /// <inheritdoc cref="BindText"/>
    [DllImport(SqliteEngine.Library, EntryPoint = "sqlite3_bind_blob", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int BindBlob(IntPtr statement, int place, in byte first, int length, IntPtr keep);

    /// <summary>The engine copies what it is given.</summary>
    public static IntPtr Copied => -1;

    /// <summary>The engine reads it where it is, which does not move, for as long as it is bound.</summary>
    public static IntPtr ReadWhereItLies => 0;

    /// <exception cref="SqliteException">The code is not that of success.</exception>
    public static void Check(sqlite3 engine, int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw Failure(engine, code);
        }
    }

    /// <summary>What went wrong last, in the words of the engine, as the provider tells it.</summary>
    public static SqliteException Failure(sqlite3 engine, int code) =>
        new($"SQLite Error {code}: '{raw.sqlite3_errmsg(engine).utf8_to_string()}'.", code & 0xFF, raw.sqlite3_extended_errcode(engine));
}
