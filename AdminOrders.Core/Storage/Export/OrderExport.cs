using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;

namespace AdminOrders.Core.Storage.Export;

/// <summary>What an export holds, and how it is told.</summary>
/// <param name="Filter">Whose rows, in which order.</param>
/// <param name="Zone">In which instants are told.</param>
/// <param name="Culture">Of statuses and reasons.</param>
public sealed record ExportRequest(OrderFilter Filter, ExportRows Rows, TimeZoneInfo Zone, CultureInfo Culture)
{
    public ExportFormat Format { get; init; }

    /// <summary>The heads of the columns, in no order; null: all. What there is no column for is passed over.</summary>
    public IReadOnlySet<string>? Columns { get; init; }

    /// <summary>With what only who may view an order sees: addresses, documents, ways to reach the customer.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>The columns that it can have, in the order in which they are written.</summary>
    public IEnumerable<ExportChoice> Offered => OrderExport.Choices.Where(column => (!column.IsOfSku || Rows is ExportRows.PerSku) && (!column.IsPersonal || IsPersonal));
}

/// <summary>A column that can be chosen.</summary>
/// <param name="IsOfSku">It is there only where a row is a line of an order.</param>
/// <param name="IsPersonal">Only who may view an order gets it.</param>
public sealed record ExportChoice(string Name, bool IsOfSku, bool IsPersonal);

/// <summary>Writes all that a filter shows as a file, as of one moment, while it reads it: nothing but a page of orders is ever in memory.</summary>
public sealed class OrderExport(StoreSource source, CancellationReasons reasons)
{
    /// <summary>Every column, in the order in which they are written.</summary>
    public static IReadOnlyList<ExportChoice> Choices { get; } = [.. ExportColumns.All.Select(column => new ExportChoice(column.Name, column.IsOfSku, column.IsPersonal))];

    /// <summary>Writes CSV with a head, UTF-8 with a mark, and returns how many orders it holds.</summary>
    /// <inheritdoc cref="Write"/>
    public Task<long> WriteCsv(ExportRequest request, PipeWriter output, IProgress<long>? progress = null, CancellationToken cancellationToken = default) =>
        Write(request with { Format = ExportFormat.Csv }, output, progress, cancellationToken);

    /// <summary>Writes the file and returns how many orders it holds.</summary>
    /// <param name="output">Flushed about a page at a time; who gave it completes it.</param>
    /// <param name="progress">Told how many orders are written, about a page at a time.</param>
    public async Task<long> Write(ExportRequest request, PipeWriter output, IProgress<long>? progress = null, CancellationToken cancellationToken = default)
    {
        var columns = ColumnsOf(request);
        using IExportCells cells = request.Format is ExportFormat.Csv ? new CsvCells(output, request.Zone) : new XlsxCells(output, request.Zone);
        var words = new ExportWords(request.Culture, request.Zone, await reasons.Labels(cancellationToken));
        cells.Begin(columns.ConvertAll(column => column.IsInstant ? $"{column.Name} ({request.Zone.Id})" : column.Name));
        var room = new ArrayBufferWriter<byte>();
        long written = 0;
        var needs = columns.Aggregate(request.Rows is ExportRows.PerSku ? ExportParts.Items : ExportParts.None, (all, column) => all | column.Needs);
        await foreach (var page in new ExportReading(source, request.Filter, needs).Pages(cancellationToken))
        {
            foreach (var order in page)
            {
                using var document = order.OpenDocument(room);
                foreach (var line in LinesOf(order, request.Rows, words))
                {
                    WriteRow(line, columns, cells);
                }
            }

            written += page.Count;
            await output.FlushAsync(cancellationToken);
            progress?.Report(written);
        }

        cells.End();
        await output.FlushAsync(cancellationToken);
        return written;
    }

    private static List<ExportColumn> ColumnsOf(ExportRequest request)
    {
        var wanted = request.Offered.Where(column => request.Columns?.Contains(column.Name) is not false).Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        return [.. ExportColumns.All.Where(column => wanted.Contains(column.Name))];
    }

    private static IEnumerable<ExportLine> LinesOf(ExportedOrder order, ExportRows rows, ExportWords words) => rows is ExportRows.PerOrder || order.Items.Count == 0
        ? [new(order, null, words)]
        : order.Items.Select(item => new ExportLine(order, item, words));

    private static void WriteRow(ExportLine line, List<ExportColumn> columns, IExportCells cells)
    {
        foreach (var column in columns)
        {
            if (column.IsOfSku && line.Item is null)
            {
                cells.Text(null);
            }
            else
            {
                column.Write(line, cells);
            }
        }

        cells.EndRow();
    }
}
