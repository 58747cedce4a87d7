using System.Data.Common;

namespace AdminOrders.Core.Storage;

/// <summary>
/// Rows that outlive their statement, as the engine gave them: texts stay UTF-8 and lie one behind the other, so that keeping a row costs no object
/// and who sends it on need not turn it into strings and back.
/// </summary>
/// <param name="numbers">The first columns of a row, so many: whole numbers.</param>
/// <param name="nullable">So many of those, the last ones, may be null.</param>
/// <param name="texts">The columns behind them, so many; none of them null.</param>
/// <param name="rows">How many will come at most.</param>
internal sealed class KeptRows(int numbers, int nullable, int texts, int rows)
{
    private const int ExpectedLength = 16;
    private readonly long?[] kept = GC.AllocateUninitializedArray<long?>(rows * numbers);
    private readonly int[] ends = GC.AllocateUninitializedArray<int>(rows * texts);
    private byte[] utf8 = GC.AllocateUninitializedArray<byte>(1 + (rows * texts * ExpectedLength));
    private int count;
    private int used;

    /// <summary>Keeps the current row and says its place.</summary>
    public int Add(DbDataReader row)
    {
        for (var column = 0; column < numbers; column++)
        {
            kept[(count * numbers) + column] = column < numbers - nullable ? row.GetInt64(column) : row.LongOrNull(column);
        }

        for (var text = 0; text < texts; text++)
        {
            used += Copy(row, numbers + text);
            ends[(count * texts) + text] = used;
        }

        return count++;
    }

    public long? Number(int row, int column) => kept[(row * numbers) + column];

    public ReadOnlySpan<byte> Text(int row, int column)
    {
        var at = (row * texts) + column - numbers;
        return utf8.AsSpan((at == 0 ? 0 : ends[at - 1])..ends[at]);
    }

    // What fills the room may be longer than that.
    private int Copy(DbDataReader row, int column)
    {
        int copied;
        while ((copied = (int)row.GetBytes(column, 0, utf8, used, utf8.Length - used)) == utf8.Length - used)
        {
            Array.Resize(ref utf8, Math.Max(2 * utf8.Length, used + (int)row.GetBytes(column, 0, null, 0, 0) + 1));
        }

        return copied;
    }
}
