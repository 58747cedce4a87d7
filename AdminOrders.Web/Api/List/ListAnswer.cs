using System.Buffers;
using System.Globalization;
using System.Text.Json;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Api.Orders;
using Microsoft.AspNetCore.Http.Extensions;

namespace AdminOrders.Web.Api.List;

/// <summary>The frame around the rows: paging, sums, and where the list goes on.</summary>
internal static class ListAnswer
{
    private const int ExpectedLength = 1024;

    /// <summary>Writes the answer and its header Link; <paramref name="writeRows"/> writes <c>list</c>, an array.</summary>
    public static async Task Write(HttpContext context, ListRequest asked, string? following, OrderTotals totals, Action<PooledBytes> writeRows)
    {
        if (following is { } next)
        {
            context.Response.Headers.Link = $"<{context.Request.PathBase}{context.Request.Path}{Following(context.Request, asked, next)}>; rel=\"next\"";
        }

        using var answer = new PooledBytes(ExpectedLength + (asked.PerPage * ListedOrder.ExpectedLength));
        answer.Write("{\"list\":"u8);
        writeRows(answer);
        WritePaging(answer, asked, totals.Total);
        WriteStats(answer, totals);
        if (HttpMethods.IsPost(context.Request.Method))
        {
            answer.WriteNumber(",\"reportRecordsLimit\":"u8, totals.Total);
        }

        answer.Write("}"u8);
        await OrderAnswers.SendAsync(context, answer);
    }

    // The same request with the cursor; a filter that was sent in a body is sent there again.
    private static QueryString Following(HttpRequest request, ListRequest asked, string next)
    {
        var query = new QueryBuilder(request.Query.Where(sent => sent.Key is not ("after" or "page")));
        query.Add("page", (asked.Page + 1L).ToString(CultureInfo.InvariantCulture));
        query.Add("after", next);
        return query.ToQueryString();
    }

    private static void WritePaging(PooledBytes json, ListRequest asked, long total)
    {
        json.WriteNumber(",\"facets\":[],\"paging\":{\"total\":"u8, total);
        json.WriteNumber(",\"pages\":"u8, (total + asked.PerPage - 1) / asked.PerPage);
        json.WriteNumber(",\"currentPage\":"u8, asked.Page);
        json.WriteNumber(",\"perPage\":"u8, asked.PerPage);
    }

    private static void WriteStats(PooledBytes answer, OrderTotals totals)
    {
        answer.Write("},\"stats\":"u8);
        using var json = new Utf8JsonWriter(answer, OrderAnswers.Writing);
        ListStats.Write(json, totals.Rows);
    }
}
