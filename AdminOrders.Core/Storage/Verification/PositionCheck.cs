using System.Globalization;

namespace AdminOrders.Core.Storage.Verification;

/// <summary>Positions are drawn one by one from one counter: an order that is taken out with everything of it leaves a gap.</summary>
/// <param name="first">Where the sealed history begins; null: it may begin anywhere.</param>
internal sealed class PositionCheck(long? first, PositionGaps gaps)
{
    private long? last;

    /// <summary>The next row by position.</summary>
    public Finding? Next(long position)
    {
        var expected = last is { } known ? gaps.Behind(known) + 1 : first ?? position;
        last = position;
        return position == expected ? null : Broken($"History {position}", expected, position);
    }

    /// <summary>After the last row: the counter.</summary>
    public Finding? End(long? counter) =>
        last is not { } known || counter == gaps.Behind(known) ? null : Broken("Positions 1", gaps.Behind(known), counter);

    private static Finding Broken(string row, long expected, long? found) => new(
        Invariant.PositionsWithoutGap, null, row, expected.ToString(CultureInfo.InvariantCulture), found?.ToString(CultureInfo.InvariantCulture) ?? "-");
}
