namespace AdminOrders.Core.Storage;

/// <summary>Sends the due timers of orders that nobody touches.</summary>
public sealed class TimerRunner
{
    internal const string LeaseName = "timers";
}
