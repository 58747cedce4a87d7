using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;

namespace AdminOrders.Web.Features.Settings.AppKeys;

/// <summary>What is filled in for a new app key.</summary>
internal sealed class AppKeyInput
{
    public string Name { get; set; } = "";

    public HashSet<string> Roles { get; } = new(StringComparer.Ordinal);

    public Side Side { get; set; } = Side.Store;

    public string Party { get; set; } = "";

    /// <summary>True: a second cancel never confirms.</summary>
    public bool NeverConfirms { get; set; }

    public int Seconds { get; set; } = SecondCall.Default.Seconds ?? 0;

    public NewAppKey Wanted => new(
        Name,
        [.. Roles],
        Side,
        Side is Side.Store ? null : Party.Trim(),
        NeverConfirms ? SecondCall.Never : SecondCall.AfterSeconds(Seconds));
}
