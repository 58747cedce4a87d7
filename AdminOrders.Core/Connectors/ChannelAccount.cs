namespace AdminOrders.Core.Connectors;

/// <summary>A channel that is set up on this server.</summary>
/// <param name="Channel">For example <c>amazon</c>.</param>
/// <param name="Host">Who is called.</param>
/// <param name="Quotas">What is left now of the calls that the channel grants this server.</param>
public sealed record ChannelAccount(string Channel, string Host, string AffiliateId, string WarehouseId, Func<IReadOnlyList<ChannelQuota>> Quotas);

/// <param name="Operation">The channel's name for it.</param>
/// <param name="Left">Calls that may be made at once.</param>
public sealed record ChannelQuota(string Operation, int Left, int Most);
