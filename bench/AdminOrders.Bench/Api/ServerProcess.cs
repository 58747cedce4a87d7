using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace AdminOrders.Bench.Api;

/// <summary>A server in a process of its own: the application, or the bare one that it is compared with.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private const string Web = "AdminOrders.Web";
    private readonly Process process;

    private ServerProcess(Process process, string address) => (this.process, Address) = (process, address);

    /// <summary>Without a slash at the end.</summary>
    public string Address { get; }

    /// <summary>What it has worked so far, on all cores.</summary>
    public TimeSpan Worked
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>The application on this store, without a limit of requests a minute.</summary>
    public static Task<ServerProcess> Application(string store) => Start(
        address => [ProgramOf(Web), "--urls", address],
        new(StringComparer.Ordinal)
        {
            ["Storage__ConnectionString"] = $"Data Source={Path.GetFullPath(store)}",
            ["Mail__Folder"] = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(store))!, "mails"),
            ["Api__RequestsPerMinute"] = "0",
            ["Sample__Fill"] = "false",
            ["ASPNETCORE_CONTENTROOT"] = ContentRoot,
        });

    /// <summary>This program again as a bare server; see <see cref="BareServer"/>.</summary>
    public static Task<ServerProcess> Bare(params string[] arguments) => Start(
        address => [Path.Combine(AppContext.BaseDirectory, "AdminOrders.Bench.dll"), "bare", address, .. arguments], new(StringComparer.Ordinal));

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private static async Task<ServerProcess> Start(Func<string, string[]> arguments, Dictionary<string, string> settings)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", arguments(address)) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        start.Environment["Logging__LogLevel__Default"] = "Warning";
        var server = new ServerProcess(Process.Start(start) ?? throw new InvalidOperationException("The server did not start."), address);
        server.process.OutputDataReceived += static (_, line) => Console.Error.WriteLine(line.Data);
        server.process.BeginOutputReadLine();
        await server.UntilItAnswers();
        return server;
    }

    private async Task UntilItAnswers()
    {
        using var client = new HttpClient { BaseAddress = new Uri(Address) };
        using var patience = new CancellationTokenSource(Patience);
        while (!await Answers(client, patience.Token))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException("The server ended.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), patience.Token);
        }
    }

    private static async Task<bool> Answers(HttpClient client, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.GetAsync("/api/oms/pvt/orders", cancellationToken);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    // Where its settings lie; without them it is another application.
    private static string ContentRoot => Path.Combine(AppContext.BaseDirectory.Split(Path.Combine("bench", "AdminOrders.Bench"))[0], Web);

    // Built beside this program, in the same configuration.
    private static string ProgramOf(string project)
    {
        var own = Path.Combine("bench", "AdminOrders.Bench");
        var beside = AppContext.BaseDirectory.Replace(own, project, StringComparison.Ordinal);
        return Path.Combine(beside, project + ".dll");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
