using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;
using AdminOrders.Web.Features.Account;
using AdminOrders.Web.Shell.Localization;

namespace AdminOrders.Web.Features.Orders.List;

/// <summary>What the store sells.</summary>
/// <param name="Days">Orders of today so far, and of the days it is compared with up to the same time of day; all of the store's.</param>
/// <param name="Sums">What the list's filters find, by currency; null: too many to add up.</param>
public sealed record SalesScreen(IReadOnlyList<DayTotal> Days, IReadOnlyList<CurrencySum>? Sums)
{
    /// <summary>By how much today is more than that day, 0.5 for half as much again; a day without orders compares with nothing.</summary>
    public double ChangeSince(DayTotal day) => day.Orders == 0 ? 0 : ((double)Days[0].Orders / day.Orders) - 1;
}

/// <summary>A day that totals are of.</summary>
public enum TotalsDay
{
    Today,
    Yesterday,

    /// <summary>The same weekday a week ago.</summary>
    LastWeek,

    /// <summary>The same weekday 52 weeks ago.</summary>
    LastYear,
}

/// <summary>Orders of a day.</summary>
public sealed record DayTotal(TotalsDay Day, long Orders);

/// <summary>The days of totals in the reader's language.</summary>
internal static class TotalsDayNames
{
    public static string Of(TotalsDay day) => day switch
    {
        TotalsDay.Today => Texts.List_Today,
        TotalsDay.Yesterday => Texts.List_Yesterday,
        TotalsDay.LastWeek => Texts.Sales_LastWeek,
        TotalsDay.LastYear => Texts.Sales_LastYear,
    };
}

/// <summary>Reads totals for who may see them.</summary>
internal sealed class SalesScreens(OrderCounts counts, CurrentUser currentUser, UserZone zone, TimeProvider time)
{
    // Where no status is asked for: paid, and neither canceled nor replaced.
    private static readonly string[] Sold = [.. Stages.Known.Where(status => Stages.IsPaid(status) && Stages.Of(status) is not (Stage.Canceled or Stage.Replaced))];

    public Task<bool> MayAsync(CancellationToken cancellationToken) => currentUser.MayAsync(Resource.ViewSalesStats, cancellationToken);

    /// <summary>The totals beside a list; null where the reader may not see them.</summary>
    public async Task<SalesScreen?> ReadAsync(OrderListQuery query, string? text, CancellationToken cancellationToken)
    {
        if (!await MayAsync(cancellationToken))
        {
            return null;
        }

        // Pages that follow the same second ask the same.
        var moment = time.GetUtcNow();
        var now = moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerSecond));
        var days = new List<DayTotal>();
        foreach (var day in Enum.GetValues<TotalsDay>())
        {
            days.Add(new(day, (await counts.AtOnce(Until(now, DaysAgo(day)), cancellationToken)).Orders));
        }

        var filter = query.ToFilter(text, zone.Zone, now);
        return new(days, await counts.Sums(filter.Statuses.Count > 0 ? filter : filter with { Statuses = Sold }, cancellationToken));
    }

    // That day of the reader's calendar, up to the time of day that it is now.
    private OrderFilter Until(DateTimeOffset now, int daysAgo)
    {
        var today = LocalDays.At(now, zone.Zone);
        var (start, from) = (LocalDays.Start(today, zone.Zone), LocalDays.Start(today.AddDays(-daysAgo), zone.Zone));
        return new() { CreatedFrom = from, CreatedBefore = from + (now - start) };
    }

    private static int DaysAgo(TotalsDay day) => day switch
    {
        TotalsDay.Today => 0,
        TotalsDay.Yesterday => 1,
        TotalsDay.LastWeek => 7,
        TotalsDay.LastYear => 52 * 7,
    };
}
