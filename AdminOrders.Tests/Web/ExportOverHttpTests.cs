using System.Globalization;
using System.Net;
using System.Text;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Export;
using AdminOrders.Tests.Storage.Bulk;
using AdminOrders.Tests.Storage.Export;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;
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

        using var answer = await visitor.GetAsync("/export/orders?list=status%3Dhandling&rows=order&column=Order&column=Creation%20Date");

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
        Assert.Equal(("get", "export/orders"), (form.GetAttribute("method"), form.GetAttribute("action")));
        Assert.Equal("status=payment-approved", form.QuerySelector("[name=list]")!.GetAttribute("value"));
        Assert.Equal("1 order, as the list shows it now", form.QuerySelector(".export-count")!.TextContent);
        Assert.Contains(form.QuerySelectorAll("[name=column]"), column => column.GetAttribute("value") == "Cancellation Reason");
    }

    [Fact]
    public async Task Nobody_gets_a_file_without_signing_in_and_a_search_that_is_gone_is_not_all_orders()
    {
        await using var store = new WebStore();
        await Import(store, An.Order("1111111111111-01").Paid());
        using var stranger = await store.Visit().GetAsync("/export/orders");
        Assert.Equal(HttpStatusCode.Found, stranger.StatusCode);

        var visitor = await store.SignInAsAsync(PredefinedRoles.ReadOnly);
        using var gone = await visitor.GetAsync("/export/orders?list=view%3D0123456789abcdef0123456789abcdef");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task A_workbook_is_loaded_down_while_it_is_written_and_is_on_record()
    {
        await using var store = new WebStore { Clock = new ManualClock() };
        var visitor = await store.SignInAsAsync(PredefinedRoles.ReadOnly);
        await Import(store, An.Order("1111111111111-01").Paid());
        var id = PastExports.NewId();

        using var answer = await visitor.GetAsync($"/export/orders?format=xlsx&rows=order&column=Order&column=Total%20Value&list=date%3Dtoday&id={id}");

        Assert.Equal("attachment; filename=orders-2026-03-02-1200.xlsx", answer.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", answer.Content.Headers.ContentType!.ToString());
        var sheet = Assert.Single(ExportedRows.ReadBook(new MemoryStream(await answer.Content.ReadAsByteArrayAsync())));
        Assert.Equal(["Order|Total Value", "1111111111111-01|100.00"], sheet.Select(row => string.Join('|', row)));
        var page = await visitor.ReadAsync("/exports");
        var row = Assert.Single(page.QuerySelectorAll("tr[data-export]"));
        Assert.Equal((id, "Sent"), (row.GetAttribute("data-export"), row.GetAttribute("data-state")));
        // What was today then is a day now.
        Assert.Equal("3/2/2026 – 3/2/2026", row.QuerySelector(".cell-id")!.TextContent.Trim());
        Assert.Contains("2 columns · UTC", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_kept_is_for_who_had_it_written_alone_and_only_while_they_may()
    {
        await using var store = new WebStore();
        await Import(store, An.Order("1111111111111-01").Paid());
        var (visitor, other) = (await store.SignInAsAsync(PredefinedRoles.ReadOnly), await store.SignInAsAsync(PredefinedRoles.Owner));
        var id = await Begin(store, await ActorOf(store, PredefinedRoles.ReadOnly));
        await BulkRoom.Until(async () => (await visitor.ReadAsync("/exports")).QuerySelector($"tr[data-export='{id}'][data-state=Done]") is not null);

        using var file = await visitor.GetAsync($"/exports/{id}/file");
        using var others = await other.GetAsync($"/exports/{id}/file");
        using var none = await visitor.GetAsync($"/exports/{PastExports.NewId()}/file");
        using var stranger = await store.Visit().GetAsync($"/exports/{id}/file");

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.Found),
            (file.StatusCode, others.StatusCode, none.StatusCode, stranger.StatusCode));
        Assert.True(file.Headers.CacheControl!.NoStore);
        Assert.EndsWith("1111111111111-01\r\n", await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty((await other.ReadAsync("/exports")).QuerySelectorAll("tr[data-export]"));
        var seen = Assert.Single((await other.ReadAsync("/exports?of=everybody")).QuerySelectorAll("tr[data-export]"));
        Assert.Empty(seen.QuerySelectorAll("a, button"));
        Assert.Empty((await visitor.ReadAsync("/exports?of=everybody")).QuerySelectorAll("nav a[href*=everybody]"));

        await using (var db = await store.Services.GetRequiredService<IDbContextFactory<OrdersDb>>().CreateDbContextAsync())
        {
            await db.RoleClaims.Where(claim => claim.ClaimValue == Resource.ListOrders).ExecuteDeleteAsync();
        }

        using var refused = await visitor.GetAsync($"/exports/{id}/file");
        Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
    }

    [Theory]
    [InlineData("/exports?before=nonsense&of=someone")]
    [InlineData("/exports?before=999999999999999999999999")]
    [InlineData("/exports?before=0")]
    public async Task An_address_that_says_nothing_shows_what_there_is(string address)
    {
        await using var store = new WebStore();
        var visitor = await store.SignInAsAsync(PredefinedRoles.ReadOnly);

        Assert.Equal("Nothing has been exported yet", (await visitor.ReadAsync(address)).QuerySelector(".empty h2")!.TextContent);
    }

    private static async Task<string> Begin(WebStore store, Actor actor)
    {
        var request = new ExportRequest(new OrderFilter(), ExportRows.PerOrder, TimeZoneInfo.Utc, CultureInfo.GetCultureInfo("en-US")) { Columns = new HashSet<string> { "Order" } };
        return (await store.Services.GetRequiredService<PastExports>().Begin(new("", null, request), actor))!;
    }

    private static async Task<Actor> ActorOf(WebStore store, string role)
    {
        await using var db = await store.Services.GetRequiredService<IDbContextFactory<OrdersDb>>().CreateDbContextAsync();
        var user = await db.UserRoles.Where(link => db.Roles.Any(known => known.Id == link.RoleId && known.Name == role)).Select(link => link.UserId).SingleAsync();
        return (await store.Services.GetRequiredService<ActorReader>().Find("user:" + user))!;
    }

    private static Task<Answer> Import(WebStore store, OrderBuilder order) =>
        store.Services.GetRequiredService<OrderWorkflow>().Send(new(order.Build().OrderId, new RecordImportedState(order.AsImported()), Actor.System));
}
