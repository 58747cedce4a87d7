using AdminOrders.Web.Features.Orders.List;

namespace AdminOrders.Web.Features.Insights;

/// <summary>
/// The days of instants that come in the order of time. They begin and end where a list of that day does, also when clocks are put forward or back; the
/// bounds are worked out once a day. For one thread at a time.
/// </summary>
internal sealed class DayWalk(TimeZoneInfo zone)
{
    private DateOnly day;
    private DateTimeOffset from;
    private DateTimeOffset before;

    public DateOnly Of(DateTimeOffset instant)
    {
        if (instant >= from && instant < before)
        {
            return day;
        }

        // Where a clock is put back over midnight, a date comes twice: what belongs to the next day is there already.
        Enter(LocalDays.At(instant, zone));
        if (instant >= before && day < DateOnly.MaxValue)
        {
            Enter(day.AddDays(1));
        }

        return day;
    }

    private void Enter(DateOnly entered)
    {
        day = entered;
        from = entered.Year == DateOnly.MinValue.Year ? DateTimeOffset.MinValue : LocalDays.Start(entered, zone);
        before = entered.Year == DateOnly.MaxValue.Year ? DateTimeOffset.MaxValue : LocalDays.Start(entered.AddDays(1), zone);
    }
}
