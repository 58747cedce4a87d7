namespace AdminOrders.Core.Storage;

/// <summary>A key that customer links are signed with. The one with the highest number signs; the others are good until their links have run out.</summary>
public sealed class CustomerLinkKeyRow
{
    /// <summary>From 1; drawn under the store's lock for setting up, never given twice.</summary>
    public int Number { get; set; }

    /// <summary>32 random bytes.</summary>
    public required byte[] Secret { get; set; }

    /// <summary>UTC ticks.</summary>
    public long CreatedAt { get; set; }

    /// <summary>UTC ticks; from then on its links are not good. Null: it signs.</summary>
    public long? GoodUntil { get; set; }
}
