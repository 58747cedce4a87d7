namespace AdminOrders.Core.Effects;

/// <summary>How a call to somebody outside ended. What went wrong there is a value; an exception of a connector is a bug.</summary>
public readonly record struct Outcome
{
    private Outcome(OutcomeKind kind, string? words, TimeSpan pause = default) => (Kind, Words, Pause) = (kind, words, pause);

    /// <summary>The other side has it.</summary>
    public static Outcome Delivered { get; } = new(OutcomeKind.Delivered, null);

    /// <summary>The other side has answered, and a command that is committed has written that with what it changed.</summary>
    public static Outcome Recorded { get; } = new(OutcomeKind.Recorded, null);

    /// <summary>There is nothing to bring, or the other side said something about it that people may want to read.</summary>
    public static Outcome Closed(string words) => new(OutcomeKind.Delivered, words);

    internal OutcomeKind Kind { get; }

    internal TimeSpan Pause { get; }

    /// <summary>What the other side said; shown to people.</summary>
    public string? Words { get; }

    /// <summary>Not now: it is tried again after a pause that grows, and given up after <see cref="Backoff.Attempts"/> attempts.</summary>
    /// <param name="atLeast">How long the other side wants to be left alone; null: it did not say.</param>
    public static Outcome TryAgain(string words, TimeSpan? atLeast = null) => new(OutcomeKind.TryAgain, words, atLeast ?? TimeSpan.Zero);

    /// <summary>The other side has it and wants time: it is asked again after the pause, which is no failure and brings no giving up nearer.</summary>
    public static Outcome Later(TimeSpan pause) => new(OutcomeKind.Later, null, pause);

    /// <summary>Never: another attempt would be refused too. A person has to look.</summary>
    public static Outcome Refused(string words) => new(OutcomeKind.Refused, words);

    /// <summary>This process stops; nobody knows whether the call arrived.</summary>
    internal static Outcome Interrupted { get; } = new(OutcomeKind.Interrupted, null);
}

internal enum OutcomeKind
{
    Delivered,
    Recorded,
    TryAgain,
    Later,
    Refused,
    Interrupted,
}
