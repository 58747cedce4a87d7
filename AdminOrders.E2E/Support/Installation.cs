using System.Collections.Concurrent;
using System.Globalization;
using AdminOrders.E2E.Pages;
using AdminOrders.Web.Features.Qa;

namespace AdminOrders.E2E.Support;

/// <summary>A running AdminOrders: where it answers, who has signed in, and orders that nobody else touches.</summary>
internal sealed class Installation
{
    // Older than the sample store's orders, so that a journey's order never heads a list.
    private static readonly TimeSpan Age = TimeSpan.FromDays(100);
    private readonly ConcurrentDictionary<Account, Lazy<Task<string>>> signedIn = new();
    private readonly int run = Random.Shared.Next(100_000, 999_999);
    private bool hasKit;
    private int placed;

    private Installation(string address, StoreServer? server) => (Address, Server, Kit) = (address, server, new QaKit(address));

    /// <summary>Where it answers, without a slash at the end.</summary>
    public string Address { get; }

    /// <summary>What testers may do in Development beyond the pages.</summary>
    public QaKit Kit { get; }

    /// <summary>The server that this run started; null: somebody else's.</summary>
    public StoreServer? Server { get; }

    /// <summary>Starts a server on the store.</summary>
    public static async Task<Installation> StartAsync(StorePlace place)
    {
        var server = new StoreServer(place);
        await server.StartAsync();
        return await LookAsync(new(server.Address, server));
    }

    /// <summary>Somebody else's.</summary>
    public static Task<Installation> AtAsync(Uri address) => LookAsync(new(address.ToString().TrimEnd('/'), null));

    /// <summary>An order in this situation that no other journey touches: by the kit, or where there is none by the page that imports.</summary>
    public Task<QaOrder> TakeAsync(QaSituation situation) => TakeAsync(situation, static order => order);

    /// <summary>The same with what else has to be so.</summary>
    public async Task<QaOrder> TakeAsync(QaSituation situation, Func<QaOrder, QaOrder> with)
    {
        var sequence = string.Create(CultureInfo.InvariantCulture, $"{run}{Interlocked.Increment(ref placed):000}");
        var order = with(new QaOrder($"v{sequence}e2e-01", sequence, $"Yara Quirino{sequence}", situation));
        var placedAt = TimeProvider.System.GetUtcNow() - Age;
        await (hasKit ? Kit.PlaceAsync(order, placedAt) : ImportAsync(QaDocument.Of(order, placedAt)));
        return order;
    }

    /// <summary>What a browser remembers in which this account has signed in; it does so once for all journeys.</summary>
    public Task<string> SignedInAsync(Account account) => signedIn.GetOrAdd(account, _ => new(() => SignInAsync(account))).Value;

    private static async Task<Installation> LookAsync(Installation installation)
    {
        installation.hasKit = await installation.Kit.IsThereAsync();
        return installation;
    }

    private async Task ImportAsync(string documents)
    {
        await using var visit = await Visit.OpenAsync(this, Screen.Desktop, await SignedInAsync(Account.Owner));
        var list = await new AllOrdersPage(visit.Page).OpenAsync();
        await (await list.OpenImportOrdersAsync()).ImportAsync(documents);
    }

    private async Task<string> SignInAsync(Account account)
    {
        await using var visit = await Visit.OpenAsync(this, Screen.Desktop);
        await (await new SignInPage(visit.Page).OpenAsync()).SignInAsync(account);
        return await visit.RememberAsync();
    }
}
