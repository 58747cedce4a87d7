using AdminOrders.Core.Connectors;
using AdminOrders.Core.Connectors.Protocol;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Channels;
using AdminOrders.Web.Features.Account;

namespace AdminOrders.Web.Features.Channels;

/// <summary>Reads and changes channels for who uses this page: who may list orders sees them, who may manage settings changes them.</summary>
internal sealed class ChannelScreens(
    ChannelReader reader, ChannelInbox inbox, ChannelSecrets secrets, ChannelReasons mapped, CancellationReasons reasons, IEnumerable<ChannelAccount> accounts, PartnerReader partners,
    CurrentUser currentUser)
{
    /// <summary>The screen; null where its reader may not list orders.</summary>
    public async Task<ChannelScreen?> ReadAsync(string channel, ChannelQuery query, CancellationToken cancellationToken)
    {
        if (await currentUser.ReadAsync(cancellationToken) is not { } user || !user.May(Resource.ListOrders))
        {
            return null;
        }

        var hints = await reader.Log(channel, query.Before, cancellationToken);
        var shown = hints.Take(ChannelReader.PageSize).ToList();
        return new(
            query, accounts.FirstOrDefault(account => account.Channel == channel), await reader.State(channel, cancellationToken), await secrets.Newest(channel, cancellationToken),
            await mapped.List(channel, cancellationToken), await reasons.List(cancellationToken), await partners.List(cancellationToken), await reader.Untaken(channel, cancellationToken), shown,
            hints.Count > shown.Count ? shown[^1].Id : null, user.May(Resource.ManageSettings), user.May(Resource.CancelOrder));
    }

    /// <summary>A new secret, to be shown once; null where its reader may not make one any more.</summary>
    public async Task<string?> MakeSecretAsync(string channel, CancellationToken cancellationToken) =>
        await ManagerAsync(cancellationToken) is { } user ? await secrets.Make(channel, user.UserId, cancellationToken) : null;

    /// <summary>Says which of our reasons the channel's words mean; false where who says it may not any more, or there is no such reason.</summary>
    public async Task<bool> MapAsync(string channel, string words, int? reasonId, CancellationToken cancellationToken) =>
        await ManagerAsync(cancellationToken) is not null && await mapped.Map(channel, words, reasonId, cancellationToken);

    /// <summary>Has an order of the channel looked at now; false where who says it may not any more, or nothing of it waits.</summary>
    public async Task<bool> RetryAsync(string channel, string channelOrderId, CancellationToken cancellationToken) =>
        await currentUser.ReadAsync(cancellationToken) is { } user && user.May(Resource.CancelOrder) && await inbox.Retry(channel, channelOrderId, cancellationToken);

    private async Task<SignedIn?> ManagerAsync(CancellationToken cancellationToken) =>
        await currentUser.ReadAsync(cancellationToken) is { } user && user.May(Resource.ManageSettings) ? user : null;
}
