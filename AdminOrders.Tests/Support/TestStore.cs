using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Support;

/// <summary>A store of its own for one test: real services on a database that goes away with it.</summary>
public sealed class TestStore : IAsyncDisposable
{
    private static readonly Actor Importer = new(Side.System, "import", "Import");
    private readonly ServiceProvider services;
    private readonly TestDatabase database;

    private TestStore(TestDatabase database, ManualClock clock)
    {
        this.database = database;
        Clock = clock;
        services = Host().BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    public ManualClock Clock { get; }

    /// <summary>What a host needs to open the same store.</summary>
    public string ConnectionString => database.ConnectionString;

    public IConfiguration Configuration => database.Configuration;

    public IServiceProvider Services => services;

    public OrderWorkflow Workflow => Get<OrderWorkflow>();

    public OrderReader Reader => Get<OrderReader>();

    public CancellationReasons Reasons => Get<CancellationReasons>();

    /// <summary>A new, migrated and empty store.</summary>
    public static async Task<TestStore> Open(Engine engine = Engine.Sqlite, ManualClock? clock = null) =>
        new(await TestDatabase.Create(engine), clock ?? new ManualClock());

    /// <summary>A store that lies in the database already; what it lacks of the newest schema is added as at a start.</summary>
    public static async Task<TestStore> Start(TestDatabase database)
    {
        var store = new TestStore(database, new ManualClock());
        await store.Services.MigrateStorage();
        return store;
    }

    /// <summary>The services of another process on the same store, with the same clock.</summary>
    public ServiceProvider OpenElsewhere() => Host().BuildServiceProvider();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public OrdersDb Read() => Get<IDbContextFactory<OrdersDb>>().CreateDbContext();

    /// <summary>Brings an order in as an import does.</summary>
    public Task<Answer> Import(ImportedOrder order) =>
        Send(order.Facts.OrderId, new RecordImportedState(order), Importer);

    public Task<Answer> Send(string orderId, OrderCommand command, Actor actor) =>
        Workflow.Send(new(orderId, command, actor));

    /// <summary>The order's facts as they are stored; fails for an unknown order.</summary>
    public async Task<OrderFacts> Facts(string orderId) =>
        await Workflow.Facts(orderId) ?? throw new InvalidOperationException($"{orderId} is not on record.");

    /// <summary>Runs SQL of the engine beside the model: to lay a trap or to look.</summary>
    public async Task Execute(string sql)
    {
        await using var connection = await Get<StoreSource>().OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The order's row.</summary>
    public async Task<OrderRow> Row(string orderId)
    {
        await using var db = Read();
        return await db.Orders.AsNoTracking().SingleAsync(row => row.OrderId == orderId);
    }

    /// <summary>The order's history, oldest first.</summary>
    public async Task<IReadOnlyList<HistoryRow>> History(string orderId)
    {
        await using var db = Read();
        return await db.History.AsNoTracking()
            .Where(row => db.Orders.Any(order => order.OrderId == orderId && order.Key == row.OrderKey))
            .OrderBy(row => row.Number).ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }

    private IServiceCollection Host() =>
        new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Clock).AddOrderStorage(Configuration);
}
