using System.Data.Common;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Verification;
using AdminOrders.Tests.Support;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web.Api.Calls;

/// <summary>The API behind a real port, on a store of its own, with a clock that stands still until a test moves it.</summary>
internal sealed class ServedStore : IAsyncDisposable
{
    public const string Id = "1000000000001-01";
    public const string Affiliate = "AMZ";
    private readonly ApiStore api;

    private ServedStore(ApiStore api) => this.api = api;

    public ManualClock Clock { get; } = new();

    public IServiceProvider Services => api.Services;

    public OrderWorkflow Workflow => api.Workflow;

    public Uri Address
    {
        get
        {
            var address = new UriBuilder(api.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
            return new($"http://127.0.0.1:{address.Port}");
        }
    }

    /// <summary>A served store with these orders.</summary>
    public static Task<ServedStore> Open(Engine engine, params OrderBuilder[] orders) => Open(engine, [], orders);

    /// <summary>The same with settings of the host.</summary>
    public static async Task<ServedStore> Open(Engine engine, (string Name, string Value)[] settings, params OrderBuilder[] orders)
    {
        var store = new ServedStore(await ApiStore.Open(engine, settings));
        store.api.Web.Clock = store.Clock;
        store.api.Web.UseKestrel(0);
        store.api.Web.StartServer();
        foreach (var order in orders)
        {
            await store.api.Import(order.AsImported());
        }

        return store;
    }

    /// <summary>Brings in an order that a marketplace sold.</summary>
    public Task ImportOf(string affiliate, OrderBuilder order)
    {
        var imported = order.AsImported();
        return api.Import(imported with { Description = imported.Description with { AffiliateId = affiliate } });
    }

    /// <summary>A key of the store that may everything on orders.</summary>
    public async Task<HttpClient> Erp(SecondCall? secondCall = null) =>
        Reaching(await api.AsKey(Side.Store, null, secondCall ?? SecondCall.Default, [.. PredefinedRoles.OrderResources]));

    /// <summary>A key of a marketplace.</summary>
    public async Task<HttpClient> Marketplace(string affiliate = Affiliate) =>
        Reaching(await api.AsKey(Side.Marketplace, affiliate, SecondCall.Immediately, [.. PredefinedRoles.OrderResources]));

    /// <summary>A key of a marketplace with these resources only.</summary>
    public async Task<HttpClient> MarketplaceKey(params string[] resources) => Reaching(await api.AsKey(Side.Marketplace, Affiliate, SecondCall.Default, resources));

    /// <summary>A key of the external seller that fulfils what <see cref="OrderBuilder.FulfilledBySeller"/> says.</summary>
    public async Task<HttpClient> Seller(string sellerId = "seller-2") =>
        Reaching(await api.AsKey(Side.Seller, sellerId, SecondCall.Immediately, Resource.CancelOrder, Resource.NotifyInvoice));

    /// <summary>A key of the store with these resources only.</summary>
    public async Task<HttpClient> Key(params string[] resources) => Reaching(await api.AsKey(resources));

    /// <summary>Somebody without credentials.</summary>
    public HttpClient Nobody() => Reaching(api.AsNobody());

    public async Task<OrderFacts> Facts(string orderId = Id) => await Workflow.Facts(orderId) ?? throw new InvalidOperationException($"{orderId} is not on record.");

    public OrdersDb Read() => api.Services.GetRequiredService<IDbContextFactory<OrdersDb>>().CreateDbContext();

    public async Task<int> CountOf(string kind)
    {
        await using var database = Read();
        return await database.History.CountAsync(row => row.Kind == kind);
    }

    /// <summary>Whoever changes that order waits until this is disposed.</summary>
    public async Task<IAsyncDisposable> Hold(string orderId)
    {
        var source = Services.GetRequiredService<StoreSource>();
        var connection = await source.OpenConnectionAsync();
        var transaction = await connection.BeginTransactionAsync();
        source.LockOrders(transaction, [orderId]);
        return new HeldOrder(connection, transaction);
    }

    /// <summary>Everything that the store promises holds.</summary>
    public async Task AssertIntact()
    {
        var report = await api.Services.GetRequiredService<StoreVerification>().Run();
        Assert.Empty(report.Broken);
    }

    public ValueTask DisposeAsync() => api.DisposeAsync();

    private sealed record HeldOrder(DbConnection Connection, DbTransaction Transaction) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Transaction.DisposeAsync();
            await Connection.DisposeAsync();
        }
    }

    private HttpClient Reaching(HttpClient client)
    {
        client.BaseAddress = Address;
        return client;
    }
}
