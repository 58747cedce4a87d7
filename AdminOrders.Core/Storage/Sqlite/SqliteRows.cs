using System.Collections;
using System.Data.Common;
using SQLitePCL;

namespace AdminOrders.Core.Storage.Sqlite;

/// <summary>The rows of a statement, as much of them as mappings ask for: texts, whole numbers, flags, bytes and nulls. Disposing of it ends the reading.</summary>
internal sealed class SqliteRows(SqliteStatement statement) : DbDataReader
{
    private readonly IntPtr handle = statement.Handle;
    private bool isClosed;

    public override int FieldCount => throw Unasked();

    public override int Depth => 0;

    public override bool HasRows => throw Unasked();

    public override bool IsClosed => isClosed;

    public override int RecordsAffected => -1;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => throw Unasked();

    public override bool Read() => !isClosed && statement.Step();

    public override bool NextResult() => false;

    public override bool IsDBNull(int ordinal) => SqliteCalls.TypeOf(handle, ordinal) == raw.SQLITE_NULL;

    public override bool GetBoolean(int ordinal) => GetInt64(ordinal) != 0;

    public override int GetInt32(int ordinal) => checked((int)GetInt64(ordinal));

    public override long GetInt64(int ordinal) =>
        SqliteCalls.Integer(handle, ordinal) is var number && (number != 0 || !IsDBNull(ordinal)) ? number : throw Null(ordinal);

    public override string GetString(int ordinal) => statement.Texts.Of(ordinal, Utf8(ordinal));

    public override T GetFieldValue<T>(int ordinal) =>
        typeof(T) == typeof(byte[]) ? (T)(object)GetBytes(ordinal) : (T)GetValue(ordinal);

    public override object GetValue(int ordinal) => SqliteCalls.TypeOf(handle, ordinal) switch
    {
        raw.SQLITE_INTEGER => GetInt64(ordinal),
        raw.SQLITE_FLOAT => SqliteCalls.Real(handle, ordinal),
        raw.SQLITE_TEXT => GetString(ordinal),
        raw.SQLITE_BLOB => GetBytes(ordinal),
        _ => DBNull.Value,
    };

    public override void Close()
    {
        if (!isClosed)
        {
            isClosed = true;
            statement.Reset();
        }
    }

    public override byte GetByte(int ordinal) => throw Unasked();

    /// <summary>Copies a text's UTF-8 and says how much of it; without a buffer, how much there is.</summary>
    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length)
    {
        var rest = Utf8(ordinal)[checked((int)dataOffset)..];
        if (buffer is null)
        {
            return rest.Length;
        }

        var copied = Math.Min(length, rest.Length);
        rest[..copied].CopyTo(buffer.AsSpan(bufferOffset));
        return copied;
    }

    public override char GetChar(int ordinal) => throw Unasked();

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw Unasked();

    public override string GetDataTypeName(int ordinal) => throw Unasked();

    public override DateTime GetDateTime(int ordinal) => throw Unasked();

    public override decimal GetDecimal(int ordinal) => throw Unasked();

    public override double GetDouble(int ordinal) => throw Unasked();

    public override IEnumerator GetEnumerator() => throw Unasked();

    public override Type GetFieldType(int ordinal) => throw Unasked();

    public override float GetFloat(int ordinal) => throw Unasked();

    public override Guid GetGuid(int ordinal) => throw Unasked();

    public override short GetInt16(int ordinal) => throw Unasked();

    public override string GetName(int ordinal) => throw Unasked();

    public override int GetOrdinal(string name) => throw Unasked();

    public override int GetValues(object[] values) => throw Unasked();

    // No bytes have no address either.
    private byte[] GetBytes(int ordinal) => IsDBNull(ordinal) ? throw Null(ordinal)
        : SqliteCalls.Blob(handle, ordinal) is var bytes && bytes != IntPtr.Zero ? Bytes(bytes, ordinal).ToArray() : [];

    // The engine keeps it until the next row.
    private unsafe ReadOnlySpan<byte> Utf8(int ordinal)
    {
        var value = SqliteCalls.Value(handle, ordinal);
        var text = SqliteCalls.Text(value);
        return text != IntPtr.Zero ? new((void*)text, SqliteCalls.TextLength(value)) : throw Null(ordinal);
    }

    private unsafe ReadOnlySpan<byte> Bytes(IntPtr first, int ordinal) => new((void*)first, SqliteCalls.Length(handle, ordinal));

    private static InvalidCastException Null(int ordinal) => new($"Column {ordinal} is null.");

    private static NotSupportedException Unasked() => new("No mapping asks for that.");
}
