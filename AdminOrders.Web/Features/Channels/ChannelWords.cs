using AdminOrders.Core.Storage.Channels;
using AdminOrders.Core.Text;

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

    public static string Of(ChannelDeed deed) => Texts.ResourceManager.GetString($"ChannelDeed_{deed}", Texts.Culture)!;
}
