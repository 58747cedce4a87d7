using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Trials.Stores;

/// <summary>The real services on a store, opened by this process beside whoever else has it open.</summary>
internal sealed class TrialStore : IAsyncDisposable
{
    private static readonly Actor Importer = new(Side.System, "import", "Import");
    private readonly ServiceProvider services;

    public TrialStore(StoreAddress address, TimeProvider? time = null)
    {
        var registered = new ServiceCollection();
        registered.AddLogging();
        registered.AddSingleton(time ?? TimeProvider.System);
        registered.AddOrderStorage(address.Configuration);
        services = registered.BuildServiceProvider();
    }

    public IServiceProvider Services => services;

    public OrderWorkflow Workflow => services.GetRequiredService<OrderWorkflow>();

    public OrdersDb Read() => services.GetRequiredService<IDbContextFactory<OrdersDb>>().CreateDbContext();

    /// <summary>Brings orders in as an import does, many in one commit.</summary>
    public Task Import(IEnumerable<ImportedOrder> orders) => Task.WhenAll(orders.Select(order =>
        Workflow.Send(new(order.Facts.OrderId, new RecordImportedState(order), Importer))));

    /// <summary>Runs SQL beside the model.</summary>
    public async Task Execute(string sql)
    {
        await using var connection = await services.GetRequiredService<StoreSource>().OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
