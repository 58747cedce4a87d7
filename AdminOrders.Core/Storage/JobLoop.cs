using System.Data.Common;

namespace AdminOrders.Core.Storage;

/// <summary>Works off jobs in turns: on and on while there is something to do, and anew when it is woken or a while has passed.</summary>
/// <param name="turn">Does something; false: there was nothing to do here.</param>
/// <param name="tidy">Is done at the beginning and about once an hour.</param>
/// <param name="failed">Is told that the store could not be read or written; it is tried again.</param>
internal sealed class JobLoop(TimeProvider time, Func<CancellationToken, Task<bool>> turn, Func<CancellationToken, Task> tidy, Action<DbException> failed)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BetweenTidying = TimeSpan.FromHours(1);
    private readonly WakeSignal signal = new();
    private DateTimeOffset tidied = DateTimeOffset.MinValue;

    public void Wake() => signal.Wake();

    /// <summary>Until it is stopped.</summary>
    public async Task Run(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            signal.Listen();
            if (!await TurnOrWait(stoppingToken))
            {
                await signal.Wait(LongestPause, time, stoppingToken);
            }
        }
    }

    private async Task<bool> TurnOrWait(CancellationToken cancellationToken)
    {
        try
        {
            await TidyAtTimes(cancellationToken);
            return await turn(cancellationToken);
        }
        catch (DbException failure)
        {
            failed(failure);
            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task TidyAtTimes(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (now - tidied >= BetweenTidying)
        {
            await tidy(cancellationToken);
            tidied = now;
        }
    }
}
