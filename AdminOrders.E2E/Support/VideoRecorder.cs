namespace AdminOrders.E2E.Support;

/// <summary>Playwright records with an ffmpeg of its own, which comes with Playwright's browsers and with nothing else.</summary>
internal static class VideoRecorder
{
    private static readonly string[] Names = ["ffmpeg-linux", "ffmpeg-mac", "ffmpeg-win64.exe"];

    /// <summary>Where recordings lie until it is known whether they are kept.</summary>
    /// <exception cref="InvalidOperationException">A video was asked for and there is nothing to record it with.</exception>
    public static string Folder() => Programs().Any(File.Exists)
        ? Path.Combine(Path.GetTempPath(), "adminorders-e2e-videos")
        : throw new InvalidOperationException(
            "VIDEO=1 asks for a video, and Playwright's ffmpeg is not installed: \"playwright install ffmpeg\" puts it there where downloads are allowed. Leave VIDEO unset; a failed journey keeps its trace and its picture all the same.");

    private static IEnumerable<string> Programs() =>
        from folder in Folders()
        where Directory.Exists(folder)
        from ffmpeg in Directory.EnumerateDirectories(folder, "ffmpeg*")
        from program in Names
        select Path.Combine(ffmpeg, program);

    private static string[] Folders() => Settings.Read("PLAYWRIGHT_BROWSERS_PATH") is { } named
        ? [named]
        :
        [
            Path.Combine(Home(Environment.SpecialFolder.UserProfile), ".cache", "ms-playwright"),
            Path.Combine(Home(Environment.SpecialFolder.UserProfile), "Library", "Caches", "ms-playwright"),
            Path.Combine(Home(Environment.SpecialFolder.LocalApplicationData), "ms-playwright"),
        ];

    private static string Home(Environment.SpecialFolder folder) => Environment.GetFolderPath(folder);
}
