using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Features.Orders.Details;
using AdminOrders.Web.Shell;

namespace AdminOrders.Web.Features.Orders.Dialogs;

/// <summary>
/// One attempt to change an order: the preview of the very command that would be sent, the sending with that preview's fingerprint, and why it
/// did nothing where it did nothing. A bug or a full disk ends in <see cref="Failure"/> instead of the page: what is typed beside it stays.
/// </summary>
internal sealed class ActionAttempt(OrderChanges changes, ILogger logger)
{
    private OrderCommand? previewed;
    private long previewedPosition;
    private Task previewing = Task.CompletedTask;

    // A preview may see what happened to the order before the page tells of it, and who did it.
    private bool hasMovedUnseen;

    /// <summary>What would happen now; null before the first answer.</summary>
    public OrderPreview? Preview { get; private set; }

    /// <summary>Why the last sending was refused; null: it was not.</summary>
    public Refused? Refusal { get; private set; }

    /// <summary>Who was faster, where somebody was.</summary>
    public LastChange? LastChange { get; private set; }

    /// <summary>What broke; null: nothing did.</summary>
    public ActionFailure? Failure { get; private set; }

    public bool IsSending { get; private set; }

    /// <summary>A refusal that no field can mend, or nothing left to do; null: go on.</summary>
    public Decision? Obstacle => Preview?.Decision switch
    {
        Unchanged unchanged => unchanged,
        Refused
        {
            Code: not (Core.Orders.Refusal.InvalidInput or Core.Orders.Refusal.ExceedsOrder or Core.Orders.Refusal.ExceedsInvoiced
            or Core.Orders.Refusal.InvoiceNumberUsed or Core.Orders.Refusal.NothingLeft)
        } refused => refused,
        _ => null,
    };

    /// <summary>Previews the command anew if it or the order has changed.</summary>
    /// <returns>Whether it did.</returns>
    public async Task<bool> PrepareAsync(OrderView order, OrderCommand command)
    {
        if (command == previewed && order.Position == previewedPosition)
        {
            return false;
        }

        await (previewing = GuardAsync(() => PreviewAsync(order, command), command));
        return true;
    }

    /// <summary>Sends the command once, however often it is asked while the first is under way.</summary>
    /// <returns>What was decided; null where it was refused, failed or is under way.</returns>
    public async Task<Answer?> SendAsync(OrderView order, OrderCommand command)
    {
        if (IsSending)
        {
            return null;
        }

        (IsSending, Failure) = (true, null);
        Answer? done = null;
        await GuardAsync(async () => done = await TrySendAsync(order, command), command);
        // What was done is not done again by a click that arrives before the dialog has gone.
        IsSending = done is not null;
        return done;
    }

    private async Task<Answer?> TrySendAsync(OrderView order, OrderCommand command)
    {
        // The last change of a field may still be on its way to its preview.
        await previewing;
        var answer = await changes.Send(order.OrderId, command, Preview?.Preview.Fingerprint);
        if (answer.Decision is not Refused refused)
        {
            return answer;
        }

        // What the page has shown already is not why it was refused.
        (Refusal, LastChange) = (refused, answer.LastChange == LastChanges.Of(order) ? LastChange : answer.LastChange);
        await PreviewAsync(order, command);
        return null;
    }

    private async Task PreviewAsync(OrderView order, OrderCommand command)
    {
        var hadMoved = previewedPosition != 0 && order.Position != previewedPosition;
        (previewed, previewedPosition) = (command, order.Position);
        var fresh = await changes.Preview(order.OrderId, command);
        if (command != previewed)
        {
            return;
        }

        hasMovedUnseen = !IsSending && (hasMovedUnseen || HasMoved(Preview, fresh));
        if (hadMoved && hasMovedUnseen)
        {
            (Refusal, LastChange) = (new Refused(Core.Orders.Refusal.ChangedMeanwhile), LastChanges.Of(order));
            hasMovedUnseen = false;
        }

        Preview = fresh;
    }

    // Another field changes what would happen too; that is not what somebody else did.
    private static bool HasMoved(OrderPreview? shown, OrderPreview? fresh) =>
        shown is not null && fresh?.Facts.Version != shown.Facts.Version && fresh?.Preview.Fingerprint != shown.Preview.Fingerprint;

    private async Task GuardAsync(Func<Task> work, OrderCommand command)
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Failure = new(TraceId.Now(), changes.ProblemOf(failure));
            logger.ActionFailed(command.GetType().Name, Failure.TraceId, failure);
        }
    }
}

/// <summary>Something broke.</summary>
/// <param name="TraceId">Under which number the log tells of it.</param>
/// <param name="Problem">What of the store was in the way; null: a bug.</param>
public sealed record ActionFailure(string TraceId, StoreProblem? Problem);
