using System.Text;

namespace AdminOrders.Core.Storage.Sqlite;

/// <summary>
/// Makes texts of UTF-8. A column that says what it said in the row before gives the same text again: in a list most columns do, and a comparison
/// is much cheaper than a new text.
/// </summary>
internal sealed class SqliteTexts(int columns)
{
    private const int LongestKept = 48;
    private readonly byte[] bytes = new byte[columns * LongestKept];
    private readonly string[] texts = [.. Enumerable.Repeat("", columns)];
    private readonly int[] lengths = new int[columns];

    public string Of(int column, ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LongestKept)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        var known = bytes.AsSpan(column * LongestKept, LongestKept);
        if (!utf8.SequenceEqual(known[..lengths[column]]))
        {
            utf8.CopyTo(known);
            (lengths[column], texts[column]) = (utf8.Length, Encoding.UTF8.GetString(utf8));
        }

        return texts[column];
    }
}
