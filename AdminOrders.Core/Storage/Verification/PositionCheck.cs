using System.Globalization;

namespace AdminOrders.Core.Storage.Verification;

/// <summary>Positions are drawn one by one from one counter: an order that is taken out with everything of it leaves a gap.</summary>
internal sealed class PositionCheck
{
    private long last;

    /// <summary>The next row by position.</summary>
    public Finding? Next(long position)
    {
        var expected = last + 1;
        last = position;
        return position == expected ? null : Broken($"History {position}", expected, position);
    }

    /// <summary>After the last row: the counter.</summary>
    public Finding? End(long? counter) => counter == last ? null : Broken("Positions 1", last, counter);

    private static Finding Broken(string row, long expected, long? found) => new(
        Invariant.PositionsWithoutGap, null, row, expected.ToString(CultureInfo.InvariantCulture), found?.ToString(CultureInfo.InvariantCulture) ?? "-");
}
