using AdminOrders.Core.Storage.Backups;
using AdminOrders.Core.Text;

namespace AdminOrders.Web.Cli;

/// <summary>Tells on the console how far a backup or a restore is.</summary>
internal sealed class BackupConsole(TextWriter output, TimeProvider time) : IProgress<int>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private long told = time.GetTimestamp();

    public void Report(int value)
    {
        if (time.GetElapsedTime(told) >= Pause)
        {
            told = time.GetTimestamp();
            output.WriteLine(CommandLine.Format(Texts.Cli_BackupProgress, value));
        }
    }

    public static double Megabytes(BackupContent content) => content.Bytes / 1_000_000.0;
}
