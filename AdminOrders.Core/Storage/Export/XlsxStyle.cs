using DocumentFormat.OpenXml.Spreadsheet;

namespace AdminOrders.Core.Storage.Export;

/// <summary>How cells of a workbook look: the numbers by which they name it.</summary>
internal static class XlsxStyle
{
    public const int Head = 1;
    public const int Whole = 2;
    public const int Hundredths = 3;
    public const int Thousandths = 4;
    public const int Instant = 5;

    /// <summary>A text that stays one even where somebody edits it.</summary>
    public const int Quoted = 6;

    // Beneath 164 are those that every spreadsheet knows.
    private const uint WholeFormat = 1;
    private const uint HundredthsFormat = 2;
    private const uint ThousandthsFormat = 164;
    private const uint InstantFormat = 165;

    /// <summary>The styles in the order of their numbers.</summary>
    public static Stylesheet Sheet() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = ThousandthsFormat, FormatCode = "0.000" },
            new NumberingFormat { NumberFormatId = InstantFormat, FormatCode = "yyyy\\-mm\\-dd\\ hh:mm:ss" }),
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            Numbers(WholeFormat),
            Numbers(HundredthsFormat),
            Numbers(ThousandthsFormat),
            Numbers(InstantFormat),
            new CellFormat { QuotePrefix = true }));

    private static CellFormat Numbers(uint format) => new() { NumberFormatId = format, ApplyNumberFormat = true };
}
