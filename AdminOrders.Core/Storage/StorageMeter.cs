using System.Diagnostics.Metrics;

namespace AdminOrders.Core.Storage;

/// <summary>What the write path measures of itself.</summary>
public static class StorageMeter
{
    /// <summary>The meter's name, for whoever collects.</summary>
    public const string Name = "AdminOrders.Storage";

    /// <summary>The instrument that counts how many commands went into each commit.</summary>
    public const string CommitCommands = "adminorders.commit.commands";

    private static readonly Meter Meter = new(Name);

    internal static Histogram<int> CommandsPerCommit { get; } = Meter.CreateHistogram<int>(CommitCommands, "{command}");
}
