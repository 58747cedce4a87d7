namespace AdminOrders.Core.Effects;

/// <summary>How long a delivery waits before it is tried again, and when it is given up.</summary>
public static class Backoff
{
    /// <summary>After so many attempts, about four and a half hours, a delivery has failed and waits for a person.</summary>
    public const int Attempts = 14;

    /// <summary>The same of money, about a day: so long a payment provider may have to wait for those behind it.</summary>
    public const int AttemptsOfMoney = 34;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <inheritdoc cref="After(int)"/>
    /// <param name="atLeast">No shorter than that.</param>
    public static TimeSpan After(int attempt, TimeSpan atLeast) => After(attempt) is var pause && pause > atLeast ? pause : atLeast;

    /// <summary>The pause after this attempt, 1 being the first: 5 s, 10 s, 20 s … 1 h.</summary>
    public static TimeSpan After(int attempt) => attempt >= Attempts ? Longest : TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << (attempt - 1)));
}
