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
internal sealed class CsvCells(IBufferWriter<byte> output, TimeZoneInfo zone) : IExportCells
{
    public const string InstantFormat = "yyyy-MM-dd HH:mm:ss";

    private static readonly SearchValues<char> Special = SearchValues.Create(",;\"\r\n");
    private bool isFirst = true;

    /// <summary>With a mark, by which spreadsheets know UTF-8.</summary>
    public void Begin(IReadOnlyList<string> heads)
    {
        output.Write(Encoding.UTF8.Preamble);
        foreach (var head in heads)
        {
            Text(head);
        }

        EndRow();
    }

    /// <inheritdoc/>
    public void Text(string? text)
    {
        Separate();
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        var isFormula = Formula.IsSeenIn(text);
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

    /// <inheritdoc/>
    public void Number(long number)
    {
        Separate();
        var room = output.GetSpan(20);
        number.TryFormat(room, out var written, provider: CultureInfo.InvariantCulture);
        output.Advance(written);
    }

    /// <inheritdoc/>
    public void Money(long? minorUnits, string currency)
    {
        Separate();
        if (minorUnits is { } units)
        {
            Write(MoneyText.Written(units, currency, CultureInfo.InvariantCulture));
        }
    }

    /// <inheritdoc/>
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

    /// <inheritdoc/>
    public void EndRow()
    {
        output.Write("\r\n"u8);
        isFirst = true;
    }

    /// <inheritdoc/>
    public void End()
    {
    }

    public void Dispose()
    {
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
