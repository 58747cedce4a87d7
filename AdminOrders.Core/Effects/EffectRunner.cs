using System.Data.Common;
using AdminOrders.Core.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AdminOrders.Core.Effects;

/// <summary>
/// Brings what is owed to those who have a connector, at least once each and in the order of its events for each order, consumer and subject.
/// It works in turns: one short commit records what has ended and claims what is due, then the calls begin, outside any transaction.
/// Deliveries without a connector stay owed.
/// </summary>
internal sealed partial class EffectRunner : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private readonly StoreSource source;
    private readonly OrderWorkflow workflow;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly TimeSpan claimLength;
    private readonly EffectPulse pulse;
    private readonly List<ConnectorCalls> consumers;
    private readonly OwedGauge gauge;
    private readonly WakeSignal signal = new();

    public EffectRunner(
        StoreSource source, OrderWorkflow workflow, IEnumerable<Connector> connectors, EffectSettings settings, EffectPulse pulse, TimeProvider time, ILogger<EffectRunner> logger)
    {
        (this.source, this.workflow, this.pulse, this.time, this.logger, claimLength) = (source, workflow, pulse, time, logger, settings.ClaimLength);
        consumers = [.. connectors.Select(connector => new ConnectorCalls(connector, settings.LongestCall, time, logger))];
        gauge = new(source);
    }

    /// <summary>One turn: records, claims, begins calls. Returns how long nothing will be due, zero where something was done.</summary>
    public async Task<TimeSpan> Turn(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        using var ledger = new DeliveryLedger(connection);
        var now = time.GetUtcNow();
        var ended = Ended();
        var due = Due(ledger, now);
        if (ended.Count + due.Count == 0)
        {
            return PauseUntilNext(ledger, now);
        }

        // What a power cut takes of it is called once more, with the same id: nobody waits for the disk, least of all the writer of commands.
        source.AllowLateFlush(connection);
        using var transaction = Begin(connection, ledger);
        var recorded = ended.FindAll(call => Record(ledger, call, now));
        var claimed = due.FindAll(call => ledger.Claim(call.Delivery, now + claimLength));
        transaction.Commit();
        Forget(ended, recorded);
        pulse.Beat();
        claimed.ForEach(call => call.Consumer.Begin(call.Delivery, Wake, cancellationToken));
        return TimeSpan.Zero;
    }

    /// <summary>Until no call is under way.</summary>
    public Task CallsEnded() => Task.WhenAll(consumers.SelectMany(consumer => consumer.UnderWay));

    /// <summary>Something may be owed, or a call has ended: look now.</summary>
    public void Wake() => signal.Wake();

    public override void Dispose()
    {
        gauge.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        workflow.WhenCommitted(Wake);
        while (!stoppingToken.IsCancellationRequested)
        {
            signal.Listen();
            var pause = await OrWait(() => Turn(stoppingToken));
            // Turns keep a distance: calls that end at about the same time share a commit, and the writer of commands finds the store free.
            await Task.Delay(Pace, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await signal.Wait(pause, time, stoppingToken);
        }

        await CallsEnded();
        await OrWait(RecordLast);
    }

    private async Task<TimeSpan> OrWait(Func<Task<TimeSpan>> work)
    {
        try
        {
            return await work();
        }
        catch (DbException failure)
        {
            LogTurnFailed(failure);
            return LongestPause;
        }
        catch (OperationCanceledException)
        {
            return TimeSpan.Zero;
        }
    }

    // What was interrupted is due for the next process at once.
    private async Task<TimeSpan> RecordLast()
    {
        await using var connection = await source.OpenConnectionAsync(CancellationToken.None);
        using var ledger = new DeliveryLedger(connection);
        using var transaction = Begin(connection, ledger);
        var ended = Ended();
        var recorded = ended.FindAll(call => Record(ledger, call, time.GetUtcNow()));
        transaction.Commit();
        Forget(ended, recorded);
        return TimeSpan.Zero;
    }

    private List<CallOf> Ended() =>
        [.. consumers.SelectMany(consumer => consumer.Ended(), (consumer, call) => new CallOf(consumer, call.Delivery, call.Outcome))];

    // By key: two processes that claim at once never wait for each other in a circle.
    private List<CallOf> Due(DeliveryLedger ledger, DateTimeOffset now) =>
        [
            .. consumers.Where(consumer => consumer.Free > 0)
                .SelectMany(consumer => ledger.Due(consumer.Name, now, consumer.Free), (consumer, delivery) => new CallOf(consumer, delivery, default))
                .OrderBy(call => call.Delivery.Key),
        ];

    private TimeSpan PauseUntilNext(DeliveryLedger ledger, DateTimeOffset now)
    {
        var next = consumers.Min(consumer => ledger.NextAfter(consumer.Name, now)) ?? DateTimeOffset.MaxValue;
        return next - now < LongestPause ? next - now : LongestPause;
    }

    private static DbTransaction Begin(DbConnection connection, DeliveryLedger ledger)
    {
        var transaction = connection.BeginTransaction();
        ledger.Enlist(transaction);
        return transaction;
    }

    private static bool Record(DeliveryLedger ledger, CallOf call, DateTimeOffset now)
    {
        var (delivery, outcome) = (call.Delivery, call.Outcome);
        return outcome.Kind switch
        {
            OutcomeKind.Delivered => ledger.Close(delivery, DeliveryState.Done, outcome.Words) && ledger.LetFollow(delivery, now),
            OutcomeKind.Recorded => ledger.LetFollow(delivery, now),
            OutcomeKind.Interrupted => ledger.Postpone(delivery, now, null),
            OutcomeKind.Later => ledger.PutOff(delivery, now + outcome.Pause),
            OutcomeKind.TryAgain when delivery.Try < call.Consumer.Attempts =>
                ledger.Postpone(delivery, now + Backoff.After(delivery.Try, outcome.Pause), outcome.Words),
            OutcomeKind.TryAgain or OutcomeKind.Refused => ledger.Close(delivery, DeliveryState.Failed, outcome.Words),
        };
    }

    // What was not recorded had lost its claim: whoever has it now records it.
    private void Forget(List<CallOf> ended, List<CallOf> recorded)
    {
        ended.ForEach(call => call.Consumer.Forget(call.Delivery));
        foreach (var (consumer, delivery, outcome) in recorded)
        {
            EffectMeter.Count(outcome.Kind, delivery.Consumer);
            if (outcome.Kind is OutcomeKind.Refused || (outcome.Kind is OutcomeKind.TryAgain && delivery.Try >= consumer.Attempts))
            {
                LogFailed(delivery.Id, delivery.Attempt);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What is owed could not be read or recorded; it is tried again")]
    private partial void LogTurnFailed(Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery {Delivery} failed at attempt {Attempt}; a person has to look")]
    private partial void LogFailed(string delivery, int attempt);

    private sealed record CallOf(ConnectorCalls Consumer, OwedDelivery Delivery, Outcome Outcome);
}
