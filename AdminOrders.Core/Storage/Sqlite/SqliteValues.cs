using System.Globalization;
using System.Text;

namespace AdminOrders.Core.Storage.Sqlite;

/// <summary>Binds values to a prepared statement by their place, as EF Core writes them. Not safe for use by several threads.</summary>
internal sealed class SqliteValues
{
    private byte[] text = new byte[4096];

    /// <summary>The engine's result code.</summary>
    /// <exception cref="NotSupportedException">No column has values of that type.</exception>
    public int Bind(IntPtr statement, int place, object? value) => value switch
    {
        null => SqliteCalls.BindNothing(statement, place),
        string known => Text(statement, place, known),
        long number => SqliteCalls.BindInteger(statement, place, number),
        int number => SqliteCalls.BindInteger(statement, place, number),
        bool flag => SqliteCalls.BindInteger(statement, place, flag ? 1 : 0),
        byte[] { Length: 0 } => SqliteCalls.BindBlob(statement, place, in text[0], 0, SqliteCalls.Copied),
        byte[] bytes => SqliteCalls.BindBlob(statement, place, in bytes[0], bytes.Length, SqliteCalls.Copied),
        DateTimeOffset instant => Text(statement, place, instant.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture)),
        _ => throw new NotSupportedException($"A {value.GetType().Name} is bound nowhere."),
    };

    private int Text(IntPtr statement, int place, string known)
    {
        var longest = Encoding.UTF8.GetMaxByteCount(known.Length);
        if (text.Length < longest)
        {
            text = new byte[longest];
        }

        return SqliteCalls.BindText(statement, place, in text[0], Encoding.UTF8.GetBytes(known, text), SqliteCalls.Copied);
    }
}
