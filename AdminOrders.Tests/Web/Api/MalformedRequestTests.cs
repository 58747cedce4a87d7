using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;
using AdminOrders.Tests.Web.Api.Calls;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Tests.Web.Api;

/// <summary>Twenty thousand requests of clients that are broken, or of somebody who tries the door.</summary>
public sealed class MalformedRequestTests
{
    private const int Requests = 20_000;
    private const int Senders = 8;

    [Fact]
    public async Task No_malformed_request_breaks_anything_changes_anything_or_is_repeated_to_its_sender()
    {
        string[] orders = ["1-01", "2-01", "3-01", "4-01"];
        await using var api = await ServedStore.Open(
            Engine.Sqlite, [("Api:RequestsPerMinute", "0")],
            An.Order(orders[0]).InWindow(), An.Order(orders[1]).Ready(), An.Order(orders[2]).Handling(), An.Order(orders[3]).Handling().AskedBy(Side.Customer));
        var before = await StateAsync(api);
        var seen = new ConcurrentDictionary<(string Kind, HttpStatusCode Status), int>();

        await Task.WhenAll(Enumerable.Range(0, Senders).Select(seed => SendAsync(api, new MalformedRequests(seed, orders), seen)));

        Assert.Equal(Requests, seen.Values.Sum());
        Assert.Equal(before, await StateAsync(api));
        await api.AssertIntact();
        Assert.Superset(
            new HashSet<HttpStatusCode>(
            [
                HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized, HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed,
                HttpStatusCode.PreconditionFailed, HttpStatusCode.UnsupportedMediaType,
            ]),
            seen.Keys.Select(answer => answer.Status).ToHashSet());
    }

    private static async Task SendAsync(ServedStore api, MalformedRequests malformed, ConcurrentDictionary<(string, HttpStatusCode), int> seen)
    {
        using var erp = await api.Erp();
        for (var sent = 0; sent < Requests / Senders; sent++)
        {
            var (kind, request) = malformed.Next();
            using (request)
            {
                using var answer = await erp.SendAsync(request);
                await AssertRefusedAsync(kind, request, answer);
                seen.AddOrUpdate((kind, answer.StatusCode), 1, (_, count) => count + 1);
            }
        }
    }

    private static async Task AssertRefusedAsync(string kind, HttpRequestMessage request, HttpResponseMessage answer)
    {
        var said = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode is >= 400 and < 500, $"{kind}: {request.Method} {request.RequestUri} was answered {(int)answer.StatusCode} {said}");
        Assert.DoesNotContain(MalformedRequests.Secret, said, StringComparison.Ordinal);
        Assert.DoesNotContain(MalformedRequests.Secret, answer.Headers.ToString(), StringComparison.Ordinal);
        if (said.Length == 0)
        {
            // The server itself refuses an address that is none, before anybody is asked.
            Assert.Equal((HttpStatusCode.BadRequest, true), (answer.StatusCode, request.RequestUri!.OriginalString.Contains("%00", StringComparison.Ordinal)));
            return;
        }

        using var json = JsonDocument.Parse(said);
        Assert.NotEmpty(json.RootElement.GetProperty("error").GetProperty("code").GetString()!);
    }

    private static async Task<string> StateAsync(ServedStore api)
    {
        await using var db = api.Read();
        var orders = await db.Orders.AsNoTracking().OrderBy(order => order.Key).ToListAsync();
        var state = orders.Select(order => $"{order.OrderId} {order.Status} {order.Version} {order.HistoryCount} {Convert.ToHexString(order.LastHash)}");
        return string.Join('\n', [.. state, $"{await db.History.CountAsync()} rows of history, {await db.Deliveries.CountAsync()} deliveries"]);
    }
}
