using System.Buffers;
using System.Globalization;
using System.Text;
using AdminOrders.Core.Text;

namespace AdminOrders.Core.Storage.Export;

/// <summary>
/// Writes the cells of a CSV file (RFC 4180, UTF-8, lines end with CRLF). A text that a spreadsheet would take for a formula stands behind an apostrophe;
/// numbers and instants are never quoted, in every language with a point and as <c>2026-11-22 09:15:00</c>.
/// </summary>
/// <param name="zone">In which instants are told.</param>
internal sealed class CsvCells(IBufferWriter<byte> output, TimeZoneInfo zone)
{
    private const string InstantFormat = "yyyy-MM-dd HH:mm:ss";

    // Full-width twins are read as formulas too.
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r\n＝＋－＠");
    private static readonly SearchValues<char> Special = SearchValues.Create(",;\"\r\n");
    private bool isFirst = true;

    /// <summary>A text of people; null and "" are an empty cell.</summary>
    public void Text(string? text)
    {
        Separate();
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        var isFormula = text.AsSpan().TrimStart(' ') is [var first, ..] && Formula.Contains(first);
        if (!isFormula && !text.AsSpan().ContainsAny(Special) && text[0] != ' ' && text[^1] != ' ')
        {
            Write(text);
            return;
        }

        Write("\"");
        Write(isFormula ? "'" : "");
        Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
        Write("\"");
    }

    public void Number(long number)
    {
        Separate();
        var room = output.GetSpan(20);
        number.TryFormat(room, out var written, provider: CultureInfo.InvariantCulture);
        output.Advance(written);
    }

    /// <param name="minorUnits">Null: an empty cell.</param>
    public void Money(long? minorUnits, string currency)
    {
        Separate();
        if (minorUnits is { } units)
        {
            Write(MoneyText.Written(units, currency, CultureInfo.InvariantCulture));
        }
    }

    /// <param name="instant">Null: an empty cell.</param>
    public void Instant(DateTimeOffset? instant)
    {
        Separate();
        if (instant is { } at)
        {
            var room = output.GetSpan(InstantFormat.Length);
            TimeZoneInfo.ConvertTime(at, zone).TryFormat(room, out var written, InstantFormat, CultureInfo.InvariantCulture);
            output.Advance(written);
        }
    }

    public void EndRow()
    {
        output.Write("\r\n"u8);
        isFirst = true;
    }

    private void Separate()
    {
        if (!isFirst)
        {
            output.Write(","u8);
        }

        isFirst = false;
    }

    private void Write(string text) => Encoding.UTF8.GetBytes(text, output);
}
