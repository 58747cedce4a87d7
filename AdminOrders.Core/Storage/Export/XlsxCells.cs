using System.Buffers;
using System.Globalization;
using AdminOrders.Core.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using CellText = DocumentFormat.OpenXml.Spreadsheet.Text;

namespace AdminOrders.Core.Storage.Export;

/// <summary>
/// Writes the cells of a workbook: texts as texts, numbers and instants as what a spreadsheet computes with. Where a sheet is full, the next goes on, with the
/// same heads.
/// </summary>
/// <param name="zone">In which instants are told; a spreadsheet's have none of their own.</param>
/// <param name="mostRows">Of a sheet, the heads among them.</param>
internal sealed class XlsxCells(IBufferWriter<byte> output, TimeZoneInfo zone, int mostRows = XlsxCells.MostRows) : IExportCells
{
    /// <summary>Rows that a sheet has.</summary>
    public const int MostRows = 1_048_576;

    // A spreadsheet reckons in double: more digits would become others.
    private const long MostExact = 999_999_999_999_999;
    private const double HeadWidth = 20;
    private static readonly DateTime DayZero = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    // Earlier days have other numbers from program to program.
    private static readonly DateTime FirstDay = new(1900, 3, 1, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly OpenXmlAttribute[] None = [];
    private static readonly OpenXmlAttribute[] Plain = [InLine];
    private static readonly OpenXmlAttribute[] Quoted = [Styled(XlsxStyle.Quoted), InLine];
    private static readonly OpenXmlAttribute[] Head = [Styled(XlsxStyle.Head), InLine];
    private static readonly OpenXmlAttribute[][] Numbers = [.. Enumerable.Range(0, XlsxStyle.Quoted).Select(style => new[] { Styled(style) })];
    private static readonly OpenXmlAttribute[] Blanks = [new("xml", "space", "http://www.w3.org/XML/1998/namespace", "preserve")];
    private readonly XlsxPackage package = new(output);
    private readonly Row row = new();
    private readonly Cell cell = new();
    private readonly CellValue value = new();
    private readonly InlineString inLine = new();
    private readonly CellText text = new();
    private IReadOnlyList<string> heads = [];
    private OpenXmlWriter? sheet;
    private int sheets;
    private int rows;
    private bool isInRow;

    /// <inheritdoc/>
    public void Begin(IReadOnlyList<string> heads)
    {
        this.heads = heads;
        BeginSheet();
    }

    /// <inheritdoc/>
    public void Text(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            Empty();
        }
        else
        {
            Written(text, Formula.IsSeenIn(text) ? Quoted : Plain);
        }
    }

    /// <inheritdoc/>
    public void Number(long number) => Number(number, number.ToString(CultureInfo.InvariantCulture), XlsxStyle.Whole);

    /// <inheritdoc/>
    public void Money(long? minorUnits, string currency)
    {
        if (minorUnits is { } units)
        {
            Number(units, MoneyText.Written(units, currency, CultureInfo.InvariantCulture), MoneyText.Digits(currency) switch
            {
                0 => XlsxStyle.Whole,
                3 => XlsxStyle.Thousandths,
                _ => XlsxStyle.Hundredths,
            });
        }
        else
        {
            Empty();
        }
    }

    /// <inheritdoc/>
    public void Instant(DateTimeOffset? instant)
    {
        if (instant is not { } at)
        {
            Empty();
            return;
        }

        var local = TimeZoneInfo.ConvertTime(at, zone).DateTime;
        var told = new DateTime(local.Ticks - (local.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Unspecified);
        if (told < FirstDay)
        {
            Written(told.ToString(CsvCells.InstantFormat, CultureInfo.InvariantCulture), Plain);
        }
        else
        {
            Value((told - DayZero).TotalDays.ToString("R", CultureInfo.InvariantCulture), XlsxStyle.Instant);
        }
    }

    /// <inheritdoc/>
    public void EndRow()
    {
        if (!isInRow)
        {
            BeginRow();
        }

        sheet!.WriteEndElement();
        isInRow = false;
    }

    /// <inheritdoc/>
    public void End()
    {
        EndSheet();
        package.End();
    }

    public void Dispose() => package.Dispose();

    private void BeginSheet()
    {
        (sheets, rows) = (sheets + 1, 0);
        sheet = package.BeginSheet(sheets == 1 ? "Orders" : string.Create(CultureInfo.InvariantCulture, $"Orders {sheets}"));
        sheet.WriteStartDocument();
        sheet.WriteStartElement(new Worksheet());
        sheet.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1D, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
        { WorkbookViewId = 0U }));
        sheet.WriteElement(new Columns(new Column { Min = 1U, Max = (uint)Math.Max(1, heads.Count), Width = HeadWidth, CustomWidth = true }));
        sheet.WriteStartElement(new SheetData());
        foreach (var head in heads)
        {
            Written(head, Head);
        }

        EndRow();
    }

    private void EndSheet()
    {
        sheet!.WriteEndElement();
        sheet.WriteEndElement();
        sheet.Dispose();
        sheet = null;
    }

    private void BeginCell(OpenXmlAttribute[] attributes)
    {
        if (!isInRow)
        {
            BeginRow();
        }

        sheet!.WriteStartElement(cell, attributes);
    }

    private void BeginRow()
    {
        if (rows == mostRows)
        {
            EndSheet();
            BeginSheet();
        }

        sheet!.WriteStartElement(row, None);
        (isInRow, rows) = (true, rows + 1);
    }

    private void Empty()
    {
        BeginCell(None);
        sheet!.WriteEndElement();
    }

    private void Number(long number, string written, int style)
    {
        if (number is > MostExact or < -MostExact)
        {
            Written(written, Plain);
        }
        else
        {
            Value(written, style);
        }
    }

    private void Value(string written, int style)
    {
        BeginCell(Numbers[style]);
        sheet!.WriteStartElement(value, None);
        sheet.WriteString(written);
        sheet.WriteEndElement();
        sheet.WriteEndElement();
    }

    private void Written(string written, OpenXmlAttribute[] attributes)
    {
        BeginCell(attributes);
        sheet!.WriteStartElement(inLine, None);
        sheet.WriteStartElement(text, Blanks);
        sheet.WriteString(SheetText.Of(written));
        sheet.WriteEndElement();
        sheet.WriteEndElement();
        sheet.WriteEndElement();
    }

    // Fields of a library's structs would have it loaded wherever types are looked through, as at every start.
    private static OpenXmlAttribute InLine => new("", "t", "", "inlineStr");

    private static OpenXmlAttribute Styled(int style) => new("", "s", "", style.ToString(CultureInfo.InvariantCulture));
}
