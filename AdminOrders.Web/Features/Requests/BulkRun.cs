using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;
using AdminOrders.Web.Features.Orders.Details;
using AdminOrders.Web.Features.Orders.Dialogs;
using AdminOrders.Web.Shell;

namespace AdminOrders.Web.Features.Requests;

/// <summary>How far the answer to one of several requests is.</summary>
public enum BulkState
{
    Waiting,
    Sending,
    Done,
    Unchanged,
    Refused,
    Failed,

    /// <summary>The run was stopped before it.</summary>
    NotSent,
}

/// <summary>One of several things about which the same is done.</summary>
/// <param name="Subject">What the reader saw of the order: the id of a request, or of an effect.</param>
/// <param name="Would">What would happen, or why nothing would; "" before it is known.</param>
/// <param name="Result">What happened, in the reader's language.</param>
/// <param name="Code">Of a refusal; null: none.</param>
public sealed record BulkLine(string OrderId, string Subject, string Would = "", bool WouldHappen = false, BulkState State = BulkState.Waiting, string Result = "", string? Code = null)
{
    /// <summary>Whether it is known what became of it.</summary>
    public bool IsOver => State is not (BulkState.Waiting or BulkState.Sending);

    /// <summary>Fingerprint of what was shown.</summary>
    internal string? Expected { get; init; }

    internal bool FreesAcknowledged { get; init; }

    /// <summary>The order as it was seen.</summary>
    internal QueuedOrder? Order { get; init; }
}

/// <summary>
/// The same done about several things, one after the other: each command names what was seen and, where that was shown, what it was seen to do. What is
/// refused is told and not tried again. How far it is is drawn ten times a second at most: some hundred lines drawn for each of them keep a window busy.
/// </summary>
internal sealed class BulkRun(OrderChanges changes, TimeProvider time, ILogger logger, IEnumerable<BulkLine> chosen)
{
    private static readonly TimeSpan DrawnEvery = TimeSpan.FromMilliseconds(100);
    private readonly List<BulkLine> lines = [.. chosen];
    private volatile bool isStopped;
    private long drawnAt;

    public IReadOnlyList<BulkLine> Lines => lines;

    /// <summary>What an answer that was no refusal says, where the common words do not do.</summary>
    public Func<Answer, string>? Tell { get; init; }

    public bool HasBegun { get; private set; }

    public bool IsOver { get; private set; }

    public int Finished => lines.Count(line => line.IsOver);

    public int Count(BulkState state) => lines.Count(line => line.State == state);

    /// <summary>What the answer would do to each, as the store stands now.</summary>
    public async Task PrepareAsync(Func<BulkLine, OrderCommand> command, Action shown)
    {
        for (var index = 0; index < lines.Count && !HasBegun; index++)
        {
            var line = lines[index];
            var preview = await changes.Preview(line.OrderId, command(line));
            lines[index] = line with
            {
                WouldHappen = preview?.Decision is Accepted,
                Would = preview is null ? OrderWords.Of(Refusal.NotFound) : RequestWords.Of(preview.Preview, preview.Facts.Currency),
                Expected = preview?.Preview.Fingerprint,
                FreesAcknowledged = preview?.Preview.Freed.Any(freed => freed.WasAcknowledged) is true,
            };
            DrawNowAndThen(shown);
        }

        shown();
    }

    /// <summary>Sends the answer to each, once.</summary>
    public async Task SendAsync(Func<BulkLine, OrderCommand> command, Action shown)
    {
        if (HasBegun)
        {
            return;
        }

        HasBegun = true;
        for (var index = 0; index < lines.Count; index++)
        {
            if (isStopped)
            {
                lines[index] = lines[index] with { State = BulkState.NotSent, Result = Texts.Bulk_NotSent };
                continue;
            }

            lines[index] = lines[index] with { State = BulkState.Sending };
            DrawNowAndThen(shown);
            lines[index] = await SendAsync(lines[index], command(lines[index]));
        }

        IsOver = true;
        shown();
    }

    /// <summary>Sends no more; what is under way is finished.</summary>
    public void Stop() => isStopped = true;

    private void DrawNowAndThen(Action shown)
    {
        if (time.GetElapsedTime(drawnAt) >= DrawnEvery)
        {
            drawnAt = time.GetTimestamp();
            shown();
        }
    }

    private async Task<BulkLine> SendAsync(BulkLine line, OrderCommand command)
    {
        try
        {
            var answer = await changes.Send(line.OrderId, command, line.Expected);
            return answer.Decision switch
            {
                Accepted => line with { State = BulkState.Done, Result = Tell?.Invoke(answer) ?? Outcomes.Of(answer, null) },
                Refused refused => line with { State = BulkState.Refused, Result = RequestWords.Outcome(answer, ""), Code = RefusalCodes.Of(refused.Code) },
                _ => line with { State = BulkState.Unchanged, Result = Tell?.Invoke(answer) ?? RequestWords.Outcome(answer, "") },
            };
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            var trace = TraceId.Now();
            logger.ActionFailed(command.GetType().Name, trace, failure);
            return line with { State = BulkState.Failed, Result = Ui.ProblemWords.Title(changes.ProblemOf(failure)), Code = trace };
        }
    }
}
