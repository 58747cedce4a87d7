namespace AdminOrders.E2E.Support;

/// <summary>What all journeys of a run share: one browser, and one installation on which each takes orders of its own.</summary>
internal static class Run
{
    private const float LongestWait = 20_000;

    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    public static Lazy<Task<IBrowser>> Browser { get; } = new(LaunchAsync);

    public static Lazy<Task<Installation>> Installation { get; } = new(OpenAsync);

    /// <summary>Ends the browser, the server and its store, as far as this run began them.</summary>
    public static async Task CloseAsync()
    {
        if (Browser is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await Browser.Value).CloseAsync();
        }

        if (Installation is { IsValueCreated: true, Value.IsCompletedSuccessfully: true } && (await Installation.Value).Server is { } server)
        {
            await server.DisposeAsync();
        }
    }

    private static async Task<IBrowser> LaunchAsync()
    {
        Assertions.SetDefaultExpectTimeout(LongestWait);
        var playwright = await Playwright.CreateAsync();
        var program = await BrowserInstaller.FindOrInstallAsync(playwright);
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Flags, Headless = !Settings.IsHeaded, SlowMo = Settings.SlowMotion });
    }

    private static async Task<Installation> OpenAsync()
    {
        if (Settings.BaseUrl is { } address)
        {
            return await Support.Installation.AtAsync(address);
        }

        return await Support.Installation.StartAsync(StorePlace.NewFile().WithSampleOrders());
    }
}
