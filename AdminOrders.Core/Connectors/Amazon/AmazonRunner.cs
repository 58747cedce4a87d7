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
    private readonly TimeSpan untilFree;
    private readonly AmazonLooks looks;
    private readonly AmazonPoll poll;
    private readonly ChannelInbox inbox;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly WakeSignal signal = new();
    private DateTimeOffset forgotten = DateTimeOffset.MinValue;

    public AmazonRunner(AmazonSettings settings, StoreSource source, AmazonLooks looks, AmazonPoll poll, ChannelInbox inbox, TimeProvider time, ILogger<AmazonRunner> logger)
    {
        (this.looks, this.poll, this.inbox, this.time, this.logger) = (looks, poll, inbox, time, logger);
        lease = new(source, ChannelLease.Of(ChannelNames.Amazon), settings.Lease);
        untilFree = settings.Lease < LongestPause ? settings.Lease : LongestPause;
    }

    /// <summary>One turn, unless another process has the channel. Returns how long to wait.</summary>
    public async Task<TimeSpan> RunOnce(CancellationToken cancellationToken)
    {
        if (!await lease.Take(time.GetUtcNow(), cancellationToken))
        {
            poll.Forget();
            return untilFree;
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
        inbox.Follow(signal.Wake);
        while (!stoppingToken.IsCancellationRequested)
        {
            signal.Listen();
            var pause = await RunOrWait(stoppingToken);
            await signal.Wait(pause, time, stoppingToken);
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

    [LoggerMessage(Level = LogLevel.Error, Message = "What Amazon told could not be read or recorded; it is tried again")]
    private partial void LogFailed(Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease of the channel could not be given back; another process waits until it runs out")]
    private partial void LogLeaseKept(Exception failure);
}
