using System.Globalization;
using AdminOrders.Core.Storage.Export;
using CsvHelper;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace AdminOrders.Tests.Storage.Export;

/// <summary>What the files of exports hold, read by somebody else's readers, which forgive nothing.</summary>
internal static class ExportedRows
{
    /// <summary>The rows of a CSV file by their heads.</summary>
    public static async Task<List<Dictionary<string, string>>> Read(Stream file)
    {
        await using var csv = CsvReader.Create(file, CsvCellsTests.Strictly, leaveOpen: false);
        var rows = new List<Dictionary<string, string>>();
        while (await csv.ReadAsync())
        {
            rows.Add(csv.Headers.ToArray().Select((head, column) => KeyValuePair.Create(head, csv.GetString(column)!)).ToDictionary(StringComparer.Ordinal));
        }

        return rows;
    }

    /// <summary>The sheets of a workbook, each row by row, each cell as CSV would say it; fails where the library's validator finds a fault.</summary>
    public static List<List<List<string>>> ReadBook(Stream file)
    {
        using var book = SpreadsheetDocument.Open(file, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(book).Select(fault => $"{fault.Path?.XPath}: {fault.Description}"));
        var sheets = book.WorkbookPart!.Workbook.Descendants<Sheet>();
        return
        [
            .. sheets.Select(sheet => ((WorksheetPart)book.WorkbookPart.GetPartById(sheet.Id!)).Worksheet.Descendants<Row>()
                .Select(row => row.Elements<Cell>().Select(Said).ToList()).ToList()),
        ];
    }

    // Unescaped by the tests that need it.
    private static string Said(Cell cell) => cell.CellFormula is not null ? throw new InvalidOperationException($"A formula: {cell.OuterXml}")
        : cell.DataType?.Value is CellValues.InlineString ? cell.InlineString!.InnerText
        : cell.CellValue is not { } value ? ""
        : cell.StyleIndex?.Value == XlsxStyle.Instant ? InstantOf(double.Parse(value.Text, CultureInfo.InvariantCulture))
        : value.Text;

    // As spreadsheets reckon, rounded to the second that they show.
    private static string InstantOf(double days) =>
        new DateTime(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified).AddSeconds(Math.Round(days * 86_400)).ToString(CsvCells.InstantFormat, CultureInfo.InvariantCulture);
}
