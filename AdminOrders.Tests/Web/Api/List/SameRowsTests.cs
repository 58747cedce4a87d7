using AdminOrders.Core.Storage;
using AdminOrders.Tests.Storage.Export;
using AdminOrders.Tests.Support;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web.Api.List;

/// <summary>The list of the pages, the list of the API and the file of an export are three ways to see the same orders, in the same order.</summary>
public sealed class SameRowsTests
{
    private const int Orders = 48;

    private static readonly (string Page, string Api)[] Sorts =
    [
        ("", "creationDate,desc"), ("dir=asc", "creationDate,asc"), ("sort=value", "totalValue,desc"), ("sort=value&dir=asc", "totalValue,asc"),
        ("sort=orderId", "orderId,desc"), ("sort=units&dir=asc", "items,asc"), ("sort=origin", "origin,desc"),
    ];

    [Theory]
    [EveryEngine]
    public async Task Pages_the_API_and_exports_show_the_same_orders_under_sixty_filters_and_more(Engine engine)
    {
        await using var store = await ListStore.Open(engine, Orders);
        var visitor = await store.Api.Web.SignInAsAsync(PredefinedRoles.ReadOnly);
        var views = store.Api.Services.GetRequiredService<OrderViewStore>();
        var (joao, buyer) = (await views.Save("joao"), await views.Save("buyer+17@example.com"));
        (string Page, string Api)[] filters =
        [
            ("", ""), ("status=handling", "f_status=handling"), ("status=invoiced&status=canceled", "f_status=invoiced,canceled"), ("sku=sku3", "sku_Ids=sku3"),
            ($"view={joao}", "q=joao"), ($"view={buyer}", "q=buyer%2B17@example.com"), ($"status=handling&view={joao}", "f_status=handling&q=joao"),
            (Days("2026-01-29", "2026-02-04"), Instants("2026-01-29", "2026-02-04")), ("status=handling&sku=sku1", "f_status=handling&sku_Ids=sku1"),
            ($"{Days("2026-02-02", "2026-02-10")}&status=ready-for-handling", $"{Instants("2026-02-02", "2026-02-10")}&f_status=ready-for-handling"),
        ];
        Assert.True(filters.Length * Sorts.Length >= 60);
        var (found, empty) = (0, 0);
        foreach (var (filter, sort) in filters.SelectMany(filter => Sorts, (filter, sort) => (filter, sort)))
        {
            var query = string.Join('&', new[] { filter.Page, sort.Page }.Where(part => part.Length > 0));
            var list = await Shown(visitor, query);

            Assert.Equal((query, string.Join(' ', list)), (query, string.Join(' ', await Answered(store, $"{filter.Api}&orderBy={sort.Api}"))));
            Assert.Equal((query, string.Join(' ', list)), (query, string.Join(' ', await Exported(visitor, query))));
            (found, empty) = (found + list.Count, empty + (list.Count == 0 ? 1 : 0));
        }

        Assert.True(found > 500 && empty < 30, $"{found} rows, {empty} filters that find nothing");
    }

    private static string Days(string from, string to) => $"date=custom&from={from}&to={to}";

    private static string Instants(string from, string to) => $"f_creationDate={Uri.EscapeDataString($"creationDate:[{from}T00:00:00.000Z TO {to}T23:59:59.999Z]")}";

    private static async Task<List<string>> Shown(WebVisitor visitor, string query)
    {
        var page = await visitor.ReadAsync("/orders?" + query);
        return [.. page.QuerySelectorAll("tr[data-order]").OfType<IHtmlTableRowElement>().Select(row => row.GetAttribute("data-order")!)];
    }

    private static async Task<List<string>> Answered(ListStore store, string query)
    {
        using var answer = await store.Get($"{query.TrimStart('&')}&per_page=100");
        return [.. answer.RootElement.GetProperty("list").EnumerateArray().Select(row => row.GetProperty("orderId").GetString()!)];
    }

    private static async Task<IEnumerable<string>> Exported(WebVisitor visitor, string query)
    {
        using var answer = await visitor.GetAsync($"/export/orders?rows=order&column=Order&list={Uri.EscapeDataString(query)}");
        answer.EnsureSuccessStatusCode();
        return (await ExportedRows.Read(await answer.Content.ReadAsStreamAsync())).Select(row => row["Order"]);
    }
}
