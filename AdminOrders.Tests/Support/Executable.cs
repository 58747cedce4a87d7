using System.Diagnostics;

namespace AdminOrders.Tests.Support;

/// <summary>The real executable on a test's store, as a person calls it.</summary>
internal static class Executable
{
    public static async Task<Ran> Run(TestStore store, string[] args, string input = "", string? shellFolder = null, string? connection = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "AdminOrders.Web.dll"), .. args])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Storage__Provider"] = store.Configuration["Storage:Provider"];
        start.Environment["Storage__ConnectionString"] = connection ?? store.ConnectionString;
        start.Environment["LANG"] = "en_US.UTF-8";
        start.Environment["PWD"] = shellFolder ?? AppContext.BaseDirectory;
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new Ran(process.ExitCode, await output, await error);
    }
}

/// <summary>How a call ended and what it said.</summary>
internal sealed record Ran(int Code, string Output, string Error);
