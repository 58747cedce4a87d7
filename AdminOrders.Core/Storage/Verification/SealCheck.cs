namespace AdminOrders.Core.Storage.Verification;

/// <summary>The seals against the history, both in the order of the positions.</summary>
internal sealed class SealCheck(IReadOnlyList<SealRow> seals, PositionGaps gaps) : IDisposable
{
    private int at;
    private SealHash? hash;
    private (long First, long Last)? covered;

    /// <summary>Where the sealed history begins; null: nothing is sealed.</summary>
    public long? First => seals is [var first, ..] ? first.FirstPosition : null;

    /// <summary>The seals among themselves.</summary>
    public IEnumerable<Finding> Chain()
    {
        for (var number = 1; number <= seals.Count; number++)
        {
            var seal = seals[number - 1];
            var first = number == 1 ? seal.FirstPosition : gaps.Behind(seals[number - 2].LastPosition) + 1;
            if ((seal.Number, seal.FirstPosition) != (number, first))
            {
                yield return new(Invariant.SealChain, null, $"Seals {seal.Number}", $"{number}: {first}", $"{seal.Number}: {seal.FirstPosition}");
            }
        }
    }

    /// <summary>The next row of the history.</summary>
    public IEnumerable<Finding> Next(long position, byte[] rowHash)
    {
        while (at < seals.Count && position > seals[at].LastPosition)
        {
            if (End() is { } broken)
            {
                yield return broken;
            }
        }

        if (at < seals.Count && position >= seals[at].FirstPosition)
        {
            Hash().Add(position, rowHash);
            covered = (covered?.First ?? position, position);
        }
    }

    /// <summary>After the last row.</summary>
    public IEnumerable<Finding> Rest()
    {
        while (at < seals.Count)
        {
            if (End() is { } broken)
            {
                yield return broken;
            }
        }
    }

    public void Dispose() => hash?.Dispose();

    // Goes on from what is written in the seal: one that does not fit is one finding.
    private Finding? End()
    {
        var seal = seals[at];
        var found = Hash().End(seal.SealedAt);
        var rows = covered;
        Dispose();
        hash = null;
        covered = null;
        at++;
        return found.AsSpan().SequenceEqual(seal.Hash) ? Bounds(seal, rows) : new(
            Invariant.SealHash, null, $"Seals {seal.Number}", Convert.ToHexStringLower(seal.Hash),
            $"{Convert.ToHexStringLower(found)} (History {seal.FirstPosition}-{seal.LastPosition})");
    }

    // The hash is over the rows that are there: a seal may say that it covers others, too.
    private static Finding? Bounds(SealRow seal, (long First, long Last)? rows) => rows == (seal.FirstPosition, seal.LastPosition) ? null : new(
        Invariant.SealHash, null, $"Seals {seal.Number}", $"History {seal.FirstPosition}-{seal.LastPosition}", $"History {rows?.First}-{rows?.Last}");

    private SealHash Hash() => hash ??= new(at == 0 ? [] : seals[at - 1].Hash, seals[at].Number);
}
