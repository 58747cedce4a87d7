using System.Buffers;
using System.Globalization;
using System.Text;

namespace AdminOrders.Core.Storage.Export;

/// <summary>A text as a cell of a spreadsheet holds it (ISO/IEC 29500-1, 22.9.2.19): what XML has no room for is written as <c>_x0001_</c>.</summary>
internal static class SheetText
{
    /// <summary>Characters of a cell; spreadsheets refuse a file with more.</summary>
    public const int Longest = 32_767;

    private const string Cut = "…";
    private const int EscapeLength = 7;
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>The text, written out; one that is longer than a cell ends with <c>…</c>.</summary>
    public static string Of(string text)
    {
        var shown = text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest - Cut.Length), Cut);
        var at = FirstToWrite(shown);
        return at < 0 ? shown : Written(shown, at);
    }

    private static int FirstToWrite(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (MustBeWritten(text, at))
            {
                return at;
            }
        }

        return -1;
    }

    private static string Written(string text, int from)
    {
        var written = new StringBuilder(text, 0, from, text.Length + EscapeLength);
        for (var at = from; at < text.Length; at++)
        {
            if (MustBeWritten(text, at))
            {
                written.Append(CultureInfo.InvariantCulture, $"_x{(int)text[at]:X4}_");
            }
            else
            {
                written.Append(text[at]);
            }
        }

        return written.ToString();
    }

    private static bool MustBeWritten(string text, int at) => text[at] switch
    {
        '\t' or '\n' => false,
        < ' ' or '\uFFFE' or '\uFFFF' => true,
        // It would be read as what it is not.
        '_' => IsEscape(text.AsSpan(at)),
        var letter when char.IsHighSurrogate(letter) => at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1]),
        var letter when char.IsLowSurrogate(letter) => at == 0 || !char.IsHighSurrogate(text[at - 1]),
        _ => false,
    };

    private static bool IsEscape(ReadOnlySpan<char> text) =>
        text.Length >= EscapeLength && text[1] == 'x' && text[6] == '_' && !text[2..6].ContainsAnyExcept(Hex);
}
