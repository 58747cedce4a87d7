using AdminOrders.Core.Documents;
using AdminOrders.Core.Orders;

namespace AdminOrders.Web.Features.Orders.Import;

/// <summary>One file on its way in: how far it is, and how it ended.</summary>
/// <param name="name">The file's name, as its reader calls it.</param>
/// <param name="size">In bytes.</param>
/// <param name="changed">Called after every report, on any thread.</param>
public sealed class ImportRun(string name, long size, Action changed) : IProgress<ImportProgress>
{
    private const int MostErrorsShown = 1_000;
    private readonly List<DocumentError> errors = [];
    private CountedStream? file;

    public string Name => name;

    /// <summary>What became of the documents so far.</summary>
    public ImportProgress Progress { get; private set; } = new(0, 0, 0, 0, []);

    /// <summary>The first thousand that were wrong, in the order of the file.</summary>
    public IReadOnlyList<DocumentError> Errors => errors;

    /// <summary>Whether more were wrong than <see cref="Errors"/> holds.</summary>
    public bool HasMoreErrors { get; private set; }

    public bool IsOver { get; private set; }

    /// <summary>The file was not read to its end.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>How much of the file has been read, 0 to 100.</summary>
    public int Percent => IsOver ? 100 : size == 0 || file is null ? 0 : (int)(file.BytesRead * 100 / size);

    /// <summary>Imports the file to its end, or until it is stopped; what was taken until then stays.</summary>
    internal async Task RunAsync(OrderImport import, CountedStream content, Actor actor, CancellationToken cancellationToken)
    {
        file = content;
        try
        {
            await import.Run(content, actor, this, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            IsStopped = true;
        }
        finally
        {
            IsOver = true;
            changed();
        }
    }

    public void Report(ImportProgress value)
    {
        Progress = value;
        HasMoreErrors |= errors.Count + value.NewErrors.Length > MostErrorsShown;
        errors.AddRange(value.NewErrors.Take(MostErrorsShown - errors.Count));
        changed();
    }
}
