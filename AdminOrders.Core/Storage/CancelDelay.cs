namespace AdminOrders.Core.Storage;

/// <summary>How long after its creation an order was canceled.</summary>
public enum CancelDelay
{
    /// <summary>Also where a document says that it was canceled before it was created.</summary>
    UnderAnHour,
    UnderADay,
    UnderThreeDays,
    UnderAWeek,

    /// <summary>Under 30 days.</summary>
    UnderAMonth,
    Longer,
}

/// <summary>Where one delay ends and the next begins.</summary>
public static class CancelDelays
{
    /// <summary>The shortest that belongs to it, inclusive, and the shortest that is too long; null is open.</summary>
    public static (TimeSpan? From, TimeSpan? Before) BoundsOf(CancelDelay delay) => delay switch
    {
        CancelDelay.UnderAnHour => (null, TimeSpan.FromHours(1)),
        CancelDelay.UnderADay => (TimeSpan.FromHours(1), TimeSpan.FromDays(1)),
        CancelDelay.UnderThreeDays => (TimeSpan.FromDays(1), TimeSpan.FromDays(3)),
        CancelDelay.UnderAWeek => (TimeSpan.FromDays(3), TimeSpan.FromDays(7)),
        CancelDelay.UnderAMonth => (TimeSpan.FromDays(7), TimeSpan.FromDays(30)),
        CancelDelay.Longer => (TimeSpan.FromDays(30), null),
    };

    public static CancelDelay Of(TimeSpan passed) => Enum.GetValues<CancelDelay>().First(delay => BoundsOf(delay).Before is not { } before || passed < before);
}
