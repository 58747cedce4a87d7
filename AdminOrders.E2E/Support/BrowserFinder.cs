namespace AdminOrders.E2E.Support;

/// <summary>Finds a Chromium, Chrome or Edge: the one that is named, an installed headless shell where nobody watches, an installed one, Playwright's own.</summary>
internal static class BrowserFinder
{
    private static readonly string[] Names =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "microsoft-edge-stable", "chrome", "msedge"];

    // Chromium without a window of its own to draw around the page: two thirds of the work.
    private static readonly string[] WindowlessNames = ["chromium-headless-shell", "chrome-headless-shell"];

    private static readonly string[] MacApplications =
        ["Chromium.app/Contents/MacOS/Chromium", "Google Chrome.app/Contents/MacOS/Google Chrome", "Microsoft Edge.app/Contents/MacOS/Microsoft Edge"];

    private static readonly string[] WindowsPrograms =
        [@"Google\Chrome\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe", @"Chromium\Application\chrome.exe"];

    /// <summary>The program file of a browser; null where there is none.</summary>
    /// <exception cref="FileNotFoundException">CHROMIUM_PATH names a file that is not there.</exception>
    public static string? Find(IPlaywright playwright)
    {
        if (Settings.ChromiumPath is { } named)
        {
            return File.Exists(named) ? named : throw new FileNotFoundException($"CHROMIUM_PATH names a file that is not there: {named}", named);
        }

        return OnPath().Concat(InUsualPlaces()).Append(playwright.Chromium.ExecutablePath).FirstOrDefault(File.Exists);
    }

    private static IEnumerable<string> OnPath() =>
        from names in Settings.IsHeaded ? [Names] : new[] { WindowlessNames, Names }
        from folder in (Settings.Read("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        from name in names
        select Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);

    private static IEnumerable<string> InUsualPlaces()
    {
        if (OperatingSystem.IsMacOS())
        {
            return Combine(["/Applications", Path.Combine(Folder(Environment.SpecialFolder.UserProfile), "Applications")], MacApplications);
        }

        if (OperatingSystem.IsWindows())
        {
            return Combine(
                [
                    Folder(Environment.SpecialFolder.ProgramFiles),
                    Folder(Environment.SpecialFolder.ProgramFilesX86),
                    Folder(Environment.SpecialFolder.LocalApplicationData),
                ],
                WindowsPrograms);
        }

        return ["/snap/bin/chromium", "/opt/google/chrome/chrome", "/opt/microsoft/msedge/msedge", "/usr/lib/chromium/chromium"];
    }

    private static string Folder(Environment.SpecialFolder folder) => Environment.GetFolderPath(folder);

    private static IEnumerable<string> Combine(string[] folders, string[] files) =>
        from folder in folders from file in files select Path.Combine(folder, file);
}
