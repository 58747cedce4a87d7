namespace AdminOrders.Core.Effects;

/// <summary>What an event still owes somebody outside, claimed for one call.</summary>
/// <param name="Key">Key of its row.</param>
/// <param name="Consumer">Who is owed it (<see cref="Storage.Consumers"/>).</param>
/// <param name="Attempt">1 for the first call; a call whose outcome was lost counts.</param>
public sealed record OwedDelivery(long Key, long OrderKey, string HistoryId, string Consumer, int Attempt)
{
    /// <summary>The same at every attempt, <c>history id.consumer</c>: the other side, or its connector, knows a repetition by it.</summary>
    public string Id => $"{HistoryId}.{Consumer}";
}
