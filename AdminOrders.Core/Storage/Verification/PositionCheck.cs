using System.Globalization;

namespace AdminOrders.Core.Storage.Verification;

/// <summary>Positions are drawn one by one from one counter: an order that is taken out with everything of it leaves a gap.</summary>
/// <param name="first">Where the sealed history begins; null: it may begin anywhere.</param>
internal sealed class PositionCheck(long? first)
{
    private long? last = first - 1;

    /// <summary>The next row by position.</summary>
    public Finding? Next(long position)
    {
        var expected = (last ?? position - 1) + 1;
        last = position;
        return position == expected ? null : Broken($"History {position}", expected, position);
    }

    /// <summary>After the last row: the counter.</summary>
    public Finding? End(long? counter) => counter == (last ?? counter) ? null : Broken("Positions 1", last ?? 0, counter);

    private static Finding Broken(string row, long expected, long? found) => new(
        Invariant.PositionsWithoutGap, null, row, expected.ToString(CultureInfo.InvariantCulture), found?.ToString(CultureInfo.InvariantCulture) ?? "-");
}
