using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage.Channels;

/// <summary>The channels that there are connectors for.</summary>
public static class ChannelNames
{
    public const string Amazon = "amazon";
    private const string ActorPrefix = "channel:";

    /// <summary>As people call it.</summary>
    public static string Of(string channel) => channel == Amazon ? "Amazon" : channel;

    /// <summary>Who reports what has happened there.</summary>
    public static Actor ActorOf(string channel) => new(Side.Marketplace, ActorPrefix + channel, Of(channel));

    /// <summary>Whether it is a wish of a channel's buyer: that names items, and never the order as a whole.</summary>
    public static bool AsksForItems(Side requestedBy, string enteredBy) => requestedBy is Side.Customer && enteredBy.StartsWith(ActorPrefix, StringComparison.Ordinal);

    /// <summary>Who brings its orders in: that is no act of the marketplace on an order.</summary>
    public static Actor ImporterOf(string channel) => Actor.System with { Id = ActorPrefix + channel, Name = Of(channel) };
}

/// <summary>One process looks after a channel at a time.</summary>
internal static class ChannelLease
{
    /// <summary>Longer than a turn takes: each waits for at most 21 calls, and whoever comes back late finds what was taken meanwhile.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(2);

    public static string Of(string channel) => $"channel-{channel}";
}
