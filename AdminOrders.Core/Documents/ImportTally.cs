using System.Collections.Immutable;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;

namespace AdminOrders.Core.Documents;

/// <summary>Counts what became of the documents of one import and tells it now and then.</summary>
internal sealed class ImportTally(IProgress<ImportProgress>? progress)
{
    private const int MostErrorsKept = 1_000;
    private const int DocumentsPerReport = 250;

    private readonly List<DocumentError> kept = [];
    private readonly List<DocumentError> unreported = [];
    private long imported;
    private long updated;
    private long unchanged;
    private long failed;

    public ImportResult Result => new(imported, updated, unchanged, failed, [.. kept]);

    public void Fail(ImmutableArray<DocumentError> errors)
    {
        failed++;
        kept.AddRange(errors.Take(MostErrorsKept - kept.Count));
        unreported.AddRange(errors);
        ReportNowAndThen();
    }

    public void Count(Answer answer, long line, string orderId)
    {
        switch (answer.Decision)
        {
            case Accepted { Events: [OrderImported, ..] }:
                imported++;
                break;
            case Accepted:
                updated++;
                break;
            case Unchanged:
                unchanged++;
                break;
            case Refused refused:
                Fail([new DocumentError(line, "", DocumentProblem.Refused) { OrderId = orderId, Refusal = refused.Code }]);
                return;
        }

        ReportNowAndThen();
    }

    public void Report()
    {
        progress?.Report(new(imported, updated, unchanged, failed, [.. unreported]));
        unreported.Clear();
    }

    private void ReportNowAndThen()
    {
        if ((imported + updated + unchanged + failed) % DocumentsPerReport == 0)
        {
            Report();
        }
    }
}
