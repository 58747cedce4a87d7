using System.Text.Json;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web.Api.Orders;

/// <summary>The list, the detail and the page say the same of an order at every moment.</summary>
public sealed class OneTruthTests
{
    private const string Id = "1000000000001-01";

    [Theory]
    [EveryEngine]
    public async Task List_detail_and_page_are_equal_at_each_step_of_a_cancellation(Engine engine)
    {
        await using var api = await ApiStore.Open(engine);
        using var erp = await api.AsErp();
        await api.Import(An.Order().Handling().AsImported());
        await AssertEqual(api, erp);

        foreach (var command in Steps())
        {
            Assert.IsType<Accepted>((await api.Workflow.Send(new(Id, command, Actors.Operator))).Decision);
            await AssertEqual(api, erp);
        }
    }

    private static IEnumerable<OrderCommand> Steps()
    {
        var (first, second) = (new string('a', 32), new string('b', 32));
        return
        [
            new ChangeItems([new ItemQuantity(0, 1)], "Out of stock"),
            new Cancel(first, Side.Customer, new Reason(null, "Bought twice")),
            new Decline(first, "packed", ""),
            new Cancel(second, Side.Store, new Reason(null, "Cannot deliver")),
            new ConfirmCancellation(second),
        ];
    }

    private static async Task AssertEqual(ApiStore api, HttpClient erp)
    {
        using var list = await Json(erp, "/api/oms/pvt/orders");
        using var answer = await Json(erp, "/api/oms/pvt/orders/" + Id);
        var (listed, detail) = (Assert.Single(list.RootElement.GetProperty("list").EnumerateArray()), answer.RootElement);
        foreach (var (inList, inDetail) in new[]
        {
            ("status", "status"), ("statusDescription", "statusDescription"), ("totalValue", "value"), ("orderIsComplete", "isCompleted"),
            ("workflowInErrorState", "workflowIsInError"), ("authorizedDate", "authorizedDate"), ("creationDate", "creationDate"), ("sequence", "sequence"),
        })
        {
            Assert.Equal(detail.GetProperty(inDetail).ToString(), listed.GetProperty(inList).ToString());
        }

        var page = (await api.Services.GetRequiredService<OrderDetails>().Get(Id))!;
        Assert.Equal(page.Facts.Status, detail.GetProperty("status").GetString());
        Assert.Equal(page.Facts.Value, detail.GetProperty("value").GetInt64());
        Assert.Equal(page.Description.LastChangeAt, detail.GetProperty("lastChange").GetDateTimeOffset());
        Assert.Equal(page.Facts.Cancellation?.At, Instant(detail.GetProperty("cancellationData"), page.Facts.Cancellation is not null));
        Assert.Equal(page.Facts.Items.Sum(item => item.Quantity - item.RemovedQuantity), listed.GetProperty("totalItems").GetInt32());
    }

    private static DateTimeOffset? Instant(JsonElement cancellation, bool isCanceled) =>
        isCanceled ? cancellation.GetProperty("CancellationDate").GetDateTimeOffset() : null;

    private static async Task<JsonDocument> Json(HttpClient client, string address) =>
        JsonDocument.Parse(await client.GetStringAsync(new Uri(address, UriKind.Relative)));
}
