using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace AdminOrders.Core.Effects;

/// <summary>What the effects measure of themselves, by consumer.</summary>
public static class EffectMeter
{
    /// <summary>The meter's and the activity source's name, for whoever collects.</summary>
    public const string Name = "AdminOrders.Effects";

    private static readonly Meter Meter = new(Name);

    internal static ActivitySource Source { get; } = new(Name);

    private static Counter<long> Done { get; } = Meter.CreateCounter<long>("adminorders.deliveries.done", "{delivery}");

    private static Counter<long> Failed { get; } = Meter.CreateCounter<long>("adminorders.deliveries.failed", "{delivery}");

    private static Counter<long> Repeated { get; } = Meter.CreateCounter<long>("adminorders.deliveries.repeated", "{delivery}");

    internal static void Count(OutcomeKind outcome, string consumer) => CounterOf(outcome).Add(1, new KeyValuePair<string, object?>("consumer", consumer));

    private static Counter<long> CounterOf(OutcomeKind outcome) => outcome switch
    {
        OutcomeKind.Delivered or OutcomeKind.Recorded => Done,
        OutcomeKind.Refused => Failed,
        OutcomeKind.TryAgain or OutcomeKind.Later or OutcomeKind.Interrupted => Repeated,
    };
}
