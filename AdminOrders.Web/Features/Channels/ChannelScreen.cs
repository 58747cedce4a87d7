using AdminOrders.Core.Connectors;
using AdminOrders.Core.Connectors.Protocol;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Channels;
using AdminOrders.Web.Ui;

namespace AdminOrders.Web.Features.Channels;

/// <summary>What the page shows.</summary>
/// <param name="Query">What the page of the log answers.</param>
/// <param name="Account">Null: the channel is not set up on this server.</param>
/// <param name="Partners">The external sellers and other marketplaces that are set up on this server.</param>
/// <param name="Untaken">Orders that could not be taken in yet.</param>
/// <param name="Hints">What arrived, newest first.</param>
/// <param name="Next">Where older ones begin; null: there are none.</param>
public sealed record ChannelScreen(
    ChannelQuery Query, ChannelAccount? Account, ChannelStateView? State, ChannelSecretView? Secret, IReadOnlyList<ChannelReasonView> Reasons, IReadOnlyList<CancellationReasonView> Ours,
    IReadOnlyList<PartnerView> Partners, IReadOnlyList<UntakenOrder> Untaken, IReadOnlyList<ChannelHintView> Hints, long? Next, bool MayChange, bool MayRetry) : IRowsScreen
{
    /// <inheritdoc/>
    public string Address => Query.Address;
}
