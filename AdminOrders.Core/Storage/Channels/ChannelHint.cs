namespace AdminOrders.Core.Storage.Channels;

/// <summary>Somebody says that an order of a channel may have changed.</summary>
/// <param name="NotificationId">The channel's id of it, at most 100 characters: it is kept once.</param>
/// <param name="ChannelOrderId">At most 100 characters.</param>
/// <param name="Kind">The channel's word for what has happened, at most 60 characters.</param>
/// <param name="Payload">What it said, JSON, at most 2,000 characters and nothing about a person.</param>
public sealed record ChannelHint(string Channel, string NotificationId, string ChannelOrderId, string Kind, string Payload = "")
{
    /// <summary>The kind of what a poll has found.</summary>
    public const string Polled = "poll";

    /// <summary>The kind of what the channel was told and has taken.</summary>
    public const string Told = "told";
}

/// <summary>What a look at an order did.</summary>
/// <param name="Words">A refusal's code, or what the channel said; null: nothing.</param>
/// <param name="OrderId">The order here; null: the look made none.</param>
public sealed record ChannelLook(ChannelDeed Deed, string? Words = null, string? OrderId = null);

/// <summary>An order to look at, for all hints up to this one.</summary>
internal sealed record ChannelWork(string ChannelOrderId, long UpTo, int Attempts);
