using System.Globalization;

namespace AdminOrders.Web.Features.Insights;

/// <summary>How long the periods of a chart are.</summary>
public enum PeriodUnit
{
    Day,
    Week,
    Month,
    Year,
}

/// <summary>A stretch of days, both inclusive.</summary>
public sealed record InsightPeriod(DateOnly First, DateOnly Last)
{
    /// <summary>What it is called where periods are that long.</summary>
    public string Label(PeriodUnit unit) => unit switch
    {
        PeriodUnit.Day or PeriodUnit.Week when First == Last => First.ToString("d", CultureInfo.CurrentCulture),
        PeriodUnit.Day or PeriodUnit.Week => $"{First.ToString("d", CultureInfo.CurrentCulture)} – {Last.ToString("d", CultureInfo.CurrentCulture)}",
        PeriodUnit.Month => First.ToString("y", CultureInfo.CurrentCulture),
        PeriodUnit.Year => First.ToString("yyyy", CultureInfo.CurrentCulture),
    };
}

/// <summary>Divides a span into as many periods as a chart has room for.</summary>
internal static class InsightPeriods
{
    private const int MostDays = 45;
    private const int MostDaysInWeeks = 44 * 7;
    private const int MostDaysInMonths = 5 * 366;

    /// <summary>How long they are in a span of that many days.</summary>
    public static PeriodUnit UnitOf(int days) => days switch
    {
        <= MostDays => PeriodUnit.Day,
        <= MostDaysInWeeks => PeriodUnit.Week,
        <= MostDaysInMonths => PeriodUnit.Month,
        _ => PeriodUnit.Year,
    };

    /// <summary>Whole days, weeks, months or years, the first and the last of them as far as they lie in the span; none where it ends before it begins.</summary>
    /// <param name="firstDay">Of a week.</param>
    public static IEnumerable<InsightPeriod> Of(DateOnly first, DateOnly last, PeriodUnit unit, DayOfWeek firstDay)
    {
        for (var begin = first; begin <= last;)
        {
            var end = End(begin, unit, firstDay);
            yield return new(begin, end < last ? end : last);
            if (end == DateOnly.MaxValue)
            {
                yield break;
            }

            begin = end.AddDays(1);
        }
    }

    private static DateOnly End(DateOnly begin, PeriodUnit unit, DayOfWeek firstDay) => unit switch
    {
        PeriodUnit.Day => begin,
        PeriodUnit.Week => begin.DayNumber + DaysLeft(begin, firstDay) is var end && end < DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber(end) : DateOnly.MaxValue,
        PeriodUnit.Month => new(begin.Year, begin.Month, DateTime.DaysInMonth(begin.Year, begin.Month)),
        PeriodUnit.Year => new(begin.Year, 12, 31),
    };

    private static int DaysLeft(DateOnly day, DayOfWeek firstDay) => 6 - (((int)day.DayOfWeek - (int)firstDay + 7) % 7);
}
