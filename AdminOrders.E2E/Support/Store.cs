using System.Collections.Concurrent;
using AdminOrders.E2E.Pages;

namespace AdminOrders.E2E.Support;

/// <summary>
/// What journeys share: an installation, a browser, and orders that nobody else touches. One for each collection of tests,
/// so that collections can run side by side.
/// </summary>
public abstract class Store : IAsyncLifetime
{
    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly StoreServer? server = Settings.BaseUrl is null ? new StoreServer() : null;
    private readonly TestOrders orders = new();
    private readonly Lazy<Task> imported;
    private readonly ConcurrentDictionary<Account, Lazy<Task<string>>> signedIn = new();
    private IPlaywright? playwright;
    private IBrowser? browser;

    protected Store() => imported = new(() => ImportAsync(orders.Documents()));

    /// <summary>Where the installation answers, without a slash at the end.</summary>
    internal string Address => server?.Address ?? Settings.BaseUrl!.ToString().TrimEnd('/');

    /// <summary>The server that this run started.</summary>
    /// <exception cref="InvalidOperationException">BASE_URL names somebody else's.</exception>
    internal StoreServer Server => server
        ?? throw new InvalidOperationException("This journey needs a server of its own. Leave BASE_URL unset, or leave it out: --filter \"Needs!=OwnServer\".");

    internal IBrowser Browser => browser ?? throw new InvalidOperationException("The browser has not been started.");

    internal string ServerOutput => server?.Output ?? "";

    public async Task InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(10_000);
        playwright = await Playwright.CreateAsync();
        var program = await BrowserInstaller.FindOrInstallAsync(playwright);
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Flags, Headless = !Settings.IsHeaded });
        if (server is not null)
        {
            await server.StartAsync();
        }
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }

    /// <summary>An order in this state that no other test touches.</summary>
    internal async Task<TestOrder> TakeAsync(OrderState state)
    {
        await imported.Value;
        return orders.Take(state);
    }

    /// <summary>What a browser remembers in which this account has signed in; it does so once for all journeys.</summary>
    internal Task<string> SignedInAsync(Account account) => signedIn.GetOrAdd(account, _ => new(() => SignInAsync(account))).Value;

    /// <summary>Imports documents, one a line, by the command line in a process of its own; elsewhere by the page, as the owner.</summary>
    internal Task ImportAsync(string documents) => server is null ? ImportByPageAsync(documents) : ImportByCommandAsync(documents);

    private async Task ImportByPageAsync(string documents)
    {
        await using var visit = await Visit.OpenAsync(this, Screen.Desktop, await SignedInAsync(Account.Owner));
        var list = await new AllOrdersPage(visit.Page).OpenAsync();
        await (await list.ImportAsync()).ImportAsync(documents);
    }

    private async Task ImportByCommandAsync(string documents)
    {
        var file = Path.Combine(Server.Folder, $"{Guid.NewGuid():N}.ndjson");
        await File.WriteAllTextAsync(file, documents);
        await Server.RunCommandAsync("import", file);
    }

    private async Task<string> SignInAsync(Account account)
    {
        await using var visit = await Visit.OpenAsync(this, Screen.Desktop);
        await (await new SignInPage(visit.Page).OpenAsync()).SignInAsAsync(account);
        return await visit.RememberAsync();
    }
}
