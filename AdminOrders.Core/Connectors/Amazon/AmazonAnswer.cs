namespace AdminOrders.Core.Connectors.Amazon;

/// <summary>What came of asking Amazon. Whatever the other side does is one of these, never an exception.</summary>
internal abstract record AmazonAnswer<T>
{
    private AmazonAnswer()
    {
    }

    /// <summary>Amazon did it.</summary>
    public sealed record Done(T Content) : AmazonAnswer<T>;

    /// <summary>Not now: no quota, no connection, no sign-in, or trouble over there. The same question may go through later.</summary>
    /// <param name="Words">For people.</param>
    /// <param name="NotBefore">When the next call of this operation is possible.</param>
    public sealed record NotNow(string Words, DateTimeOffset NotBefore) : AmazonAnswer<T>
    {
        /// <summary>Nobody was asked: it is ourselves who wait for the next call.</summary>
        public bool IsOwnPace { get; init; }
    }

    /// <summary>Amazon does not do it for this order; asking again is refused again.</summary>
    /// <param name="Code">Amazon's code, for example InvalidInput; "" where it told none.</param>
    /// <param name="Words">For people, with Amazon's own.</param>
    public sealed record Refused(string Code, string Words) : AmazonAnswer<T>;
}

/// <summary>A page of orders that were updated.</summary>
/// <param name="Unreadable">Ids of orders on the page that are none by the contract; "" where even the id is missing.</param>
/// <param name="NextToken">Of the next page; null: this is the last one.</param>
/// <param name="LastUpdatedBefore">Up to when Amazon has looked: where the next search may begin.</param>
internal sealed record AmazonOrderPage(AmazonOrder[] Orders, string[] Unreadable, string? NextToken, DateTimeOffset? LastUpdatedBefore);

/// <summary>Amazon has taken a cancellation. Whether it is carried out, the order says when it is read again.</summary>
internal sealed record CancellationTaken(string OrderId);
