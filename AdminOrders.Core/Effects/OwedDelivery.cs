using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Effects;

/// <summary>What an event still owes somebody outside, claimed for one call.</summary>
/// <param name="Key">Key of its row.</param>
/// <param name="Consumer">Who is owed it (<see cref="Consumers"/>).</param>
/// <param name="Attempt">1 for the first call; a call whose outcome was lost counts.</param>
/// <param name="AttemptsBefore">Those before a person had it tried again: they count no more towards giving up.</param>
/// <param name="Subject">What of the order it is about (<see cref="Consumers.SubjectOf"/>).</param>
public sealed record OwedDelivery(long Key, long OrderKey, string HistoryId, string Consumer, int Attempt, int AttemptsBefore = 0, string Subject = "")
{
    /// <summary>1 for the first call, and for the first after a person had it tried again.</summary>
    public int Try => Attempt - AttemptsBefore;

    /// <summary>The same at every attempt, <c>history id.consumer</c>: the other side, or its connector, knows a repetition by it.</summary>
    public string Id => EffectId.Of(HistoryId, Consumer);
}
