using System.Buffers;
using System.IO.Compression;
using AdminOrders.Core.Storage.Export;

namespace AdminOrders.Tests.Storage.Export;

public sealed class XlsxCellsTests
{
    private static readonly TimeZoneInfo SaoPaulo = TimeZoneInfo.FindSystemTimeZoneById("America/Sao_Paulo");

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+55 11 99999-0000")]
    [InlineData("@SUM(A1)")]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("<b>&amp;</b> ]]> \"'")]
    [InlineData("  blanks  at both ends ")]
    [InlineData("emoji 🧾 and Ñandú\nnext line\ttab")]
    public void A_text_is_a_text_and_never_a_formula(string text)
    {
        var cells = Assert.Single(Read(row => row.Text(text)));

        Assert.Equal([text], cells);
    }

    [Theory]
    [InlineData("a\u0001b", "a_x0001_b")]
    [InlineData("a\r\nb", "a_x000D_\nb")]
    [InlineData("_x0041_", "_x005F_x0041_")]
    [InlineData("_x41_ and _xyz", "_x41_ and _xyz")]
    [InlineData("\uffff", "_xFFFF_")]
    public void What_XML_has_no_room_for_is_written_out(string text, string written) => Assert.Equal(written, SheetText.Of(text));

    [Fact]
    public void Half_of_a_character_is_written_out_and_a_whole_one_is_not() =>
        Assert.Equal("_xD83E_ half _xDDFE_, whole 🧾", SheetText.Of("\ud83e half \uddfe, whole 🧾"));

    [Fact]
    public void A_text_that_no_cell_can_hold_is_cut_and_says_so()
    {
        var cell = Assert.Single(Assert.Single(Read(row => row.Text(new string('x', 100_000)))));

        Assert.Equal((32_767, '…'), (cell.Length, cell[^1]));
    }

    [Fact]
    public void Numbers_and_instants_are_what_a_spreadsheet_reckons_with_and_what_it_cannot_hold_stays_a_text()
    {
        var cells = Assert.Single(Read(row =>
        {
            row.Number(-1_234_567);
            row.Money(123_450, "BRL");
            row.Money(1_050, "JPY");
            row.Money(1_050, "KWD");
            row.Money(9_007_199_254_740_993, "BRL");
            row.Number(long.MinValue);
            row.Money(null, "BRL");
            row.Instant(new(2026, 3, 2, 12, 0, 1, 999, TimeSpan.Zero));
            row.Instant(null);
            row.Text(null);
        }));

        Assert.Equal(
            ["-1234567", "1234.50", "1050", "1.050", "90071992547409.93", "-9223372036854775808", "", "2026-03-02 09:00:01", "", ""], cells);
    }

    [Fact]
    public void A_day_that_spreadsheets_number_differently_stays_a_text() =>
        Assert.StartsWith("1899-01-01 ", Assert.Single(Assert.Single(Read(row => row.Instant(new(1899, 1, 1, 12, 0, 0, TimeSpan.Zero))))), StringComparison.Ordinal);

    [Fact]
    public void A_full_sheet_goes_on_in_the_next_with_the_same_heads()
    {
        var sheets = Written(5, cells =>
        {
            foreach (var number in Enumerable.Range(1, 9))
            {
                cells.Number(number);
                cells.EndRow();
            }
        });

        Assert.Equal(
            ["Head 1 2 3 4", "Head 5 6 7 8", "Head 9"],
            ExportedRows.ReadBook(sheets).Select(sheet => string.Join(' ', sheet.Select(row => row[0]))));
    }

    [Fact]
    public void A_workbook_without_rows_is_whole_and_one_that_was_left_halfway_is_none()
    {
        Assert.Equal("Head", Assert.Single(Assert.Single(Assert.Single(ExportedRows.ReadBook(Written(5, _ => { }))))));

        var output = new ArrayBufferWriter<byte>();
        using (var cells = new XlsxCells(output, TimeZoneInfo.Utc))
        {
            cells.Begin(["Head"]);
            cells.Number(1);
            cells.EndRow();
        }

        Assert.Throws<InvalidDataException>(() => new ZipArchive(new MemoryStream(output.WrittenSpan.ToArray())));
    }

    private static List<List<string>> Read(Action<XlsxCells> write)
    {
        using var file = Written(XlsxCells.MostRows, cells =>
        {
            write(cells);
            cells.EndRow();
        });
        return [.. Assert.Single(ExportedRows.ReadBook(file)).Skip(1)];
    }

    private static MemoryStream Written(int mostRows, Action<XlsxCells> write)
    {
        var output = new ArrayBufferWriter<byte>();
        using var cells = new XlsxCells(output, SaoPaulo, mostRows);
        cells.Begin(["Head"]);
        write(cells);
        cells.End();
        return new(output.WrittenSpan.ToArray());
    }
}
