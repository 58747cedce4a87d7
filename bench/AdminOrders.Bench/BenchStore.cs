using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using AdminOrders.Core.Documents;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Sample;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Bulk;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Bench;

/// <summary>A store in a folder of its own under the system's temporary one.</summary>
internal sealed class BenchStore : IAsyncDisposable
{
    public static readonly Actor Importer = new(Side.System, "import", "Import");
    private static readonly Actor Operator = new(Side.Store, "user:bench", "Bench") { Resources = [Resource.CancelOrder] };
    private const string Email = "bench@example.com";
    private const string Password = "Bench-on-loopback-1";
    private readonly ServiceProvider services;

    private BenchStore(string provider, string connectionString)
    {
        var registered = new ServiceCollection();
        registered.AddLogging();
        registered.AddOrderStorage(
            new ConfigurationBuilder().AddInMemoryCollection([new("Storage:Provider", provider), new("Storage:ConnectionString", connectionString)]).Build());
        registered.AddIdentityCore<User>().AddRoles<Role>().AddEntityFrameworkStores<OrdersDb>();
        registered.AddScoped<AccountSetup>();
        services = registered.BuildServiceProvider();
    }

    public OrderWorkflow Workflow => services.GetRequiredService<OrderWorkflow>();

    public OrderReader Reader => services.GetRequiredService<OrderReader>();

    public RequestReader Requests => services.GetRequiredService<RequestReader>();

    public RequestCounts RequestCounts => services.GetRequiredService<RequestCounts>();

    public OrderCounts Counts => services.GetRequiredService<OrderCounts>();

    public OrderDetails Details => services.GetRequiredService<OrderDetails>();

    public OrderImport Import => services.GetRequiredService<OrderImport>();

    public SampleStore Sample => services.GetRequiredService<SampleStore>();

    public BulkJobs BulkJobs => services.GetRequiredService<BulkJobs>();

    public BulkReader BulkReader => services.GetRequiredService<BulkReader>();

    public BulkRunner BulkRunner => services.GetRequiredService<BulkRunner>();

    public StoreSource Source => services.GetRequiredService<StoreSource>();

    public static Task<BenchStore> Open(string file) => Open(new BenchStore("Sqlite", $"Data Source={file}"));

    /// <summary>A store in a database of a PostgreSQL server.</summary>
    public static Task<BenchStore> OpenPostgres(string connectionString) => Open(new BenchStore("Postgres", connectionString));

    /// <summary>A store on a copy of a file that nobody has open.</summary>
    public static Task<BenchStore> OpenCopy(string from, string to)
    {
        File.Copy(from, to);
        return Open(to);
    }

    public static string Id(int number) => $"{number:0000000000000}-01";

    /// <summary>Imports so many paid orders of two lines, one payment and two reservations.</summary>
    public Task Fill(int orders) => Parallel.ForEachAsync(
        Enumerable.Range(0, orders),
        new ParallelOptions { MaxDegreeOfParallelism = 64 },
        async (number, cancellationToken) => await Workflow.Send(new(Id(number), new RecordImportedState(Paid(number, Id(number), CreatedAt(number))), Importer), cancellationToken));

    /// <summary>Imports so many orders as the command <c>seed</c> does, and says how it went.</summary>
    public async Task AddSample(int orders, int seed)
    {
        var watch = Stopwatch.StartNew();
        var result = await Sample.Add(orders, seed, null);
        using var process = Process.GetCurrentProcess();
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"added {result.Imported:N0} orders: {result.Imported / watch.Elapsed.TotalSeconds:N0} a second, resident at most {process.PeakWorkingSet64 / 1_000_000:N0} MB, load {Machine.Load}"));
        if (result.Imported != orders)
        {
            throw new InvalidOperationException($"{result.Imported} of {orders} orders came in.");
        }
    }

    /// <summary>Cancels an order that can be canceled in one step.</summary>
    public async Task Cancel(string orderId)
    {
        var command = new Cancel(Guid.NewGuid().ToString("N"), Side.Store, new Reason(1, "The warehouse has none of it left"));
        var answer = await Workflow.Send(new(orderId, command, Operator));
        if (answer.Status != Status.Canceled)
        {
            throw new InvalidOperationException($"{answer.Decision} left {orderId} {answer.Status}.");
        }
    }

    /// <summary>How many orders there are.</summary>
    public async Task<long> CountOrders() => (await Counts.AtOnce(new OrderFilter())).Orders;

    /// <summary>Makes an owner, unless there is this one already, and returns email and password.</summary>
    public async Task<(string Email, string Password)> MakeOwner()
    {
        await using var scope = services.CreateAsyncScope();
        var setup = scope.ServiceProvider.GetRequiredService<AccountSetup>();
        await setup.CreateRolesAsync();
        if (await scope.ServiceProvider.GetRequiredService<UserManager<User>>().FindByEmailAsync(Email) is null)
        {
            var made = await setup.CreateUserAsync(Email, "Bench", Password, PredefinedRoles.Owner);
            _ = made.Succeeded ? made : throw new InvalidOperationException($"{made}");
        }

        return (Email, Password);
    }

    /// <summary>The same owner, as who acts in the store.</summary>
    public async Task<Actor> OwnerAsActor()
    {
        await MakeOwner();
        await using var db = Source.CreateContext();
        var user = await db.Users.SingleAsync(user => user.Email == Email);
        return await services.GetRequiredService<ActorReader>().Find($"user:{user.Id}") ?? throw new InvalidOperationException("The owner may not act.");
    }

    /// <summary>Imports so many paid orders that are placed now, one after the other, and returns their ids.</summary>
    public async Task<IReadOnlyList<string>> AddArrivals(int orders)
    {
        var now = DateTimeOffset.UtcNow;
        List<string> arrived = [];
        for (var number = 0; number < orders; number++)
        {
            var id = $"{now.ToUnixTimeSeconds():0000000000}{number:000}-01";
            await Workflow.Send(new(id, new RecordImportedState(Paid(number, id, now.AddMilliseconds(number))), Importer));
            arrived.Add(id);
        }

        return arrived;
    }

    /// <summary>The headers of a new app key that may list and cancel.</summary>
    public async Task<IReadOnlyDictionary<string, string>> MakeKey()
    {
        const string Name = "Bench";
        await using var db = Source.CreateContext();
        if (!await db.Roles.AnyAsync(role => role.Name == Name))
        {
            db.Add(new Role { Id = "bench", Name = Name, NormalizedName = "BENCH" });
            db.AddRange(new[] { Resource.ListOrders, Resource.CancelOrder, Resource.ViewOrder }.Select(resource =>
                new IdentityRoleClaim<string> { RoleId = "bench", ClaimType = PredefinedRoles.ResourceClaim, ClaimValue = resource }));
            await db.SaveChangesAsync();
        }

        var made = await services.GetRequiredService<AppKeys>().Make(new NewAppKey(Name, [Name], Side.Store, null, SecondCall.Default));
        var key = made.Issued ?? throw new InvalidOperationException($"{made.Problem}");
        return new Dictionary<string, string>(StringComparer.Ordinal) { ["X-VTEX-API-AppKey"] = key.AppKey, ["X-VTEX-API-AppToken"] = key.AppToken };
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }

    private static async Task<BenchStore> Open(BenchStore store)
    {
        await store.services.MigrateStorage();
        return store;
    }

    private static DateTimeOffset CreatedAt(int number) => DateTimeOffset.UnixEpoch.AddDays(20_000).AddMinutes(number);

    private static ImportedOrder Paid(int number, string id, DateTimeOffset at)
    {
        var document = Encoding.UTF8.GetBytes($$"""{"orderId":"{{id}}","note":"{{new string('x', 2_000)}}"}""");
        return new()
        {
            Facts = Facts(number, id, at),
            Description = Description(number, at),
            Payments = [new("card", "T-" + number, "Visa", "creditCard", 1)],
            Document = Compress(document),
            DocumentHash = SHA256.HashData(document),
        };
    }

    // As the store keeps documents.
    private static byte[] Compress(byte[] json)
    {
        var room = new byte[BrotliEncoder.GetMaxCompressedLength(json.Length)];
        return BrotliEncoder.TryCompress(json, room, out var written, quality: 1, window: 14) ? room[..written] : throw new InvalidOperationException("No room.");
    }

    private static OrderFacts Facts(int number, string id, DateTimeOffset at) => new()
    {
        OrderId = id,
        Status = Status.PaymentApproved,
        Value = 10_000 + number,
        Currency = "BRL",
        SellerId = "1",
        SalesChannel = "1",
        CreatedAt = at,
        IsPaymentRecorded = true,
        Items = [new(0, "sku-1", "Shirt", 3, 0, 0, 2_000), new(1, "sku-2", "Shoes", 2, 0, 0, 2_000)],
        Payments = [new("card", PaymentState.Authorized, 10_000 + number, 0, 0, 0)],
        Reservations =
        [
            new("r-north", 0, "north", "sku-1", ReservationState.Confirmed, 3, 0, 0),
            new("r-south", 1, "south", "sku-2", ReservationState.Confirmed, 2, 0, 0),
        ],
    };

    private static OrderDescription Description(int number, DateTimeOffset at) => new()
    {
        Sequence = $"{500_000 + number}",
        Origin = "Marketplace",
        SellerName = "Main store",
        CustomerName = $"Customer {number}",
        CustomerEmail = $"customer{number}@example.com",
        CustomerDocument = $"{number:00000000000}",
        ProductCount = 2,
        PaymentNames = "Visa",
        LastChangeAt = at,
    };
}
