using System.Diagnostics;

namespace AdminOrders.E2E.Support;

/// <summary>Puts a browser on a machine that has none, where that is allowed.</summary>
internal static class BrowserInstaller
{
    // Collections start side by side; two package managers at once would lock each other out.
    private static readonly SemaphoreSlim OneAtATime = new(1);

    /// <summary>The program file of a browser, installed before if there was none.</summary>
    /// <exception cref="InvalidOperationException">There is none and it may not, or could not, be installed.</exception>
    public static async Task<string> FindOrInstallAsync(IPlaywright playwright)
    {
        await OneAtATime.WaitAsync();
        try
        {
            return BrowserFinder.Find(playwright) ?? await InstallAsync(playwright);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static async Task<string> InstallAsync(IPlaywright playwright)
    {
        if (!Settings.MayInstall)
        {
            throw new InvalidOperationException(
                $"The browser tests found no Chromium, Chrome or Edge. Run this once, it installs one:{Environment.NewLine}{Environment.NewLine}    {OneCommand}{Environment.NewLine}");
        }

        if (IsDebianAsRoot)
        {
            await RunAsync("apt-get", "update", "-qq");
            await RunAsync("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-liberation");
        }
        else if (await Task.Run(() => Microsoft.Playwright.Program.Main(["install", "chromium"])) is not 0)
        {
            throw new InvalidOperationException("Playwright could not install its Chromium. Install a Chromium, Chrome or Edge, or name one in CHROMIUM_PATH.");
        }

        return BrowserFinder.Find(playwright) ?? throw new InvalidOperationException("A browser was installed, but is not where one is looked for. Name it in CHROMIUM_PATH.");
    }

    private static bool IsDebianAsRoot => OperatingSystem.IsLinux() && File.Exists("/usr/bin/apt-get") && Environment.UserName == "root";

    private static string OneCommand => OperatingSystem.IsWindows()
        ? "$env:ADMINORDERS_E2E_INSTALL=1; dotnet test"
        : "ADMINORDERS_E2E_INSTALL=1 dotnet test";

    private static async Task RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        await output;
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await error}");
        }
    }
}
