using AdminOrders.Core.Storage.Copying;
using AdminOrders.Core.Text;

namespace AdminOrders.Web.Cli;

/// <summary>Tells on the console how far a copy is and how it ended.</summary>
internal sealed class CopyConsole(TextWriter output, TimeProvider time) : IProgress<CopyProgress>
{
    private const int ShownOfHash = 16;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private readonly long began = time.GetTimestamp();
    private long told = time.GetTimestamp();

    // Several tables are compared at once.
    public void Report(CopyProgress value)
    {
        lock (gate)
        {
            if (value.Table is not { } table)
            {
                output.WriteLine(Texts.Cli_CopyIndexes);
            }
            else if (time.GetElapsedTime(told) >= Pause)
            {
                told = time.GetTimestamp();
                output.WriteLine(CommandLine.Format(value.IsCompared ? Texts.Cli_CopyCompared : Texts.Cli_CopyRows, table, value.Rows));
            }
        }
    }

    /// <summary>Each table with its rows and hash, then what was copied and how fast.</summary>
    public IEnumerable<string> Lines(Copied copied, int keys)
    {
        foreach (var (table, digest) in copied.Tables)
        {
            yield return CommandLine.Format(Texts.Cli_CopyTable, table, digest.Rows, digest.Hash[..ShownOfHash]);
        }

        if (keys > 0)
        {
            yield return CommandLine.Format(Texts.Cli_CopyKeys, keys);
        }

        var seconds = Math.Max(0.001, time.GetElapsedTime(began).TotalSeconds);
        yield return CommandLine.Format(Texts.Cli_CopyDone, copied.Orders, copied.Position, seconds, copied.Orders / seconds);
    }

    /// <summary>Why there is no copy.</summary>
    public static string Obstacle(CopyResult result) => result switch
    {
        NotCopied { Obstacle: CopyObstacle.SourceMissing } => Texts.Cli_CopySourceMissing,
        NotCopied { Obstacle: CopyObstacle.SourceOtherVersion } => Texts.Cli_CopySourceOtherVersion,
        NotCopied { Obstacle: CopyObstacle.SourceIncomplete } => Texts.Cli_CopySourceIncomplete,
        NotCopied { Obstacle: CopyObstacle.TargetNotEmpty, Table: var table } => CommandLine.Format(Texts.Cli_CopyTargetNotEmpty, table ?? ""),
        NotCopied { Obstacle: CopyObstacle.TargetInUse } => Texts.Cli_CopyTargetInUse,
        ValueOfAnotherType unfit => CommandLine.Format(Texts.Cli_CopyValueOfAnotherType, unfit.Table, unfit.Key, unfit.Column, unfit.Found),
        RowNotTaken refused => CommandLine.Format(Texts.Cli_CopyRowNotTaken, refused.Table, refused.Key ?? "?", refused.Words),
        CopyDiffers different => CommandLine.Format(
            Texts.Cli_CopyDiffers, different.Table, different.Source.Rows, different.Source.Hash[..ShownOfHash], different.Target.Rows,
            different.Target.Hash[..ShownOfHash], different.SourceKey ?? "-", different.TargetKey ?? "-"),
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };
}
