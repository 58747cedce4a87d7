using System.Globalization;
using AdminOrders.Web.Cli.Simulation;
using Npgsql;

namespace AdminOrders.E2E.Support;

/// <summary>Where servers of a run keep their store: a folder of their own, perhaps a database on a server; both are deleted with it.</summary>
/// <param name="Folder">Full path.</param>
/// <param name="Settings">What a server that opens the store is told.</param>
internal sealed record StorePlace(string Folder, IReadOnlyDictionary<string, string> Settings) : IAsyncDisposable
{
    private const string Connection = "Storage__ConnectionString";
    private Func<Task> leave = static () => Task.CompletedTask;
    private bool isBorrowed;

    /// <summary>An SQLite file, without orders.</summary>
    public static StorePlace NewFile()
    {
        var folder = NewFolder();
        return new(folder, Told((Connection, $"Data Source={Path.Combine(folder, "orders.db")}")));
    }

    /// <summary>A database on that PostgreSQL server, without orders.</summary>
    public static async Task<StorePlace> NewDatabaseAsync(string server)
    {
        var name = $"adminorders-e2e-{Guid.NewGuid():N}";
        await RunAsync(server, $"""CREATE DATABASE "{name}" """);
        return new(NewFolder(), Told(("Storage__Provider", "Postgres"), (Connection, Reach(server, name))))
        {
            leave = () => RunAsync(server, $"""DROP DATABASE IF EXISTS "{name}" WITH (FORCE)"""),
        };
    }

    /// <summary>The same, with the orders that a store in Development begins with.</summary>
    public StorePlace WithSampleOrders() => this with { Settings = Settings.Where(setting => setting.Key != SampleOrders.Key).ToDictionary(StringComparer.Ordinal) };

    /// <summary>The same, where a mail server on this machine takes what is sent.</summary>
    public StorePlace WithMails(int port) => this with
    {
        Settings = new Dictionary<string, string>(Settings, StringComparer.Ordinal)
        {
            ["Mail__Smtp__Host"] = "localhost",
            ["Mail__Smtp__Port"] = port.ToString(CultureInfo.InvariantCulture),
            ["Mail__Smtp__Tls"] = "none",
        },
    };

    /// <summary>The same, where Amazon is at that address.</summary>
    public StorePlace WithAmazon(Uri address) => this with
    {
        Settings = new Dictionary<string, string>(Settings, StringComparer.Ordinal)
        {
            ["Outside__Allowed"] = address.ToString(),
            ["Channels__Amazon__Endpoint"] = address.ToString(),
            ["Channels__Amazon__TokenAddress"] = new Uri(address, SampleAmazonServer.TokenPath).ToString(),
            ["Channels__Amazon__ClientId"] = "journeys",
            ["Channels__Amazon__ClientSecret"] = "sample",
            ["Channels__Amazon__RefreshToken"] = "sample",
            ["Channels__Amazon__MarketplaceIds"] = AmazonScenario.DefaultMarketplace,
        },
    };

    /// <summary>The same, where an external seller and a marketplace are called at that address.</summary>
    public StorePlace WithPartners(Uri address) => this with
    {
        Settings = new Dictionary<string, string>(Settings, StringComparer.Ordinal)
        {
            ["Outside__Allowed"] = address.ToString(),
            ["Sellers__0__SellerId"] = SamplePartner.SellerId,
            ["Sellers__0__FulfillmentEndpoint"] = new Uri(address, SamplePartner.SellerPath).ToString(),
            ["Sellers__0__AppKey"] = "journeys",
            ["Sellers__0__AppToken"] = "sample",
            ["Channels__Marketplaces__0__AffiliateId"] = SamplePartner.Affiliate,
            ["Channels__Marketplaces__0__ServicesEndpoint"] = new Uri(address, "/services").ToString(),
        },
    };

    /// <summary>The same, where the server's own sample provider is asked to give money back.</summary>
    public StorePlace WithPaymentProvider() => this with { HasPaymentProvider = true };

    /// <summary>Whether a server of this store has its own sample payment provider.</summary>
    public bool HasPaymentProvider { get; private init; }

    /// <summary>The same for one more server, which leaves it there when it ends.</summary>
    public StorePlace Borrowed() => this with { isBorrowed = true };

    public async ValueTask DisposeAsync()
    {
        if (!isBorrowed && Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
            await leave();
        }
    }

    private static KeyValuePair<string, string> SampleOrders => new("Sample__Fill", "false");

    private static string NewFolder() => Directory.CreateTempSubdirectory("adminorders-e2e-").FullName;

    private static Dictionary<string, string> Told(params (string Name, string Value)[] settings) => new(
        settings.Select(setting => KeyValuePair.Create(setting.Name, setting.Value)).Append(SampleOrders), StringComparer.Ordinal);

    private static string Reach(string server, string database) => new NpgsqlConnectionStringBuilder(server) { Database = database }.ToString();

    private static async Task RunAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(Reach(server, "postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
