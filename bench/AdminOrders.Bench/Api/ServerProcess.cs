using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace AdminOrders.Bench.Api;

/// <summary>A server in a process of its own: the application, or the bare one that it is compared with.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan RestTime = TimeSpan.FromSeconds(3);
    private const int RestShare = 20;
    private const string Web = "AdminOrders.Web";
    private readonly Process process;
    private readonly long began;

    private ServerProcess(ProcessStartInfo start, string address)
    {
        (Address, began) = (address, Stopwatch.GetTimestamp());
        process = Process.Start(start) ?? throw new InvalidOperationException("The server did not start.");
    }

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

    /// <summary>Bytes of memory that it has of its own or shares with others, now.</summary>
    public long Resident
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>The application on this store, once it answers.</summary>
    /// <param name="folder">Where it was published to; null: it is the one that was built beside this program.</param>
    /// <param name="settings">More of its environment.</param>
    public static async Task<ServerProcess> Application(string store, string? folder = null, params (string Name, string Value)[] settings)
    {
        var server = BeginApplication(store, folder, settings);
        await server.UntilItAnswers();
        return server;
    }

    /// <summary>The application on this store, without a limit of requests a minute; nobody has waited for it yet.</summary>
    /// <inheritdoc cref="Application"/>
    public static ServerProcess BeginApplication(string store, string? folder = null, params (string Name, string Value)[] settings) => Begin(
        address => [folder is null ? ProgramOf(Web) : Path.Combine(folder, Web + ".dll"), "--urls", address],
        [
            ("Storage__ConnectionString", $"Data Source={Path.GetFullPath(store)}"),
            ("Mail__Folder", Path.Combine(Path.GetDirectoryName(Path.GetFullPath(store))!, "mails")),
            ("Api__RequestsPerMinute", "0"),
            ("Sample__Fill", "false"),
            ("ASPNETCORE_CONTENTROOT", folder ?? ContentRoot),
            .. settings,
        ]);

    /// <summary>This program again as a bare server, once it answers; see <see cref="BareServer"/>.</summary>
    public static async Task<ServerProcess> Bare(params string[] arguments)
    {
        var server = BeginBare(arguments);
        await server.UntilItAnswers();
        return server;
    }

    /// <summary>The same; nobody has waited for it yet.</summary>
    public static ServerProcess BeginBare(params string[] arguments) => Begin(
        address => [Path.Combine(AppContext.BaseDirectory, "AdminOrders.Bench.dll"), "bare", address, .. arguments], []);

    /// <summary>Waits for the page's first 200 and returns how long that was since the process began.</summary>
    /// <param name="headers">Of the request.</param>
    public async Task<TimeSpan> Until(string page, IReadOnlyDictionary<string, string> headers)
    {
        await UntilItAnswers(page, headers, answer => answer.IsSuccessStatusCode);
        return Stopwatch.GetElapsedTime(began);
    }

    /// <summary>Waits until it has hardly worked for some seconds: until what it does once after a start is done.</summary>
    public async Task UntilItRests()
    {
        using var patience = new CancellationTokenSource(Patience);
        for (var worked = Worked; ; worked = Worked)
        {
            await Task.Delay(RestTime, patience.Token);
            if (Worked - worked < RestTime / RestShare)
            {
                return;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private static ServerProcess Begin(Func<string, string[]> arguments, (string Name, string Value)[] settings)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", arguments(address)) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        start.Environment["Logging__LogLevel__Default"] = "Warning";
        var server = new ServerProcess(start, address);
        server.process.OutputDataReceived += static (_, line) => Console.Error.WriteLine(line.Data);
        server.process.BeginOutputReadLine();
        return server;
    }

    private Task UntilItAnswers() => UntilItAnswers("/api/oms/pvt/orders", new Dictionary<string, string>(StringComparer.Ordinal), _ => true);

    private async Task UntilItAnswers(string page, IReadOnlyDictionary<string, string> headers, Predicate<HttpResponseMessage> isIt)
    {
        using var client = Load.Client(Address, headers);
        using var patience = new CancellationTokenSource(Patience);
        while (!await Answers(client, page, isIt, patience.Token))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException("The server ended.");
            }

            await Task.Delay(Pause, patience.Token);
        }
    }

    private static async Task<bool> Answers(HttpClient client, string page, Predicate<HttpResponseMessage> isIt, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.GetAsync(page, cancellationToken);
            return isIt(answer);
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
