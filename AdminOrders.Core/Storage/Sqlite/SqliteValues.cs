using System.Globalization;
using System.Text;
using SQLitePCL;

namespace AdminOrders.Core.Storage.Sqlite;

/// <summary>Binds values to a prepared statement by their place, as EF Core writes them. Not safe for use by several threads.</summary>
internal sealed class SqliteValues
{
    private byte[] text = new byte[4096];

    /// <summary>The engine's result code.</summary>
    /// <exception cref="NotSupportedException">No column has values of that type.</exception>
    public int Bind(sqlite3_stmt statement, int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, place),
        // No bytes are not no value: without an address the engine binds NULL.
        "" => raw.sqlite3_bind_text(statement, place, ""),
        string known => raw.sqlite3_bind_text(statement, place, Utf8(known)),
        long number => raw.sqlite3_bind_int64(statement, place, number),
        int number => raw.sqlite3_bind_int64(statement, place, number),
        bool flag => raw.sqlite3_bind_int64(statement, place, flag ? 1 : 0),
        byte[] { Length: 0 } => raw.sqlite3_bind_zeroblob(statement, place, 0),
        byte[] bytes => raw.sqlite3_bind_blob(statement, place, bytes),
        DateTimeOffset instant => raw.sqlite3_bind_text(
            statement, place, Utf8(instant.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture))),
        _ => throw new NotSupportedException($"A {value.GetType().Name} is bound nowhere."),
    };

    private ReadOnlySpan<byte> Utf8(string known)
    {
        var longest = Encoding.UTF8.GetMaxByteCount(known.Length);
        if (text.Length < longest)
        {
            text = new byte[longest];
        }

        return text.AsSpan(0, Encoding.UTF8.GetBytes(known, text));
    }
}
