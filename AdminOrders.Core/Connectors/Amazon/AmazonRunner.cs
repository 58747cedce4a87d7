using System.Data.Common;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AdminOrders.Core.Connectors.Amazon;

/// <summary>Looks after Amazon: what its notifications name, and what it changed without one. One process does it at a time: who holds the lease.</summary>
internal sealed partial class AmazonRunner : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan BetweenForgetting = TimeSpan.FromHours(1);
    private readonly Lease lease;
    private readonly AmazonLooks looks;
    private readonly AmazonPoll poll;
    private readonly ChannelInbox inbox;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private DateTimeOffset forgotten = DateTimeOffset.MinValue;
    private TaskCompletionSource woken = NewSignal();

    public AmazonRunner(StoreSource source, AmazonLooks looks, AmazonPoll poll, ChannelInbox inbox, TimeProvider time, ILogger<AmazonRunner> logger)
    {
        (this.looks, this.poll, this.inbox, this.time, this.logger) = (looks, poll, inbox, time, logger);
        lease = new(source, ChannelLease.Of(ChannelNames.Amazon), ChannelLease.Length);
    }

    /// <summary>One turn, unless another process has the channel. Returns how long to wait.</summary>
    public async Task<TimeSpan> RunOnce(CancellationToken cancellationToken)
    {
        if (!await lease.Take(time.GetUtcNow(), cancellationToken))
        {
            poll.Forget();
            return LongestPause;
        }

        await Forget(cancellationToken);
        var look = await looks.Turn(cancellationToken);
        var next = await poll.Turn(cancellationToken);
        var pause = (look < next ? look.Value : next) - time.GetUtcNow();
        return pause < ShortestPause ? ShortestPause : pause > LongestPause ? LongestPause : pause;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await lease.GiveBack(cancellationToken);
        }
        catch (DbException failure)
        {
            LogLeaseKept(failure);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        inbox.Follow(Wake);
        while (!stoppingToken.IsCancellationRequested)
        {
            Interlocked.Exchange(ref woken, NewSignal());
            var pause = await RunOrWait(stoppingToken);
            await woken.Task.WaitAsync(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<TimeSpan> RunOrWait(CancellationToken cancellationToken)
    {
        try
        {
            return await RunOnce(cancellationToken);
        }
        catch (DbException failure)
        {
            LogFailed(failure);
            return LongestPause;
        }
        catch (OperationCanceledException)
        {
            return TimeSpan.Zero;
        }
    }

    private async Task Forget(CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() - forgotten >= BetweenForgetting)
        {
            forgotten = time.GetUtcNow();
            await inbox.Forget(cancellationToken);
        }
    }

    private void Wake() => woken.TrySetResult();

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LoggerMessage(Level = LogLevel.Error, Message = "What Amazon told could not be read or recorded; it is tried again")]
    private partial void LogFailed(Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease of the channel could not be given back; another process waits until it runs out")]
    private partial void LogLeaseKept(Exception failure);
}
