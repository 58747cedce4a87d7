using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Insights;
using AdminOrders.Web.Features.Account;
using AdminOrders.Web.Features.Orders.List;
using AdminOrders.Web.Shell.Localization;

namespace AdminOrders.Web.Features.Insights;

/// <summary>Reads figures for who uses this page: who may list orders and see what the store sells.</summary>
internal sealed class InsightScreens(
    InsightReader reader, OrderCounts counts, CancellationReasons reasons, OrderListScreens list, CurrentUser currentUser, UserZone zone, TimeProvider time)
{
    private static readonly TimeSpan LongestCount = TimeSpan.FromSeconds(10);

    public async Task<bool> MayAsync(CancellationToken cancellationToken) =>
        await currentUser.ReadAsync(cancellationToken) is { } user && user.May(Resource.ListOrders) && user.May(Resource.ViewSalesStats);

    /// <summary>What stands around the figures; null where its reader may not see them.</summary>
    public async Task<OrderListScreen?> FrameAsync(InsightsQuery query, CancellationToken cancellationToken) =>
        await MayAsync(cancellationToken) ? await list.FrameAsync(query.List, cancellationToken) : null;

    /// <summary>The figures; null where their reader may not see them.</summary>
    /// <param name="query">The list that they are about.</param>
    /// <param name="text">What is searched for in it.</param>
    public async Task<InsightsView?> ReadAsync(OrderListQuery query, string? text, CancellationToken cancellationToken)
    {
        if (!await MayAsync(cancellationToken))
        {
            return null;
        }

        var now = time.GetUtcNow();
        var (first, last) = LocalDays.Of(query.Dates, LocalDays.At(now, zone.Zone), query.From, query.To);
        var figures = await reader.Read(query.ToFilter(text, zone.Zone, now), new DayWalk(zone.Zone).Of, cancellationToken);
        var scope = (figures.Since is { } since ? query with { Dates = OrderDates.Custom, From = since, To = last } : query) with { Statuses = [Status.Canceled] };
        var charts = new InsightCharts(figures, scope, await LabelsAsync(cancellationToken));
        var (unit, periods) = Periods(figures, figures.Since ?? first, last, LocalDays.At(now, zone.Zone));
        var all = await CountAsync([scope, .. periods.Select(charts.In)], text, now, cancellationToken);
        return new(
            figures, new("", figures.Orders, scope.Address), all[0], unit,
            [.. periods.Select((period, at) => new PeriodBar(charts.Of(period, unit), all[at + 1]))], charts.All());
    }

    private async Task<Dictionary<string, string>> LabelsAsync(CancellationToken cancellationToken) =>
        (await reasons.List(cancellationToken)).ToDictionary(reason => reason.Code, reason => reason.Label.In(CultureInfo.CurrentUICulture), StringComparer.Ordinal);

    // From the first day that is asked for, or that has an order, to the last one or today. Of years only those with orders: a document may be of any.
    private static (PeriodUnit Unit, IReadOnlyList<InsightPeriod> Periods) Periods(CancellationInsights figures, DateOnly? first, DateOnly? last, DateOnly today)
    {
        if (figures.Days.Count == 0)
        {
            return (PeriodUnit.Day, []);
        }

        var (oldest, newest) = (figures.Days.Keys.Min(), figures.Days.Keys.Max());
        var end = newest > today ? newest : last < today ? last.Value : today;
        var begin = first is { } asked && InsightPeriods.UnitOf(end.DayNumber - asked.DayNumber + 1) is not PeriodUnit.Year ? asked : oldest;
        var unit = InsightPeriods.UnitOf(end.DayNumber - begin.DayNumber + 1);
        var periods = InsightPeriods.Of(begin, end, unit, CultureInfo.CurrentCulture.DateTimeFormat.FirstDayOfWeek);
        return (unit, [.. periods.Where(period => unit is not PeriodUnit.Year || figures.Days.Keys.Any(day => day >= period.First && day <= period.Last))]);
    }

    // What is asked of the cancellation is left out: of all orders, how many were canceled so. Those that could not be counted in time are null.
    private async Task<IReadOnlyList<long?>> CountAsync(IReadOnlyList<OrderListQuery> lists, string? text, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(LongestCount, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        List<long?> all = [];
        try
        {
            foreach (var any in lists.Select(canceled => canceled with { Statuses = [], CanceledById = null, ReasonCode = null, AskedBy = null, CancelDelay = null, MoneyBack = null }))
            {
                all.Add(await CountAsync(any.ToFilter(text, zone.Zone, now), either.Token));
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // What is counted so far stands.
        }

        return [.. all, .. Enumerable.Repeat<long?>(null, lists.Count - all.Count)];
    }

    private async Task<long> CountAsync(OrderFilter filter, CancellationToken cancellationToken)
    {
        var count = await counts.AtOnce(filter, cancellationToken);
        return count.IsAll ? count.Orders : (await counts.Exactly(filter, cancellationToken)).Orders;
    }
}
