using System.Collections.Concurrent;
using System.Globalization;

namespace AdminOrders.E2E.Support;

/// <summary>Somebody at a browser of their own: one context, one tab, a trace of what they did. Speaks the test's language.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> complaints = new();
    private string? kept;

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
    /// <param name="installation">Where to.</param>
    /// <param name="screen">How the window looks.</param>
    /// <param name="cookies">What the browser remembers, as <see cref="RememberAsync"/> gave it; null: nothing.</param>
    public static async Task<Visit> OpenAsync(Installation installation, Screen screen, string? cookies = null)
    {
        var browser = await Run.Browser.Value;
        var opened = await browser.NewContextAsync(new()
        {
            BaseURL = installation.Address,
            Locale = CultureInfo.CurrentUICulture.Name,
            TimezoneId = "America/Sao_Paulo",
            ViewportSize = new() { Width = screen.Width, Height = screen.Height },
            ColorScheme = screen.IsDark ? ColorScheme.Dark : ColorScheme.Light,
            DeviceScaleFactor = screen.Scale,
            ReducedMotion = ReducedMotion.Reduce,
            StorageState = cookies,
            RecordVideoDir = Settings.TakesVideo ? VideoRecorder.Folder() : null,
            RecordVideoSize = Settings.TakesVideo ? new() { Width = screen.Width, Height = screen.Height } : null,
        });
        await opened.Tracing.StartAsync(new() { Snapshots = Settings.TracesPages, Screenshots = false });
        return new Visit(opened, await opened.NewPageAsync());
    }

    /// <summary>What the browser remembers now.</summary>
    public Task<string> RememberAsync() => context.StorageStateAsync();

    /// <summary>Takes a picture of the whole page, for people to look at.</summary>
    public Task TakeAsync(string picture) => Page.ScreenshotAsync(new()
    {
        Path = Path.Combine(Places.Failures, "..", "screenshots", $"{picture}.png"),
        FullPage = true,
        Animations = ScreenshotAnimations.Disabled,
    });

    /// <summary>Keeps the trace, the page as a picture and as HTML, and its address in the folder, under that name; the video follows when the window closes.</summary>
    public async Task KeepAsync(string folder, string name)
    {
        Directory.CreateDirectory(folder);
        kept = Path.Combine(folder, name);
        await context.Tracing.StopAsync(new() { Path = $"{kept}.zip" });
        await Page.ScreenshotAsync(new() { Path = $"{kept}.png", FullPage = true });
        await File.WriteAllTextAsync($"{kept}.html", await Page.ContentAsync());
        await File.WriteAllLinesAsync($"{kept}.txt", [Page.Url, .. complaints]);
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        if (Page.Video is not { } video)
        {
            return;
        }

        if (kept is not null)
        {
            await video.SaveAsAsync($"{kept}.webm");
        }

        await video.DeleteAsync();
    }

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
