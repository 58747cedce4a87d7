namespace AdminOrders.Core.Text;

/// <summary>The words for a raw status.</summary>
public static class StatusText
{
    /// <summary>The label of a raw status in the current UI culture; a status that nobody has named shows as it came, none at all as incomplete.</summary>
    public static string Label(string? status) =>
        string.IsNullOrEmpty(status)
            ? Texts.Status_
            : Texts.ResourceManager.GetString("Status_" + status.Replace('-', '_'), Texts.Culture) ?? status;
}
