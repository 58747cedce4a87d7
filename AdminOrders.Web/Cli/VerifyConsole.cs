using AdminOrders.Core.Storage.Verification;
using AdminOrders.Core.Text;

namespace AdminOrders.Web.Cli;

/// <summary>Tells on the console how far a verification is and what it found.</summary>
internal sealed class VerifyConsole(TextWriter output, TimeProvider time) : IProgress<VerificationProgress>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly int AllInvariants = Enum.GetValues<Invariant>().Length;

    private long told = time.GetTimestamp();

    public void Report(VerificationProgress value)
    {
        if (time.GetElapsedTime(told) >= Pause)
        {
            told = time.GetTimestamp();
            output.WriteLine(CommandLine.Format(Texts.Cli_VerifyProgress, value.Orders, value.AllOrders));
        }
    }

    /// <summary>Each broken invariant with its first row, then the counts.</summary>
    public static IEnumerable<string> Lines(VerificationReport report)
    {
        foreach (var broken in report.Broken)
        {
            yield return CommandLine.Format(Texts.Cli_VerifyBroken, Invariants.CodeOf(broken.Invariant), Invariants.SentenceOf(broken.Invariant), broken.Rows);
            yield return CommandLine.Format(
                Texts.Cli_VerifyFirst, broken.First.OrderId ?? "-", broken.First.Row, broken.First.Expected, broken.First.Found);
        }

        if (report.LastSeal is { } seal)
        {
            yield return CommandLine.Format(Texts.Cli_VerifySeal, seal.Number, seal.LastPosition, Convert.ToHexStringLower(seal.Hash));
        }

        var seconds = Math.Max(0.001, report.Took.TotalSeconds);
        yield return report.IsClean
            ? CommandLine.Format(Texts.Cli_VerifyClean, report.Orders, report.HistoryRows, report.Seals, AllInvariants, seconds, report.Orders / seconds)
            : CommandLine.Format(Texts.Cli_VerifyNotClean, report.Broken.Count, AllInvariants, report.Orders, report.HistoryRows, report.Seals, seconds);
    }
}
