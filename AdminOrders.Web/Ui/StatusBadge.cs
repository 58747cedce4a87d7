using System.Collections.Concurrent;
using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Text;
using Microsoft.AspNetCore.Components;

namespace AdminOrders.Web.Ui;

/// <summary>A raw status as a pill: a dot and a word, never colour alone.</summary>
internal static class StatusBadge
{
    private static readonly HashSet<string> Known = new(Stages.Known, StringComparer.Ordinal);

    // All pages share them: there are as many as statuses and languages.
    private static readonly ConcurrentDictionary<(string Language, string Status), MarkupString> Badges = new();

    /// <param name="status">As stored; null for an incomplete order.</param>
    public static MarkupString Of(string? status) => status is not null && Known.Contains(status)
        ? Badges.GetOrAdd((CultureInfo.CurrentUICulture.Name, status), static badge => Drawn(badge.Status))
        : Drawn(status);

    private static MarkupString Drawn(string? status)
    {
        var tone = Stages.ToneOf(status).ToString().ToLowerInvariant();
        return Html.Of(
            $"""<span class="status status-{tone}" data-status="{status}"><span class="status-dot" aria-hidden="true"></span><span class="status-label">{StatusText.Label(status)}</span></span>""");
    }
}
