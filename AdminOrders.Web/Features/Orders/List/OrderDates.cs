namespace AdminOrders.Web.Features.Orders.List;

/// <summary>Which days of creation the list shows.</summary>
public enum OrderDates
{
    Any,
    Today,
    Yesterday,

    /// <summary>Today and the six days before.</summary>
    Last7Days,

    /// <summary>From the first of this month on.</summary>
    CurrentMonth,

    /// <summary>Today and the 29 days before.</summary>
    Last30Days,

    /// <summary>From one day to another, either of them open.</summary>
    Custom,
}

/// <summary>Days as instants. Days begin where the reader's clock says so, also when that clock is put forward or back.</summary>
internal static class LocalDays
{
    /// <summary>First and last day of the choice, both inclusive; null is open.</summary>
    public static (DateOnly? First, DateOnly? Last) Of(OrderDates dates, DateOnly today, DateOnly? from, DateOnly? to) => dates switch
    {
        OrderDates.Any => (null, null),
        OrderDates.Today => (today, today),
        OrderDates.Yesterday => (today.AddDays(-1), today.AddDays(-1)),
        OrderDates.Last7Days => (today.AddDays(-6), today),
        OrderDates.CurrentMonth => (new DateOnly(today.Year, today.Month, 1), today),
        OrderDates.Last30Days => (today.AddDays(-29), today),
        OrderDates.Custom => (from, to),
    };

    /// <summary>The first instant of the day in the zone, UTC.</summary>
    public static DateTimeOffset Start(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight))
        {
            // The clock is put forward at midnight: the day begins when it has been.
            midnight = midnight.AddMinutes(15);
        }

        // Midnight comes twice where the clock is put back to it: the day begins the first time.
        var offset = zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max() : zone.GetUtcOffset(midnight);
        return new DateTimeOffset(midnight, offset).ToUniversalTime();
    }

    /// <summary>The day it is at the instant in the zone.</summary>
    public static DateOnly At(DateTimeOffset instant, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
}
