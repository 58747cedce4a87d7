namespace AdminOrders.Core.Storage.Verification;

/// <summary>Keeps the first finding of each invariant and counts the others.</summary>
internal sealed class FindingTally
{
    private readonly SortedDictionary<Invariant, BrokenInvariant> broken = [];

    public IReadOnlyList<BrokenInvariant> Broken => [.. broken.Values];

    public void Add(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            Add(finding);
        }
    }

    public void Add(Finding finding) => broken[finding.Invariant] =
        broken.TryGetValue(finding.Invariant, out var known) ? known with { Rows = known.Rows + 1 } : new(finding.Invariant, 1, finding);
}
