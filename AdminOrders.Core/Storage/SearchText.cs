using System.Globalization;
using System.Text;

namespace AdminOrders.Core.Storage;

/// <summary>How texts are written for search: lower case without diacritics, so that "José" is found by "jose".</summary>
public static class SearchText
{
    /// <summary>The text in lower case, without diacritics, white space runs as one blank.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            Append(folded, letter);
        }

        return folded.ToString().Normalize(NormalizationForm.FormC).Trim();
    }

    /// <summary>What the search of an order looks into, one part a line.</summary>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            var folded = Fold(part);
            if (folded.Length > 0)
            {
                text.Append(folded).Append('\n');
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder folded, char letter)
    {
        if (CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark)
        {
            return;
        }

        if (!char.IsWhiteSpace(letter))
        {
            folded.Append(char.ToLowerInvariant(letter));
        }
        else if (folded.Length > 0 && folded[^1] != ' ')
        {
            folded.Append(' ');
        }
    }
}
