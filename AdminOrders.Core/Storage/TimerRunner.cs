using System.Data.Common;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage.Stock;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AdminOrders.Core.Storage;

/// <summary>Sends the timers of orders that nobody touches when they are due, ends reservations without an order that are over, and forgets answers that were kept long enough. One process does it at a time: who holds the lease.</summary>
public sealed partial class TimerRunner(StoreSource source, OrderWorkflow workflow, LooseReservations loose, TimeProvider time, ILogger<TimerRunner> logger) : BackgroundService
{
    internal const string LeaseName = "timers";
    private const int AtOnce = 64;

    // A holder that is killed holds up the others for as long as it had the lease, and until they look again: less than a minute together.
    internal static readonly TimeSpan LeaseLength = TimeSpan.FromSeconds(40);
    internal static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan BetweenForgetting = TimeSpan.FromHours(1);
    private DateTimeOffset answersForgotten = DateTimeOffset.MinValue;
    private readonly Lease lease = new(source, LeaseName, LeaseLength);

    /// <summary>Sends what is due now, unless another process does, and returns how long to wait: <see cref="LongestPause"/>, or less where more is due.</summary>
    public async Task<TimeSpan> RunOnce(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!await lease.Take(now, cancellationToken))
        {
            return LongestPause;
        }

        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        using var statements = new SqlStatements(connection);
        ForgetAnswers(statements, now);
        var orders = new DueOrders(statements);
        foreach (var column in DueOrders.Columns)
        {
            await SendAll(orders, column, now, cancellationToken);
        }

        var next = Earlier(orders.NextAfter(now), await loose.ExpireDue(cancellationToken));
        var pause = (next ?? DateTimeOffset.MaxValue) - time.GetUtcNow();
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
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(await RunOrWait(stoppingToken), time, stoppingToken);
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
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;

    // Nobody asks for them any more; how soon they go does not matter.
    private void ForgetAnswers(SqlStatements statements, DateTimeOffset now)
    {
        if (now - answersForgotten >= BetweenForgetting)
        {
            answersForgotten = now;
            statements.Add("""DELETE FROM "KeptAnswers" WHERE "At" <= @Before""").Run(Ticks.Of(now - IdempotencyKey.KeptFor));
        }
    }

    // Each due order once in a pass: one whose timer waits for a person comes back in the next.
    private async Task SendAll(DueOrders orders, string column, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var page = orders.Page(column, now, after: null, AtOnce);
        while (page.Count > 0)
        {
            await Task.WhenAll(page.Where(order => order.MovesOn).Select(order =>
                workflow.Send(new(order.OrderId, new ApplyDueTimers(), Actor.System), cancellationToken)));
            if (!await lease.Take(time.GetUtcNow(), cancellationToken))
            {
                return;
            }

            page = orders.Page(column, now, page[^1], AtOnce);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Due timers could not be read or sent; they are tried again")]
    private partial void LogFailed(Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The timers' lease could not be given back; another process waits until it runs out")]
    private partial void LogLeaseKept(Exception failure);
}
