using System.Globalization;
using System.Text;

namespace AdminOrders.Core.Storage.Sqlite;

/// <summary>Binds values to a prepared statement by their place, as EF Core writes them. Not safe for use by several threads.</summary>
/// <param name="room">Bytes of texts and blobs that the engine reads where they lie until <see cref="Forget"/>; of what finds no room it makes a copy.</param>
internal sealed class SqliteValues(int room = 0)
{
    private readonly byte[] lying = room == 0 ? [] : GC.AllocateUninitializedArray<byte>(room, pinned: true);
    private byte[] text = new byte[4096];
    private int used;

    /// <summary>The statement has run: what was bound to it is read no more.</summary>
    public void Forget() => used = 0;

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
        byte[] bytes => Blob(statement, place, bytes),
        DateTimeOffset instant => Text(statement, place, instant.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture)),
        _ => throw new NotSupportedException($"A {value.GetType().Name} is bound nowhere."),
    };

    private int Blob(IntPtr statement, int place, byte[] bytes)
    {
        if (bytes.Length >= lying.Length - used)
        {
            return SqliteCalls.BindBlob(statement, place, in bytes[0], bytes.Length, SqliteCalls.Copied);
        }

        bytes.CopyTo(lying, used);
        var first = used;
        used += bytes.Length;
        return SqliteCalls.BindBlob(statement, place, in lying[first], bytes.Length, SqliteCalls.ReadWhereItLies);
    }

    private int Text(IntPtr statement, int place, string known)
    {
        var longest = Encoding.UTF8.GetMaxByteCount(known.Length);
        if (longest < lying.Length - used)
        {
            var (first, length) = (used, Encoding.UTF8.GetBytes(known, lying.AsSpan(used)));
            used += length;
            return SqliteCalls.BindText(statement, place, in lying[first], length, SqliteCalls.ReadWhereItLies);
        }

        if (text.Length < longest)
        {
            text = new byte[longest];
        }

        return SqliteCalls.BindText(statement, place, in text[0], Encoding.UTF8.GetBytes(known, text), SqliteCalls.Copied);
    }
}
