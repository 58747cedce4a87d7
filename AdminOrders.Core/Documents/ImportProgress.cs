using System.Collections.Immutable;

namespace AdminOrders.Core.Documents;

/// <summary>How far an import has come, in documents.</summary>
/// <param name="Imported">New here.</param>
/// <param name="Updated">Known, and told something new.</param>
/// <param name="Unchanged">Known as they are.</param>
/// <param name="Failed">Not taken; the reasons are in <paramref name="NewErrors"/>.</param>
/// <param name="NewErrors">What went wrong since the report before.</param>
public sealed record ImportProgress(long Imported, long Updated, long Unchanged, long Failed, ImmutableArray<DocumentError> NewErrors)
{
    public long Read => Imported + Updated + Unchanged + Failed;
}

/// <summary>How an import ended, in documents.</summary>
/// <param name="Errors">The first thousand; all of them went through the progress.</param>
public sealed record ImportResult(long Imported, long Updated, long Unchanged, long Failed, ImmutableArray<DocumentError> Errors)
{
    public long Read => Imported + Updated + Unchanged + Failed;
}
