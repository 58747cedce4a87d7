using System.Net;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web;

public sealed class ListOverHttpTests
{
    [Theory]
    [InlineData("en-US", "Status|Order number|Date|Last change|Customer|Qty|Total amount|Origin|Payment|Canceled by|Reason", "Payment approved")]
    [InlineData("es-ES", "Status|ID del pedido|Fecha de creación|Último cambio|Cliente|Cant.|Valor total|Origen|Pago|Cancelado por|Motivo", "Pago aprobado")]
    [InlineData("pt-BR", "Status|Número do Pedido|Data|Última alteração|Cliente|Qtd.|Valor|Origem|Pagamento|Cancelado por|Motivo", "Pagamento aprovado")]
    public async Task The_page_shows_its_columns_and_rows_before_any_script_runs(string language, string columns, string status)
    {
        await using var store = new WebStore();
        var visitor = await store.SignInAsAsync(PredefinedRoles.ReadOnly);
        await Import(store, An.Order("1268540501456-01").Paid());
        visitor.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);

        var page = await visitor.ReadAsync("/orders");
        Assert.Equal(columns.Split('|'), page.QuerySelectorAll("[role=columnheader]").Select(column => column.TextContent.Trim()));
        var row = Assert.Single(page.QuerySelectorAll("tbody [role=row]"));
        Assert.Equal("1268540501456-01", row.QuerySelector("a")!.TextContent);
        Assert.Equal(status, row.QuerySelector(".status-label")!.TextContent);
        Assert.Equal("descending", page.QuerySelector("[aria-sort]")!.GetAttribute("aria-sort"));
    }

    [Fact]
    public async Task What_was_searched_for_is_nowhere_in_the_address()
    {
        await using var store = new WebStore();
        var visitor = await store.SignInAsAsync(PredefinedRoles.ReadOnly);
        await Import(store, An.Order("1268540501456-01").Paid());
        using var answer = await visitor.PostAsync("/orders/search", await Fields(visitor, "jose silva", "status=payment-approved&cursor=abc"));

        var address = answer.Headers.Location!.OriginalString;
        Assert.Matches("^/orders\\?status=payment-approved&view=[0-9a-f]{32}$", address);
        var page = await visitor.ReadAsync(address);
        Assert.Equal("jose silva", page.QuerySelector("input[type=search]")!.GetAttribute("value"));
        Assert.DoesNotContain(page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")), link => link!.Contains("silva", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("All orders", "/orders")]
    [InlineData("todos os pedidos", "/orders")]
    [InlineData("  ", "/orders")]
    public async Task The_name_of_a_page_leads_there(string text, string address)
    {
        await using var store = new WebStore();
        var visitor = await store.SignInAsAsync(PredefinedRoles.ReadOnly);
        using var answer = await visitor.PostAsync("/orders/search", await Fields(visitor, text, ""));
        Assert.Equal(address, answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_forged_or_endless_search_is_refused()
    {
        await using var store = new WebStore();
        var visitor = await store.SignInAsAsync(PredefinedRoles.ReadOnly);
        using var forged = await visitor.PostAsync("/orders/search", new Dictionary<string, string> { ["text"] = "silva" });
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        using var endless = await visitor.PostAsync("/orders/search", await Fields(visitor, new string('x', 201), ""));
        Assert.Equal(HttpStatusCode.BadRequest, endless.StatusCode);
    }

    [Fact]
    public async Task An_empty_store_says_how_orders_come_into_it_and_an_empty_result_how_to_see_more()
    {
        await using var store = new WebStore();
        var visitor = await store.SignInAsAsync(PredefinedRoles.Owner);
        Assert.Equal("No orders yet", (await visitor.ReadAsync("/orders")).QuerySelector(".empty h2")!.TextContent);

        await Import(store, An.Order("1268540501456-01").Paid());
        var page = await visitor.ReadAsync("/orders?status=invoiced");
        Assert.Equal("No order matches", page.QuerySelector(".empty h2")!.TextContent);
        Assert.Equal("orders", page.QuerySelector(".empty a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_search_that_is_not_kept_any_more_shows_no_rows_that_nobody_asked_for()
    {
        await using var store = new WebStore();
        var visitor = await store.SignInAsAsync(PredefinedRoles.ReadOnly);
        await Import(store, An.Order("1268540501456-01").Paid());
        var page = await visitor.ReadAsync("/orders?view=ffffffffffffffffffffffffffffffff");
        Assert.Equal("This search is not kept any more", page.QuerySelector(".empty h2")!.TextContent);
    }

    [Fact]
    public async Task Who_may_not_list_orders_gets_neither_list_nor_search()
    {
        await using var store = new WebStore();
        var visitor = await store.SignInAsAsync(PredefinedRoles.ReadOnly);
        var fields = await Fields(visitor, "silva", "");
        await using (var scope = store.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<OrdersDb>();
            db.RoleClaims.RemoveRange(db.RoleClaims.Where(claim => claim.ClaimValue == Core.Orders.Resource.ListOrders));
            await db.SaveChangesAsync();
        }

        await visitor.ReadAsync("/orders", HttpStatusCode.Forbidden);
        using var search = await visitor.PostAsync("/orders/search", fields);
        Assert.Equal(HttpStatusCode.Forbidden, search.StatusCode);
    }

    private static Task<Answer> Import(WebStore store, OrderBuilder order) =>
        store.Services.GetRequiredService<OrderWorkflow>().Send(
            new OrderRequest("1268540501456-01", new Core.Orders.RecordImportedState(order.AsImported()), Core.Orders.Actor.System));

    // Every page of somebody who is signed in has the form that signs out, and in it the token that posts need.
    private static async Task<Dictionary<string, string>> Fields(WebVisitor visitor, string text, string list)
    {
        var page = await visitor.ReadAsync("/orders");
        var token = page.QuerySelectorAll("input[name=__RequestVerificationToken]").OfType<IHtmlInputElement>().First().Value;
        return new() { ["text"] = text, ["list"] = list, ["__RequestVerificationToken"] = token };
    }
}
