using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage.Bulk;

/// <summary>Records what became of an order of a bulk job, in the commit that changes the order: no process dies between the two.</summary>
internal sealed class BulkLedger(StoreWrites writes)
{
    /// <summary>Records an outcome where none is recorded.</summary>
    public const string OutcomeSql =
        """
        UPDATE "BulkItems" SET "Outcome" = @Outcome, "Refusal" = @Refusal, "Receipt" = @Receipt, "At" = @At
        WHERE "JobId" = @JobId AND "Place" = @Place AND "Outcome" = 0
        """;

    private readonly SqlWrite outcome = writes.Add(OutcomeSql);

    /// <summary>With the next flush. What has been recorded before stays.</summary>
    public void Record(BulkItemRef item, Answer answer, DateTimeOffset at) => outcome.Later(
        (int)Of(answer.Decision), answer.Decision is Refused refused ? (int)refused.Code : null, answer.Receipt?.Receipt, Ticks.Of(at), item.JobId, item.Place);

    /// <summary>What a decision makes of an order.</summary>
    public static BulkOutcome Of(Decision decision) => decision switch
    {
        Accepted accepted when accepted.Events.Any(happened => happened is OrderCanceled) => BulkOutcome.Canceled,
        Accepted accepted when accepted.Events.Any(happened => happened is CancellationDeclined) => BulkOutcome.Declined,
        Accepted => BulkOutcome.Requested,
        Refused => BulkOutcome.Refused,
        _ => BulkOutcome.Unchanged,
    };
}
