using System.Globalization;
using System.Text.Json;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Api.Orders;
using Microsoft.AspNetCore.Http.Extensions;

namespace AdminOrders.Web.Api.List;

/// <summary>The frame around the rows: paging, sums, and where the list goes on.</summary>
internal static class ListAnswer
{
    /// <summary>Writes the answer and its header Link; <paramref name="writeRows"/> writes <c>list</c>, an array.</summary>
    public static Task Write(HttpContext context, ListRequest asked, string? following, OrderTotals totals, Action<Utf8JsonWriter> writeRows)
    {
        if (following is { } next)
        {
            context.Response.Headers.Link = $"<{context.Request.PathBase}{context.Request.Path}{Following(context.Request, asked, next)}>; rel=\"next\"";
        }

        return OrderAnswers.WriteJsonAsync(context, json =>
        {
            json.WriteStartObject();
            json.WritePropertyName("list"u8);
            writeRows(json);
            json.WriteStartArray("facets"u8);
            json.WriteEndArray();
            WritePaging(json, asked, totals.Total);
            ListStats.Write(json, totals.Rows);
            if (HttpMethods.IsPost(context.Request.Method))
            {
                json.WriteNumber("reportRecordsLimit"u8, totals.Total);
            }

            json.WriteEndObject();
        });
    }

    // The same request with the cursor; a filter that was sent in a body is sent there again.
    private static QueryString Following(HttpRequest request, ListRequest asked, string next)
    {
        var query = new QueryBuilder(request.Query.Where(sent => sent.Key is not ("after" or "page")));
        query.Add("page", (asked.Page + 1L).ToString(CultureInfo.InvariantCulture));
        query.Add("after", next);
        return query.ToQueryString();
    }

    private static void WritePaging(Utf8JsonWriter json, ListRequest asked, long total)
    {
        json.WriteStartObject("paging"u8);
        json.WriteNumber("total"u8, total);
        json.WriteNumber("pages"u8, (total + asked.PerPage - 1) / asked.PerPage);
        json.WriteNumber("currentPage"u8, asked.Page);
        json.WriteNumber("perPage"u8, asked.PerPage);
        json.WriteEndObject();
    }
}
