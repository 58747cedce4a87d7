using System.Globalization;
using System.Text;

namespace AdminOrders.Web.Features.Settings;

/// <summary>Makes the code of a new reason out of its English label: "Box was damaged" is <c>box-was-damaged</c>.</summary>
internal static class ReasonCodes
{
    private const int Longest = 60;

    /// <summary>A code that none of the others has.</summary>
    public static string For(string englishLabel, IEnumerable<string> taken)
    {
        var others = taken.ToHashSet(StringComparer.Ordinal);
        var code = Slug(englishLabel);
        return Enumerable.Range(1, others.Count + 1)
            .Select(number => number == 1 ? code : string.Create(CultureInfo.InvariantCulture, $"{code}-{number}"))
            .First(candidate => !others.Contains(candidate));
    }

    private static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var letter in text.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(letter);
            }
            else if (slug is not { Length: 0 } && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var trimmed = slug.ToString(0, Math.Min(slug.Length, Longest)).Trim('-');
        return trimmed.Length == 0 ? "reason" : trimmed;
    }
}
