using System.Globalization;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>Why, in words: the list's wording, then what was typed. The same on pages, in lists, mails and the API.</summary>
public static class ReasonWords
{
    /// <summary>The reason in the language of the culture; null: none was given, or it was erased.</summary>
    /// <param name="labels">Every wording that was ever used, by label id.</param>
    public static string? Of(Reason reason, IReadOnlyDictionary<int, ReasonLabel> labels, CultureInfo culture) =>
        Of(reason.LabelId is { } id ? labels.GetValueOrDefault(id) : null, reason.Text, culture);

    /// <inheritdoc cref="Of(Reason, IReadOnlyDictionary{int, ReasonLabel}, CultureInfo)"/>
    public static string? Of(ReasonLabel? label, string? typed, CultureInfo culture)
    {
        var words = string.Join(" · ", new[] { label?.In(culture), typed }.Where(part => !string.IsNullOrWhiteSpace(part)));
        return words.Length == 0 ? null : words;
    }
}
