using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace AdminOrders.Core.Effects;

/// <summary>
/// The calls to one consumer: at most so many that are under way or ended and not recorded, so that a slow consumer keeps nobody but itself
/// waiting.
/// </summary>
internal sealed partial class ConnectorCalls(Connector connector, TimeSpan longestCall, TimeProvider time, ILogger logger)
{
    private const int Most = 16;
    private readonly List<(OwedDelivery Delivery, Task<Outcome> Call)> calls = [];

    public string Name => connector.Consumer;

    /// <summary>After so many a delivery is given up.</summary>
    public int Attempts => connector.Attempts;

    /// <summary>How many calls may begin.</summary>
    public int Free => Most - calls.Count;

    /// <summary>Those that are under way.</summary>
    public IEnumerable<Task> UnderWay => calls.Select(call => call.Call).Where(call => !call.IsCompleted);

    /// <summary>The outcomes of the calls that have ended and were not <see cref="Forget">forgotten</see>.</summary>
    public List<(OwedDelivery Delivery, Outcome Outcome)> Ended() =>
        [.. calls.Where(call => call.Call.IsCompleted).Select(call => (call.Delivery, call.Call.Result))];

    /// <summary>Its outcome stands in the store.</summary>
    public void Forget(OwedDelivery delivery) => calls.RemoveAll(call => call.Delivery == delivery);

    /// <summary>Calls out on a thread of its own; <paramref name="ended"/> is told when it is over.</summary>
    public void Begin(OwedDelivery delivery, Action ended, CancellationToken stopping)
    {
        var call = Task.Run(() => Call(delivery, stopping), CancellationToken.None);
        calls.Add((delivery, call));
        _ = call.ContinueWith(_ => ended(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private async Task<Outcome> Call(OwedDelivery delivery, CancellationToken stopping)
    {
        using var activity = EffectMeter.Source.StartActivity(delivery.Consumer);
        using var limit = new CancellationTokenSource(longestCall, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stopping);
        try
        {
            return await connector.Deliver(delivery, either.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return Outcome.Interrupted;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return Outcome.TryAgain($"No answer within {longestCall.TotalSeconds:0} s.");
        }
        catch (Exception failure)
        {
            var trace = activity?.TraceId ?? ActivityTraceId.CreateRandom();
            LogConnectorFailed(delivery.Id, delivery.Attempt, trace, failure);
            return Outcome.TryAgain($"Unexpected error; trace {trace}.");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The connector failed at delivery {Delivery}, attempt {Attempt}, trace {Trace}; it is tried again")]
    private partial void LogConnectorFailed(string delivery, int attempt, ActivityTraceId trace, Exception failure);
}
