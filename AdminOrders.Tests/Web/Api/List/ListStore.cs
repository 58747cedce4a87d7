using System.Text.Json;
using AdminOrders.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web.Api.List;

/// <summary>A store with orders that the test knows, and a key that may list them.</summary>
internal sealed class ListStore : IAsyncDisposable
{
    private ListStore(ApiStore api, HttpClient client, IReadOnlyList<Listed> orders) => (Api, Client, Orders) = (api, client, orders);

    public ApiStore Api { get; }

    public HttpClient Client { get; }

    public IReadOnlyList<Listed> Orders { get; }

    /// <summary>The day of the host, in UTC.</summary>
    public static DateTime Today => TimeProvider.System.GetUtcNow().UtcDateTime.Date;

    public static async Task<ListStore> Open(Engine engine, int count)
    {
        var api = await ApiStore.Open(engine);
        // What the test knows of its orders has to stay true, some of which are due, however long it takes.
        await api.HoldTimers();
        var orders = ListedDocuments.Make(count, seed: 11);
        await Task.WhenAll(orders.Select(order => api.Import(order.Order)));
        return new(api, await api.AsErp(), orders);
    }

    public async Task<JsonDocument> Get(string query)
    {
        using var response = await Client.GetAsync($"/api/oms/pvt/orders?{query}");
        response.EnsureSuccessStatusCode();
        return await ListOrdersTests.Json(response);
    }

    /// <summary>As the list should show them; ties by the key, which is the place in the import.</summary>
    public IEnumerable<Listed> Sorted(string by, bool ascending)
    {
        var keys = Keys();
        var sorted = by switch
        {
            "orderId" => Orders.OrderBy(order => order.Id, StringComparer.Ordinal),
            "items" => Orders.OrderBy(order => order.Units).ThenBy(order => keys[order.Id]),
            "totalValue" => Orders.OrderBy(order => order.Facts.Value).ThenBy(order => keys[order.Id]),
            "origin" => Orders.OrderBy(order => order.Order.Description.Origin, StringComparer.Ordinal).ThenBy(order => order.Facts.CreatedAt).ThenBy(order => keys[order.Id]),
            _ => Orders.OrderBy(order => order.Facts.CreatedAt).ThenBy(order => keys[order.Id]),
        };
        return ascending ? sorted : sorted.Reverse();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Api.DisposeAsync();
    }

    private Dictionary<string, long> Keys()
    {
        using var db = Api.Services.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<Core.Storage.OrdersDb>>().CreateDbContext();
        return db.Orders.ToDictionary(order => order.OrderId, order => order.Key);
    }
}
