using System.Data.Common;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AdminOrders.Tests.Storage;

/// <summary>What only a server can do to us.</summary>
public sealed class PostgresTests
{
    [PostgresFact]
    public async Task A_database_that_does_not_wait_for_its_disk_is_refused()
    {
        await using var store = await TestStore.Open(Engine.Postgres);
        await store.Execute("""DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET synchronous_commit = off', current_database()); END $$""");

        await using var next = Host(Configured(store.ConnectionString + ";Pooling=False"));
        var refused = await Assert.ThrowsAsync<StoreUnusableException>(() => next.MigrateStorage());

        Assert.StartsWith("PostgreSQL's synchronous_commit is off", refused.Message, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task A_role_that_may_not_make_the_extension_is_told_what_to_do()
    {
        await using var database = await TestDatabase.CreateEmpty(Engine.Postgres);
        var role = "r" + Guid.NewGuid().ToString("N");
        await Run(database.ConnectionString, $"CREATE ROLE {role} LOGIN PASSWORD 'p'; GRANT CREATE ON SCHEMA public TO {role}");
        var asRole = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = role, Password = "p" }.ToString();

        await using var host = Host(Configured(asRole));
        var refused = await Assert.ThrowsAsync<StoreUnusableException>(() => host.MigrateStorage());
        Assert.Contains("CREATE EXTENSION pg_trgm", refused.Message, StringComparison.Ordinal);

        await Run(database.ConnectionString, "CREATE EXTENSION pg_trgm");
        await host.MigrateStorage();
        await Run(database.ConnectionString, $"REASSIGN OWNED BY {role} TO CURRENT_USER; DROP OWNED BY {role}; DROP ROLE {role}");
    }

    [PostgresFact]
    public async Task A_connection_that_was_lost_between_two_commands_is_noticed_by_nobody()
    {
        await using var store = await TestStore.Open(Engine.Postgres);
        await store.Import(An.Order("one").Handling());
        await store.Execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");

        Assert.IsType<Accepted>((await store.Send("one", new AddComment("still there"), Actors.Operator)).Decision);
        Assert.Equal(2, (await store.History("one")).Count);
    }

    // Who works in the background waits after such an error; anything else would end the server.
    [PostgresFact]
    public async Task A_connection_that_was_lost_is_told_as_an_error_of_the_database()
    {
        await using var store = await TestStore.Open(Engine.Postgres);
        await using var db = store.Read();
        await db.Database.OpenConnectionAsync();
        await store.Execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");

        await Assert.ThrowsAnyAsync<DbException>(() => db.Orders.CountAsync());
    }

    [PostgresFact]
    public async Task A_commit_whose_answer_is_lost_is_found_and_told_as_done()
    {
        await using var store = await TestStore.Open(Engine.Postgres);
        await using var cable = CableTo(store, out var configuration);
        await using var host = Host(configuration);
        await store.Import(An.Order("one").Handling());
        var workflow = host.GetRequiredService<OrderWorkflow>();
        await workflow.Send(new("one", new AddComment("before"), Actors.Operator));

        cable.CutNext(CuttingProxy.Cut.AfterTheCommit);
        Assert.IsType<Accepted>((await workflow.Send(new("one", new AddComment("the cable is cut"), Actors.Operator))).Decision);

        Assert.Equal(3, (await store.History("one")).Count);
    }

    [PostgresFact]
    public async Task A_commit_that_never_arrived_is_told_as_failed_and_nothing_happened()
    {
        await using var store = await TestStore.Open(Engine.Postgres);
        await using var cable = CableTo(store, out var configuration);
        await using var host = Host(configuration);
        await store.Import(An.Order("one").Handling());
        var workflow = host.GetRequiredService<OrderWorkflow>();
        await workflow.Send(new("one", new AddComment("before"), Actors.Operator));

        cable.CutNext(CuttingProxy.Cut.BeforeTheCommit);
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => workflow.Send(new("one", new AddComment("the cable is cut"), Actors.Operator)));

        Assert.Equal(2, (await store.History("one")).Count);
        Assert.IsType<Accepted>((await workflow.Send(new("one", new AddComment("again"), Actors.Operator))).Decision);
    }

    private static CuttingProxy CableTo(TestStore store, out IConfiguration configuration)
    {
        var direct = new NpgsqlConnectionStringBuilder(store.ConnectionString);
        var cable = new CuttingProxy(direct.Host!, direct.Port);
        configuration = Configured(new NpgsqlConnectionStringBuilder(direct.ToString()) { Host = "127.0.0.1", Port = cable.Port, SslMode = SslMode.Disable }.ToString());
        return cable;
    }

    private static IConfiguration Configured(string connectionString) => new ConfigurationBuilder()
        .AddInMemoryCollection([new("Storage:Provider", "Postgres"), new("Storage:ConnectionString", connectionString)]).Build();

    private static ServiceProvider Host(IConfiguration configuration) =>
        new ServiceCollection().AddLogging().AddOrderStorage(configuration).BuildServiceProvider();

    private static async Task Run(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=False");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
