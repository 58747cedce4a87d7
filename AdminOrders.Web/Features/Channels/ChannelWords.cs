using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage.Channels;
using AdminOrders.Core.Text;
using AdminOrders.Web.Features.Orders.Details;

namespace AdminOrders.Web.Features.Channels;

/// <summary>What a look did, in the page's language. A test proves that none is missing.</summary>
internal static class ChannelWords
{
    public static string Of(ChannelHintView hint) => hint switch
    {
        { Deed: { } deed } => Of(deed),
        { State: ChannelHintState.GivenUp } => Texts.ChannelDeed_GivenUp,
        _ => Texts.ChannelDeed_Waiting,
    };

    /// <summary>Why the rules refused it, or what the channel said; null: nothing.</summary>
    public static string? Why(ChannelHintView hint) =>
        hint is { Deed: ChannelDeed.Refused, Words: { } code } && RefusalCodes.Read(code) is { } refusal ? OrderWords.Of(refusal) : hint.Words;

    public static string Of(ChannelDeed deed) => Texts.ResourceManager.GetString($"ChannelDeed_{deed}", Texts.Culture)!;
}
