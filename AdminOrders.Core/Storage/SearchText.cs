using System.Globalization;
using System.Text;
using AdminOrders.Core.Orders;

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

    /// <summary>What the search of an order looks into, one part a line. A part that another one holds (most sequences stand in the order's id) is found there.</summary>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        var folded = FoldAll(parts);
        return Lines(folded.Where((part, place) => !folded.Where((other, elsewhere) => Holds(other, elsewhere, part, place)).Any()));
    }

    /// <summary>What the search of an order with this description looks into.</summary>
    public static string Of(string orderId, OrderDescription told) =>
        Of(orderId, told.Sequence, told.MarketplaceOrderId, told.SellerOrderId, told.CustomerName, told.CustomerEmail, told.CustomerDocument);

    /// <summary>Whether the text is what the search of an order with these parts looks into; it was once written with every part.</summary>
    public static bool Is(string text, params ReadOnlySpan<string> parts) => text == Of(parts) || text == Lines(FoldAll(parts));

    // Of two that are the same the first stays.
    private static bool Holds(string other, int elsewhere, string part, int place) =>
        elsewhere != place && (other.Length > part.Length || elsewhere < place) && other.Contains(part, StringComparison.Ordinal);

    private static List<string> FoldAll(ReadOnlySpan<string> parts)
    {
        List<string> folded = new(parts.Length);
        foreach (var part in parts)
        {
            if (Fold(part) is { Length: > 0 } told)
            {
                folded.Add(told);
            }
        }

        return folded;
    }

    private static string Lines(IEnumerable<string> parts) => string.Concat(parts.Select(part => part + "\n"));

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
