using System.Globalization;
using AdminOrders.Web.Features.Insights;
using AdminOrders.Web.Features.Orders.List;

namespace AdminOrders.Tests.Web.Insights;

/// <summary>Periods divide a span without a gap, and days begin and end where those of the list do.</summary>
public sealed class InsightPeriodsTests
{
    [Theory]
    [InlineData("2026-03-02", "2026-03-02")]
    [InlineData("2026-02-10", "2026-03-26")]
    [InlineData("2025-12-31", "2026-10-31")]
    [InlineData("2024-02-29", "2026-03-02")]
    [InlineData("2011-11-11", "2026-03-02")]
    [InlineData("0001-01-01", "9999-12-31")]
    public void Periods_divide_a_span_without_a_gap_and_are_few(string first, string last)
    {
        var (begin, end) = (Day(first), Day(last));
        var unit = InsightPeriods.UnitOf(end.DayNumber - begin.DayNumber + 1);
        foreach (var firstDay in new[] { DayOfWeek.Sunday, DayOfWeek.Monday })
        {
            var periods = InsightPeriods.Of(begin, end, unit, firstDay).ToList();

            Assert.Equal((begin, end), (periods[0].First, periods[^1].Last));
            Assert.All(periods.Zip(periods.Skip(1)), pair => Assert.Equal(pair.First.Last.AddDays(1), pair.Second.First));
            Assert.True(unit is PeriodUnit.Year || periods.Count <= 62, $"{periods.Count} periods");
        }
    }

    [Theory]
    [InlineData(1, PeriodUnit.Day)]
    [InlineData(45, PeriodUnit.Day)]
    [InlineData(46, PeriodUnit.Week)]
    [InlineData(308, PeriodUnit.Week)]
    [InlineData(309, PeriodUnit.Month)]
    [InlineData(1_830, PeriodUnit.Month)]
    [InlineData(1_831, PeriodUnit.Year)]
    public void Longer_spans_have_longer_periods(int days, PeriodUnit unit) => Assert.Equal(unit, InsightPeriods.UnitOf(days));

    [Fact]
    public void Weeks_begin_on_the_day_on_which_the_reader_begins_them()
    {
        var weeks = InsightPeriods.Of(Day("2026-03-04"), Day("2026-03-18"), PeriodUnit.Week, DayOfWeek.Monday);
        Assert.Equal([("2026-03-04", "2026-03-08"), ("2026-03-09", "2026-03-15"), ("2026-03-16", "2026-03-18")], weeks.Select(Written));

        var others = InsightPeriods.Of(Day("2026-03-04"), Day("2026-03-18"), PeriodUnit.Week, DayOfWeek.Sunday);
        Assert.Equal([("2026-03-04", "2026-03-07"), ("2026-03-08", "2026-03-14"), ("2026-03-15", "2026-03-18")], others.Select(Written));
    }

    [Fact]
    public void Nothing_is_divided_where_a_span_ends_before_it_begins() =>
        Assert.Empty(InsightPeriods.Of(Day("2026-03-04"), Day("2026-03-03"), PeriodUnit.Day, DayOfWeek.Monday));

    // In St. John's clocks were put back at one minute past midnight: 6 November 2010 came once more for 59 minutes.
    [Theory]
    [InlineData("America/Sao_Paulo", 2018)]
    [InlineData("America/Sao_Paulo", 2019)]
    [InlineData("America/Santiago", 2026)]
    [InlineData("Europe/Madrid", 2026)]
    [InlineData("America/St_Johns", 2010)]
    public void Every_instant_belongs_to_the_day_whose_list_has_it(string id, int year)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        var walk = new DayWalk(zone);
        var days = 0;
        var day = DateOnly.MinValue;
        for (var instant = new DateTimeOffset(year, 12, 31, 23, 59, 0, TimeSpan.Zero); instant.Year == year; instant = instant.AddMinutes(-20))
        {
            var found = walk.Of(instant);
            days += found == day ? 0 : 1;
            day = found;
            Assert.InRange(instant, LocalDays.Start(day, zone), LocalDays.Start(day.AddDays(1), zone).AddTicks(-1));
        }

        Assert.InRange(days, 365, 367);
    }

    [Theory]
    [InlineData("America/Sao_Paulo")]
    [InlineData("Asia/Tokyo")]
    public void The_first_and_the_last_instant_of_all_have_a_day(string id)
    {
        var walk = new DayWalk(TimeZoneInfo.FindSystemTimeZoneById(id));

        Assert.Equal(9999, walk.Of(DateTimeOffset.MaxValue).Year);
        Assert.Equal(1, walk.Of(DateTimeOffset.MinValue).Year);
    }

    private static (string First, string Last) Written(InsightPeriod period) =>
        (period.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), period.Last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
