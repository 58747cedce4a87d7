using AdminOrders.Core.Documents;
using AdminOrders.Core.Text;

namespace AdminOrders.Web.Cli;

/// <summary>Tells on the console how an import goes: each bad document on a line, and now and then how far it is.</summary>
internal sealed class ImportConsole(TextWriter output, TimeProvider time) : IProgress<ImportProgress>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly long began = time.GetTimestamp();
    private long told = time.GetTimestamp();

    public void Report(ImportProgress value)
    {
        foreach (var error in value.NewErrors)
        {
            output.WriteLine(LineOf(error));
        }

        if (time.GetElapsedTime(told) >= Pause)
        {
            told = time.GetTimestamp();
            output.WriteLine(CommandLine.Format(Texts.Cli_Progress, value.Read, Rate(value.Read)));
        }
    }

    /// <summary>What became of the documents, how long it took and how many there were a second.</summary>
    public string Summary(ImportResult result) => CommandLine.Format(
        Texts.Cli_Summary, result.Imported, result.Updated, result.Unchanged, result.Failed, time.GetElapsedTime(began).TotalSeconds, Rate(result.Read));

    private static string LineOf(DocumentError error) => error.Field.Length == 0
        ? CommandLine.Format(Texts.Cli_BadDocument, error.Line, error.Reason)
        : CommandLine.Format(Texts.Cli_BadField, error.Line, error.Field, error.Reason);

    private double Rate(long documents) => documents / Math.Max(0.001, time.GetElapsedTime(began).TotalSeconds);
}
