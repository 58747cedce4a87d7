using AdminOrders.Core.Storage.Insights;

namespace AdminOrders.Web.Features.Insights;

/// <summary>A number of canceled orders.</summary>
/// <param name="Address">The list of exactly these orders, relative to the base; null: it cannot be asked for them.</param>
public sealed record InsightBar(string Label, long Orders, string? Address);

/// <summary>The same of a period.</summary>
/// <param name="All">How many orders there are, canceled or not; null: they could not be counted in time.</param>
public sealed record PeriodBar(InsightBar Canceled, long? All);

/// <summary>Canceled orders told apart by something.</summary>
/// <param name="More">How many values are left out that have fewer orders than those that are shown.</param>
public sealed record InsightChart(InsightKind Kind, IReadOnlyList<InsightBar> Bars, int More);

/// <summary>All figures of one moment.</summary>
/// <param name="Canceled">The orders that the figures are of.</param>
/// <param name="All">How many orders match what the filters ask of any order, canceled or not; null: they could not be counted in time.</param>
public sealed record InsightsView(
    CancellationInsights Figures, InsightBar Canceled, long? All, PeriodUnit Unit, IReadOnlyList<PeriodBar> Periods, IReadOnlyList<InsightChart> Charts);
