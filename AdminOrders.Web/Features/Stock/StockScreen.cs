using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage.Stock;
using AdminOrders.Web.Ui;

namespace AdminOrders.Web.Features.Stock;

/// <summary>A row of the page.</summary>
/// <param name="Changes">How often it has become another while it was shown.</param>
public sealed record StockLine(StockLevel Level, int Changes = 0);

/// <summary>All that the page shows at one moment.</summary>
/// <param name="Query">What these rows answer, without what is open over them.</param>
/// <param name="Reader">Who looks.</param>
/// <param name="MayCount">Whether the reader may enter counts.</param>
/// <param name="ToCount">How many levels of all have to be counted again.</param>
/// <param name="Arrived">How many belong on this page and came after it was read.</param>
public sealed record StockScreen(
    StockQuery Query, Actor Reader, bool MayCount, IReadOnlyList<StockLine> Lines, string? Next, string? Previous, IReadOnlyList<string> Warehouses, int ToCount, int Arrived = 0) : IRowsScreen
{
    /// <inheritdoc/>
    public string Address => Query.Address;
}
