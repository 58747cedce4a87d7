using System.Text;

namespace AdminOrders.Core.Storage.Sqlite;

/// <summary>
/// Makes texts of UTF-8. A column that says what it said in the row before gives the same text again: in a list most columns do, and a comparison
/// is much cheaper than a new text.
/// </summary>
internal sealed class SqliteTexts(int columns)
{
    private const int LongestKept = 48;
    private readonly (byte[] Bytes, string Text)[] last = new (byte[] Bytes, string Text)[columns];

    public string Of(int column, ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            return "";
        }

        if (utf8.Length > LongestKept)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        ref var known = ref last[column];
        if (known.Bytes is null || !utf8.SequenceEqual(known.Bytes))
        {
            known = (utf8.ToArray(), Encoding.UTF8.GetString(utf8));
        }

        return known.Text;
    }
}
