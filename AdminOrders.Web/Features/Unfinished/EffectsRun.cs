using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;
using AdminOrders.Web.Features.Orders.Details;
using AdminOrders.Web.Features.Orders.Dialogs;
using AdminOrders.Web.Features.Requests;
using AdminOrders.Web.Shell;

namespace AdminOrders.Web.Features.Unfinished;

/// <summary>How far one of several is.</summary>
public enum RunState
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
/// <param name="Subject">The id of an effect.</param>
/// <param name="What">What it is, in words.</param>
/// <param name="Result">What happened, in the reader's language.</param>
/// <param name="Code">Of a refusal; null: none.</param>
public sealed record RunLine(string OrderId, string Subject, string What, RunState State = RunState.Waiting, string Result = "", string? Code = null)
{
    /// <summary>Whether it is known what became of it.</summary>
    public bool IsOver => State is not (RunState.Waiting or RunState.Sending);
}

/// <summary>
/// The same done about several things, one after the other: each command names what was seen. What is refused is told and not tried again. How far it is is drawn ten times a second at most: some hundred lines drawn for each of them keep a window busy.
/// </summary>
internal sealed class EffectsRun(OrderChanges changes, TimeProvider time, ILogger logger, IEnumerable<RunLine> chosen)
{
    private static readonly TimeSpan DrawnEvery = TimeSpan.FromMilliseconds(100);
    private readonly List<RunLine> lines = [.. chosen];
    private volatile bool isStopped;
    private long drawnAt;

    public IReadOnlyList<RunLine> Lines => lines;

    /// <summary>What an answer that was no refusal says, where the common words do not do.</summary>
    public Func<Answer, string>? Tell { get; init; }

    public bool HasBegun { get; private set; }

    public bool IsOver { get; private set; }

    public int Finished => lines.Count(line => line.IsOver);

    public int Count(RunState state) => lines.Count(line => line.State == state);

    /// <summary>Sends the command about each, once.</summary>
    public async Task SendAsync(Func<RunLine, OrderCommand> command, Action shown)
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
                lines[index] = lines[index] with { State = RunState.NotSent, Result = Texts.Bulk_NotSent };
                continue;
            }

            lines[index] = lines[index] with { State = RunState.Sending };
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

    private async Task<RunLine> SendAsync(RunLine line, OrderCommand command)
    {
        try
        {
            var answer = await changes.Send(line.OrderId, command);
            return answer.Decision switch
            {
                Accepted => line with { State = RunState.Done, Result = Tell?.Invoke(answer) ?? Outcomes.Of(answer, null) },
                Refused refused => line with { State = RunState.Refused, Result = RequestWords.Outcome(answer, ""), Code = RefusalCodes.Of(refused.Code) },
                _ => line with { State = RunState.Unchanged, Result = Tell?.Invoke(answer) ?? RequestWords.Outcome(answer, "") },
            };
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            var trace = TraceId.Now();
            logger.ActionFailed(command.GetType().Name, trace, failure);
            return line with { State = RunState.Failed, Result = Ui.ProblemWords.Title(changes.ProblemOf(failure)), Code = trace };
        }
    }
}
