using System.Security.Claims;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Api.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web.Api;

/// <summary>The application over HTTP as programs see it, on a store of its own: <c>await using var api = await ApiStore.Open(engine);</c></summary>
internal sealed class ApiStore : IAsyncDisposable
{
    private static readonly Actor Importer = new(Side.System, "import", "Import");
    private readonly TestDatabase database;

    private ApiStore(TestDatabase database)
    {
        this.database = database;
        Web = new WebStore(database);
    }

    /// <summary>The host, with what its pages need.</summary>
    public WebStore Web { get; }

    public IServiceProvider Services => Web.Services;

    /// <summary>How another process opens the same store.</summary>
    public IConfiguration Configuration => database.Configuration;

    public OrderWorkflow Workflow => Services.GetRequiredService<OrderWorkflow>();

    /// <param name="settings">Of the host, by their names.</param>
    public static async Task<ApiStore> Open(Engine engine = Engine.Sqlite, params (string Name, string Value)[] settings)
    {
        var store = new ApiStore(await TestDatabase.Create(engine));
        foreach (var (name, value) in settings)
        {
            store.Web.Settings[name] = value;
        }

        return store;
    }

    /// <summary>From now on no order changes because time passes: another process seems to look after timers.</summary>
    public async Task HoldTimers()
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<OrdersDb>>().CreateDbContextAsync();
        Assert.Equal(1, await db.Leases.Where(lease => lease.Name == TimerRunner.LeaseName)
            .ExecuteUpdateAsync(lease => lease.SetProperty(row => row.Owner, "nobody").SetProperty(row => row.Until, long.MaxValue)));
    }

    /// <summary>Brings an order in as an import does.</summary>
    public async Task Import(ImportedOrder order) =>
        Assert.IsType<Accepted>((await Workflow.Send(new(order.Facts.OrderId, new RecordImportedState(order), Importer))).Decision);

    /// <summary>A client with a new key of the store that has every resource on orders.</summary>
    public Task<HttpClient> AsErp() => AsKey([.. PredefinedRoles.OrderResources]);

    /// <summary>A client with a new key of the store that has exactly these resources.</summary>
    public Task<HttpClient> AsKey(params string[] resources) => AsKey(Side.Store, null, SecondCall.Default, resources);

    /// <summary>A client with a new key of this side.</summary>
    /// <param name="party">The affiliate of a marketplace, the id of a seller.</param>
    public async Task<HttpClient> AsKey(Side side, string? party, SecondCall secondCall, params string[] resources) =>
        With(await MakeKey(new NewAppKey($"Key {Guid.NewGuid():N}", [await MakeRole(resources)], side, party, secondCall)));

    /// <summary>A client that shows these credentials.</summary>
    public HttpClient With(IssuedToken key)
    {
        var client = AsNobody();
        client.DefaultRequestHeaders.Add(ApiAuthentication.KeyHeader, key.AppKey);
        client.DefaultRequestHeaders.Add(ApiAuthentication.TokenHeader, key.AppToken);
        return client;
    }

    /// <summary>A client without credentials.</summary>
    public HttpClient AsNobody() => Web.CreateClient(new() { AllowAutoRedirect = false });

    public async Task<IssuedToken> MakeKey(NewAppKey wanted)
    {
        var answer = await Services.GetRequiredService<AppKeys>().Make(wanted);
        Assert.Null(answer.Problem);
        return answer.Issued!;
    }

    /// <summary>A new role with these resources; returns its name.</summary>
    public async Task<string> MakeRole(params string[] resources)
    {
        await using var scope = Services.CreateAsyncScope();
        var roles = scope.ServiceProvider.GetRequiredService<RoleManager<Role>>();
        var role = new Role { Name = $"Role {Guid.NewGuid():N}" };
        Assert.True((await roles.CreateAsync(role)).Succeeded);
        foreach (var resource in resources)
        {
            Assert.True((await roles.AddClaimAsync(role, new Claim(PredefinedRoles.ResourceClaim, resource))).Succeeded);
        }

        return role.Name;
    }

    public async ValueTask DisposeAsync()
    {
        await Web.DisposeAsync();
        await database.DisposeAsync();
    }
}
