using System.Net;
using System.Text;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web;

public sealed class ExportOverHttpTests
{
    [Fact]
    public async Task The_file_holds_what_the_list_shows_under_a_name_with_the_time()
    {
        await using var store = new WebStore { Clock = new ManualClock() };
        var visitor = await store.SignInAsAsync(PredefinedRoles.ReadOnly);
        await Import(store, An.Order("1111111111111-01").Paid());
        await Import(store, An.Order("2222222222222-01").Handling());
        visitor.Client.DefaultRequestHeaders.Add("Cookie", "tz=America/Sao_Paulo");

        using var answer = await visitor.GetAsync("/export/orders.csv?list=status%3Dhandling&rows=order&column=Order&column=Creation%20Date");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/csv; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment; filename=orders-2026-03-02-0900.csv", answer.Content.Headers.ContentDisposition!.ToString());
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal(
            "\uFEFFOrder,Creation Date (America/Sao_Paulo)\r\n2222222222222-01,2026-03-02 08:00:00\r\n",
            Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync()));
    }

    [Fact]
    public async Task The_dialog_sends_the_lists_own_filters_and_offers_what_its_reader_may_have()
    {
        await using var store = new WebStore();
        var visitor = await store.SignInAsAsync(PredefinedRoles.ReadOnly);
        await Import(store, An.Order("1111111111111-01").Paid());

        var page = await visitor.ReadAsync("/orders?status=payment-approved&panel=export");

        var form = page.QuerySelector("#export-form")!;
        Assert.Equal(("get", "export/orders.csv"), (form.GetAttribute("method"), form.GetAttribute("action")));
        Assert.Equal("status=payment-approved", form.QuerySelector("[name=list]")!.GetAttribute("value"));
        Assert.Equal("1 order, as the list shows it now", form.QuerySelector(".export-count")!.TextContent);
        Assert.Contains(form.QuerySelectorAll("[name=column]"), column => column.GetAttribute("value") == "Cancellation Reason");
    }

    [Fact]
    public async Task Nobody_gets_a_file_without_signing_in_and_a_search_that_is_gone_is_not_all_orders()
    {
        await using var store = new WebStore();
        await Import(store, An.Order("1111111111111-01").Paid());
        using var stranger = await store.Visit().GetAsync("/export/orders.csv");
        Assert.Equal(HttpStatusCode.Found, stranger.StatusCode);

        var visitor = await store.SignInAsAsync(PredefinedRoles.ReadOnly);
        using var gone = await visitor.GetAsync("/export/orders.csv?list=view%3D0123456789abcdef0123456789abcdef");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    private static Task<Answer> Import(WebStore store, OrderBuilder order) =>
        store.Services.GetRequiredService<OrderWorkflow>().Send(new(order.Build().OrderId, new RecordImportedState(order.AsImported()), Actor.System));
}
