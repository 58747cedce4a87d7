using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Text;

/// <summary>The words for a raw status.</summary>
public static class StatusText
{
    private static readonly CultureInfo Portuguese = CultureInfo.GetCultureInfo("pt");

    // Lists and exports ask for them row by row, and looking a text up costs more than writing it.
    private static readonly ConcurrentDictionary<CultureInfo, FrozenDictionary<string, string>> Labels = new();

    /// <summary>The label of a raw status in the current UI culture; a status that nobody has named shows as it came, none at all as incomplete.</summary>
    public static string Label(string? status) => LabelIn(null, status);

    /// <summary>What order documents call a status: its Portuguese label, whatever language anybody speaks.</summary>
    public static string Description(string? status) => LabelIn(Portuguese, status);

    /// <summary>The same in another language; null: that of the current UI culture.</summary>
    public static string LabelIn(CultureInfo? culture, string? status)
    {
        var spoken = culture ?? Texts.Culture ?? CultureInfo.CurrentUICulture;
        return status is not null && Labels.GetOrAdd(spoken, LabelsIn).TryGetValue(status, out var known) ? known : LookUp(spoken, status);
    }

    private static FrozenDictionary<string, string> LabelsIn(CultureInfo culture) =>
        Stages.Known.ToFrozenDictionary(status => status, status => LookUp(culture, status), StringComparer.Ordinal);

    private static string LookUp(CultureInfo culture, string? status) =>
        Texts.ResourceManager.GetString("Status_" + status?.Replace('-', '_'), culture) ?? status ?? "";
}
