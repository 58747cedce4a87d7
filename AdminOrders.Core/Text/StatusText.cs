using System.Collections.Frozen;
using System.Globalization;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Text;

/// <summary>The words for a raw status.</summary>
public static class StatusText
{
    private static readonly CultureInfo Portuguese = CultureInfo.GetCultureInfo("pt");

    // Lists ask for them row by row, and looking a text up costs more than writing it.
    private static readonly FrozenDictionary<string, string> Descriptions =
        Stages.Known.ToFrozenDictionary(status => status, status => LabelIn(Portuguese, status), StringComparer.Ordinal);

    /// <summary>The label of a raw status in the current UI culture; a status that nobody has named shows as it came, none at all as incomplete.</summary>
    public static string Label(string? status) => LabelIn(Texts.Culture, status);

    /// <summary>What order documents call a status: its Portuguese label, whatever language anybody speaks.</summary>
    public static string Description(string? status) =>
        status is not null && Descriptions.TryGetValue(status, out var known) ? known : LabelIn(Portuguese, status);

    /// <summary>The same in another language.</summary>
    public static string LabelIn(CultureInfo? culture, string? status) =>
        Texts.ResourceManager.GetString("Status_" + status?.Replace('-', '_'), culture) ?? status ?? "";
}
