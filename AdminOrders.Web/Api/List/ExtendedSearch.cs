using System.Text.Json;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Api.Access;
using AdminOrders.Web.Api.Orders;

namespace AdminOrders.Web.Api.List;

/// <summary>POST /api/orders/extendsearch/orders: the same list with the filter in the body and much more of each order.</summary>
internal static class ExtendedSearch
{
    private static readonly string[] Places = ["after", "page"];

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/orders/extendsearch/orders", Handle).Needs(Resource.ListOrders, Resource.OrdersFullAccess);

    private static async Task Handle(
        HttpContext context, ApiCaller caller, JsonBody<Dictionary<string, JsonElement>> body, OrderPages pages, OrderCounts counts, TimeProvider time)
    {
        var parameters = new ListParameters(WithCursor(body.Value ?? [], context.Request.Query));
        var asked = ListRequest.Read(parameters, caller, time.GetUtcNow());
        var cancellationToken = context.RequestAborted;
        var totals = await counts.Of(asked.Filter, cancellationToken);
        var page = await asked.Read(pages, cancellationToken);
        var extras = await pages.Extras([.. page.Rows.Select(row => row.Key)], cancellationToken);
        await ListAnswer.Write(context, asked, page.Next, totals, answer => WriteRows(answer, page.Rows, extras, time.GetUtcNow()));
    }

    // The address in the header Link has both, so that the same body can be sent there.
    private static Dictionary<string, JsonElement> WithCursor(Dictionary<string, JsonElement> body, IQueryCollection query)
    {
        foreach (var name in Places.Where(name => query.ContainsKey(name)))
        {
            body[name] = JsonSerializer.SerializeToElement(query[name].ToString());
        }

        return body;
    }

    private static void WriteRows(PooledBytes answer, IReadOnlyList<OrderEntry> rows, IReadOnlyDictionary<long, OrderExtras> extras, DateTimeOffset now)
    {
        using var json = new Utf8JsonWriter(answer, OrderAnswers.Writing);
        json.WriteStartArray();
        // A store that was replaced in between has no such order any more.
        foreach (var row in rows.Where(row => extras.ContainsKey(row.Key)))
        {
            new ExtendedOrder(json, row, extras[row.Key]).Write(now);
        }

        json.WriteEndArray();
    }
}
