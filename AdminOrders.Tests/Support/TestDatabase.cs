using AdminOrders.Core.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AdminOrders.Tests.Support;

/// <summary>A database that one test has for itself; it goes away with it.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    public abstract string Provider { get; }

    /// <summary>What a host needs to open it.</summary>
    public abstract string ConnectionString { get; }

    /// <summary>Where its files of exports lie.</summary>
    public abstract string ExportsFolder { get; }

    public IConfiguration Configuration => new ConfigurationBuilder()
        .AddInMemoryCollection([new("Storage:Provider", Provider), new("Storage:ConnectionString", ConnectionString), new("Exports:Folder", ExportsFolder)]).Build();

    /// <summary>A migrated and empty database: a copy of one that was made once for the run, which is cheaper than migrating each.</summary>
    public static async Task<TestDatabase> Create(Engine engine) => engine switch
    {
        Engine.Sqlite => SqliteTestDatabase.CopyOf(await SqliteTestDatabase.Template.Value),
        Engine.Postgres => await PostgresTestDatabase.CopyOf(await PostgresTestDatabase.Template.Value),
    };

    /// <summary>A database without anything in it.</summary>
    public static async Task<TestDatabase> CreateEmpty(Engine engine) => engine switch
    {
        Engine.Sqlite => new SqliteTestDatabase(),
        Engine.Postgres => await PostgresTestDatabase.CopyOf("template1"),
    };

    public abstract ValueTask DisposeAsync();

    protected static async Task Migrate(string provider, string connectionString)
    {
        var services = new ServiceCollection();
        services.AddOrderStorage(new ConfigurationBuilder()
            .AddInMemoryCollection([new("Storage:Provider", provider), new("Storage:ConnectionString", connectionString + ";Pooling=False")]).Build());
        await using var provided = services.BuildServiceProvider();
        await provided.MigrateStorage();
    }
}

internal sealed class SqliteTestDatabase : TestDatabase
{
    public static readonly Lazy<Task<string>> Template = new(MakeTemplate);
    private readonly string folder = Directory.CreateTempSubdirectory("adminorders-").FullName;

    public override string Provider => "Sqlite";

    public override string ConnectionString => $"Data Source={Path.Combine(folder, "orders.db")}";

    public override string ExportsFolder => Path.Combine(folder, "exports");

    public static SqliteTestDatabase CopyOf(string template)
    {
        var copy = new SqliteTestDatabase();
        File.Copy(template, Path.Combine(copy.folder, "orders.db"));
        return copy;
    }

    public override async ValueTask DisposeAsync()
    {
        using (var connection = new SqliteConnection(ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        await DeleteFolder();
    }

    // The last reader of a stopped host may still be closing: SQLite then removes its side files while the folder is being emptied.
    private async Task DeleteFolder()
    {
        for (var attempt = 1; Directory.Exists(folder); attempt++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException) when (attempt < 20)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50));
            }
        }
    }

    private static async Task<string> MakeTemplate()
    {
        var home = Directory.CreateTempSubdirectory("adminorders-template-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => home.Delete(recursive: true);
        var file = Path.Combine(home.FullName, "orders.db");
        await Migrate("Sqlite", $"Data Source={file}");
        return file;
    }
}

internal sealed class PostgresTestDatabase(string name) : TestDatabase
{
    public static readonly Lazy<Task<string>> Template = new(MakeTemplate);

    public override string Provider => "Postgres";

    public override string ConnectionString => Reach(name);

    public override string ExportsFolder => Path.Combine(Path.GetTempPath(), name);

    public static async Task<PostgresTestDatabase> CopyOf(string template)
    {
        var name = NewName();
        await Run($"""CREATE DATABASE "{name}" TEMPLATE "{template}" """);
        return new(name);
    }

    public override async ValueTask DisposeAsync()
    {
        using (var source = StoreSource.From(Configuration, AppContext.BaseDirectory))
        using (var connection = new NpgsqlConnection(source.ConnectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        if (Directory.Exists(ExportsFolder))
        {
            Directory.Delete(ExportsFolder, recursive: true);
        }

        await Run(Drop(name));
    }

    private static async Task<string> MakeTemplate()
    {
        var name = NewName();
        await Run($"""CREATE DATABASE "{name}" """);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Run(Drop(name)).GetAwaiter().GetResult();
        await Migrate("Postgres", Reach(name));
        return name;
    }

    private static string NewName() => $"adminorders-test-{Guid.NewGuid():N}";

    private static string Drop(string name) => $"""DROP DATABASE IF EXISTS "{name}" WITH (FORCE)""";

    private static string Reach(string database) => new NpgsqlConnectionStringBuilder(Engines.PostgresServer) { Database = database }.ToString();

    private static async Task Run(string sql)
    {
        await using var connection = new NpgsqlConnection(Reach("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
