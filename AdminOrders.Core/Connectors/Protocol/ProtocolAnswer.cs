namespace AdminOrders.Core.Connectors.Protocol;

/// <summary>What came of a call. Whatever the other side does is one of these, never an exception.</summary>
internal abstract record ProtocolAnswer
{
    private ProtocolAnswer()
    {
    }

    /// <summary>It did what was asked.</summary>
    /// <param name="Receipt">Its name for that; null: it told none.</param>
    public sealed record Done(string? Receipt) : ProtocolAnswer;

    /// <summary>A seller has the question and has not decided.</summary>
    public sealed record Evaluating : ProtocolAnswer;

    /// <summary>Not now: no connection, no sign-in, or trouble over there.</summary>
    /// <param name="Words">For people.</param>
    /// <param name="Pause">How long it wants to be left alone; null: it did not say.</param>
    public sealed record NotNow(string Words, TimeSpan? Pause = null) : ProtocolAnswer;

    /// <summary>It does not do it for this order; asking again is refused again.</summary>
    /// <param name="Words">For people, with its own.</param>
    public sealed record Refused(string Words) : ProtocolAnswer;
}
