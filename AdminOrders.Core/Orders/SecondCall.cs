namespace AdminOrders.Core.Orders;

/// <summary>When a credential that posts cancel once more on a requested order confirms by it what is asked there.</summary>
/// <param name="Seconds">So long after the answer to its latest post, whole seconds; 0: at once; null: never.</param>
public sealed record SecondCall(int? Seconds)
{
    /// <summary>A retry that follows within this time is taken for a retry.</summary>
    public static SecondCall Default { get; } = AfterSeconds(10);

    /// <summary>Every completed second call confirms, as VTEX does it.</summary>
    public static SecondCall Immediately { get; } = new(0);

    /// <summary>For clients whose retries outlast every delay.</summary>
    public static SecondCall Never { get; } = new((int?)null);

    public static SecondCall AfterSeconds(int seconds) => new(seconds);

    /// <summary>Whether a call so long after the completed answer confirms.</summary>
    public bool Confirms(TimeSpan sinceAnswer) => Seconds is { } seconds && sinceAnswer >= TimeSpan.FromSeconds(seconds);
}
