using System.Buffers;
using System.Globalization;
using System.Text;
using AdminOrders.Core.Storage.Export;
using CsvHelper;

namespace AdminOrders.Tests.Storage.Export;

public sealed class CsvCellsTests
{
    internal static CsvReaderOptions Strictly { get; } = new()
    {
        Separator = ',',
        SkipEmptyLines = false,
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
    };

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+55 11 99999-0000")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("  =1")]
    [InlineData("＝1")]
    public void No_text_of_people_is_a_formula(string text)
    {
        var written = Written(cells => cells.Text(text));

        Assert.Equal($"\"'{text}\"\r\n", written);
        Assert.Equal("'" + text, Assert.Single(Read(written)));
    }

    [Theory]
    [InlineData("João & Maria")]
    [InlineData("a \"quoted\" word, and a comma; and two  blanks")]
    [InlineData("two\r\nlines")]
    [InlineData(" blank at both ends ")]
    [InlineData("emoji 🧾 and Ñandú")]
    [InlineData("it's 5 - 3 = 2")]
    public void Every_other_text_is_read_as_it_was_written(string text)
    {
        var cells = Read(Written(cells =>
        {
            cells.Text(text);
            cells.Text("next");
        }));

        Assert.Equal([text, "next"], cells);
    }

    [Fact]
    public void Numbers_are_exact_and_the_same_in_every_language()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("pt-BR");
        try
        {
            var written = Written(cells =>
            {
                cells.Number(-1_234_567);
                cells.Money(9_007_199_254_740_993, "BRL");
                cells.Money(1_050, "JPY");
                cells.Money(1_050, "KWD");
                cells.Money(null, "BRL");
                cells.Instant(null);
                cells.Text(null);
            });

            Assert.Equal("-1234567,90071992547409.93,1050,1.050,,,\r\n", written);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Written(Action<CsvCells> write)
    {
        var output = new ArrayBufferWriter<byte>();
        var cells = new CsvCells(output, TimeZoneInfo.Utc);
        write(cells);
        cells.EndRow();
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static string[] Read(string csv)
    {
        using var reader = CsvReader.FromText(csv, Strictly with { HasHeader = false });
        Assert.True(reader.Read());
        return [.. Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetString(column)!)];
    }
}
