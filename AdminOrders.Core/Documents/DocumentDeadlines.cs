using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Documents;

/// <summary>When the timer of an imported order's status is due.</summary>
internal static class DocumentDeadlines
{
    /// <summary>The due date of the status's own timer; null where it has none. While requested, that of the status before waits.</summary>
    public static DateTimeOffset? StatusDueAt(DocumentContext context, DateTimeOffset? paymentDueAt) =>
        Own(context, paymentDueAt) is { } due ? NotBeforeGrace(due, context) : null;

    /// <summary>A date in the past starts no timer before the grace of imports is over.</summary>
    public static DateTimeOffset NotBeforeGrace(DateTimeOffset due, DocumentContext context)
    {
        var earliest = context.Now + context.Policy.ImportGrace;
        return due < context.Now ? earliest : due;
    }

    private static DateTimeOffset? Own(DocumentContext context, DateTimeOffset? paymentDueAt) => Stages.Of(context.Reached) switch
    {
        Stage.Incomplete => context.CreatedAt + context.Policy.IncompleteAfter,
        Stage.Moving => context.LastChangeAt + context.Policy.MovingAfter,
        Stage.Open when context.Reached == Status.WindowToChangeSeller => context.LastChangeAt + context.Policy.SellerChangeWindow,
        Stage.Open when Stages.IsAwaitingAuthorization(context.Reached) => context.LastChangeAt + context.Policy.AuthorizationDeadline,
        Stage.Open => Stages.IsPaid(context.Reached) ? null : paymentDueAt,
        Stage.Window => (context.AuthorizedAt ?? context.LastChangeAt) + context.Policy.GracePeriod,
        Stage.Ready or Stage.Handling or Stage.Requested or Stage.Invoiced or Stage.Canceled or Stage.Replaced or Stage.Unknown => null,
    };
}
