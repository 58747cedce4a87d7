using System.Collections.Concurrent;
using System.Globalization;

namespace AdminOrders.E2E.Support;

/// <summary>Somebody at a browser of their own: one context, one tab, a trace of what they did. Speaks the test's language.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> complaints = new();

    private Visit(IBrowserContext context, IPage page)
    {
        (this.context, Page) = (context, page);
        page.Console += (_, message) => Note(message.Type is "error", message.Text);
        page.PageError += (_, error) => Note(isError: true, error);
    }

    public IPage Page { get; }

    /// <summary>Errors in the browser's console.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    /// <summary>Texts of console errors that belong to the journey, such as the lost connection of a killed server.</summary>
    public IReadOnlyList<string> Expected { get; set; } = [];

    /// <summary>Opens a browser window of that size, in the current culture.</summary>
    /// <param name="store">Where to.</param>
    /// <param name="screen">How the window looks.</param>
    /// <param name="cookies">What the browser remembers, as <see cref="RememberAsync"/> gave it; null: nothing.</param>
    public static async Task<Visit> OpenAsync(Store store, Screen screen, string? cookies = null)
    {
        var opened = await store.Browser.NewContextAsync(new()
        {
            BaseURL = store.Address,
            Locale = CultureInfo.CurrentUICulture.Name,
            TimezoneId = "America/Sao_Paulo",
            ViewportSize = new() { Width = screen.Width, Height = screen.Height },
            ColorScheme = screen.IsDark ? ColorScheme.Dark : ColorScheme.Light,
            DeviceScaleFactor = screen.Scale,
            ReducedMotion = ReducedMotion.Reduce,
            StorageState = cookies,
        });
        await opened.Tracing.StartAsync(new() { Snapshots = true, Screenshots = false });
        return new Visit(opened, await opened.NewPageAsync());
    }

    /// <summary>What the browser remembers now.</summary>
    public Task<string> RememberAsync() => context.StorageStateAsync();

    /// <summary>Keeps the trace, a picture and the page's address in the folder, under that name.</summary>
    public async Task KeepAsync(string folder, string name)
    {
        Directory.CreateDirectory(folder);
        await context.Tracing.StopAsync(new() { Path = Path.Combine(folder, $"{name}.zip") });
        await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        await File.WriteAllLinesAsync(Path.Combine(folder, $"{name}.txt"), [Page.Url, .. complaints]);
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();

    private void Note(bool isError, string text)
    {
        if (isError && !Expected.Any(expected => text.Contains(expected, StringComparison.OrdinalIgnoreCase)))
        {
            complaints.Enqueue(text);
        }
    }
}

/// <summary>How a window looks.</summary>
internal sealed record Screen(int Width, int Height)
{
    public bool IsDark { get; init; }

    /// <summary>Device pixels for one pixel of the page.</summary>
    public float Scale { get; init; } = 1;

    public static Screen Desktop { get; } = new(1440, 900);

    public static Screen Phone { get; } = new(360, 740);
}
