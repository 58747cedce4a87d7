using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage.Channels;

/// <summary>
/// What a channel said of an order when a command was made of it. The writer compares it with what has been taken, in the command's transaction:
/// where that is newer, nothing happens.
/// </summary>
/// <param name="Channel">For example <c>amazon</c>.</param>
/// <param name="UpdatedAt">The channel's <c>lastUpdatedTime</c>.</param>
public sealed record ChannelSight(string Channel, string ChannelOrderId, DateTimeOffset UpdatedAt)
{
    /// <summary>The items that the command tells a person of, by the channel's ids; null: it does not.</summary>
    public string? CanceledItems { get; init; }
}

/// <summary>An order's cancellation that a channel told before the order came in.</summary>
/// <param name="Channel">Who told it; its connector acts under that name.</param>
internal sealed record Tombstone(string Channel, Side RequestedBy, Reason Reason);
