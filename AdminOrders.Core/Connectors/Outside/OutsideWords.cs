using System.Text;

namespace AdminOrders.Core.Connectors.Outside;

/// <summary>Words of somebody outside, as they are kept and shown to people.</summary>
internal static class OutsideWords
{
    private const int Longest = 500;

    /// <summary>As much as is kept of what was said: one line, and nothing that a store does not take.</summary>
    public static string Fitting(string said)
    {
        var kept = new StringBuilder();
        foreach (var letter in said.EnumerateRunes())
        {
            if (kept.Length + letter.Utf16SequenceLength > Longest)
            {
                break;
            }

            kept.Append(Rune.IsControl(letter) ? " " : letter.ToString());
        }

        return kept.ToString().Trim();
    }
}
