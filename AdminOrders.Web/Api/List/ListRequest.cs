using AdminOrders.Core.Storage;
using AdminOrders.Web.Api.Access;

namespace AdminOrders.Web.Api.List;

/// <summary>What a list is asked for.</summary>
/// <param name="Page">Its number, from 1; beside a cursor it is only repeated.</param>
/// <param name="After">Where the page before ended; null: the number counts.</param>
internal sealed record ListRequest(OrderFilter Filter, int Page, int PerPage, OrderPlace? After)
{
    private const int DefaultPerPage = 15;
    private const int MostPerPage = 100;

    /// <exception cref="Errors.ApiRefusedException">400 for the first parameter that is not what it must be.</exception>
    public static ListRequest Read(ListParameters parameters, ApiCaller caller, DateTimeOffset now)
    {
        var filter = ListFilter.Read(parameters, caller, now);
        var (page, perPage) = (parameters.Number("page", 1, int.MaxValue), parameters.Number("per_page", DefaultPerPage, MostPerPage));
        return new(filter, page, perPage, parameters.Text("after") is { } cursor ? PlaceOf(cursor, filter) : null);
    }

    public Task<OrderEntries> Read(OrderPages pages, CancellationToken cancellationToken) => After is null
        ? pages.Numbered(Filter, Page, PerPage, cancellationToken)
        : pages.After(Filter, After, PerPage, cancellationToken);

    private static OrderPlace PlaceOf(string cursor, OrderFilter filter) => OrderPages.PlaceOf(cursor, filter)
        ?? throw ListParameters.Invalid("after", "It must be the cursor of the header Link of an answer with the same orderBy.");
}
