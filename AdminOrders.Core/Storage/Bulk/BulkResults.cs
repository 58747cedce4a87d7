using System.Globalization;
using System.IO.Pipelines;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage.Export;
using AdminOrders.Core.Text;

namespace AdminOrders.Core.Storage.Bulk;

/// <summary>Writes what became of each order of a bulk job as a file, while it reads it.</summary>
public sealed class BulkResults(BulkReader reader, CancellationReasons reasons)
{
    private const int PageSize = 1000;

    /// <summary>Writes CSV with a head, UTF-8 with a mark: a row for each order in the order in which they were chosen.</summary>
    /// <param name="zone">In which instants are told; the head names it.</param>
    /// <param name="culture">Of reasons and statuses.</param>
    public async Task WriteCsv(BulkJobView job, TimeZoneInfo zone, CultureInfo culture, PipeWriter output, CancellationToken cancellationToken = default)
    {
        using var cells = new CsvCells(output, zone);
        var labels = await reasons.Labels(cancellationToken);
        cells.Begin(["Order", "Result", "Refusal", "Status", "Status raw", "Reason", "Receipt", $"Date ({zone.Id})"]);
        int? from = 0;
        while (from is { } after)
        {
            var page = await reader.Items(job.Id, new(), after, PageSize, cancellationToken);
            foreach (var item in page.Rows)
            {
                Write(cells, job, item, labels, culture);
            }

            await output.FlushAsync(cancellationToken);
            from = page.Next;
        }
    }

    private static void Write(CsvCells cells, BulkJobView job, BulkItemView item, IReadOnlyDictionary<int, ReasonLabel> labels, CultureInfo culture)
    {
        cells.Text(item.OrderId);
        cells.Text(item.Outcome.ToString());
        cells.Text(item.Refusal is { } refusal ? RefusalCodes.Of(refusal) : null);
        cells.Text(item.Status is null ? null : StatusText.LabelIn(culture, item.Status));
        cells.Text(item.Status);
        cells.Text(ReasonOf(job, item) is { } reason ? ReasonWords.Of(reason, labels, culture) : null);
        cells.Text(item.Receipt);
        cells.Instant(item.At);
        cells.EndRow();
    }

    private static Reason? ReasonOf(BulkJobView job, BulkItemView item) =>
        job.Command is Cancel cancel ? item.ReasonLabelId is { } other ? cancel.Reason with { LabelId = other } : cancel.Reason : null;
}
