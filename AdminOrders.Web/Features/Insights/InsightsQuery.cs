using AdminOrders.Web.Features.Orders.List;
using AdminOrders.Web.Ui;

namespace AdminOrders.Web.Features.Insights;

/// <summary>What an address says about figures: the filters of the list, without those that a canceled order cannot meet, and without an order of rows or a place.</summary>
public sealed record InsightsQuery : IRowsQuery<InsightsQuery>
{
    private const string Path = "insights";

    private InsightsQuery(OrderListQuery list) => List = list;

    /// <summary>The filters.</summary>
    public OrderListQuery List { get; }

    /// <inheritdoc/>
    public string Address => List.Address;

    /// <inheritdoc/>
    public InsightsQuery WithoutPanel => this;

    /// <inheritdoc/>
    public static bool IsAddressed(string address) => address.Split('?', '#')[0] == Path;

    /// <inheritdoc/>
    public static InsightsQuery Parse(string uri) => new(OrderListQuery.Parse(uri) with
    {
        Page = Path,
        Statuses = [],
        OnlyOpenRequests = false,
        SavedId = null,
        Sort = default,
        Ascending = false,
        At = null,
        Cursor = null,
    });
}
