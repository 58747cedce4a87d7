using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Features.Orders.Dialogs;
using AdminOrders.Web.Ui;

namespace AdminOrders.Web.Features.Requests;

/// <summary>All that the queue shows at one moment.</summary>
/// <param name="Address">The queue's address without a dialog: what these rows answer.</param>
/// <param name="Filter">The same as the reader of the store understands it.</param>
/// <param name="Reader">Who looks.</param>
public sealed record RequestScreen(
    string Address, RequestFilter Filter, Actor Reader, IReadOnlyList<RequestItem> Items, string? Next, string? Previous, RequestChoices Choices,
    IReadOnlyList<CancellationReasonView> Reasons) : IRowsScreen
{
    /// <summary>The people whom refusals name.</summary>
    public KnownColleagues Colleagues { get; init; } = KnownColleagues.None;

    /// <summary>Orders that belong on this page and came after it was read.</summary>
    public IReadOnlyList<long> Arrived { get; init; } = [];

    /// <summary>The keys of the rows that wait for an answer, in their order.</summary>
    public IReadOnlyList<long> Open => [.. Items.Where(item => !item.IsAnswered).Select(item => item.Order.Key)];

    /// <summary>The row of that order; null: it is not on the page.</summary>
    public RequestItem? this[string? orderId] => Items.FirstOrDefault(item => item.Order.OrderId == orderId);
}
