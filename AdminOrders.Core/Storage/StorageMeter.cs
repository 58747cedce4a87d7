using System.Diagnostics.Metrics;

namespace AdminOrders.Core.Storage;

/// <summary>What the store measures of its use.</summary>
public static class StorageMeter
{
    /// <summary>The meter's name, for whoever collects.</summary>
    public const string Name = "AdminOrders.Storage";

    /// <summary>The instrument that counts how many commands went into each commit.</summary>
    public const string CommitCommands = "adminorders.commit.commands";

    /// <summary>The instrument that counts statements that were asked for rows, the writer's apart.</summary>
    public const string StoreReads = "adminorders.store.reads";

    private static readonly Meter Meter = new(Name);

    internal static Histogram<int> CommandsPerCommit { get; } = Meter.CreateHistogram<int>(CommitCommands, "{command}");

    internal static Counter<long> Reads { get; } = Meter.CreateCounter<long>(StoreReads, "{statement}");
}
