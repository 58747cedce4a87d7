using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace AdminOrders.E2E.Support;

/// <summary>The real server as its own process on a free port of this machine. Several may open the same store; the place goes with the one that does not borrow it.</summary>
internal sealed class StoreServer(StorePlace place) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly ConcurrentQueue<string> output = new();
    private Process? process;

    /// <summary>Where it answers, without a slash at the end.</summary>
    public string Address { get; } = $"http://127.0.0.1:{FreePort()}";

    /// <summary>All that it printed since the first start.</summary>
    public string Output => string.Join(Environment.NewLine, output);

    /// <summary>Where its store lies.</summary>
    public StorePlace Place => place;

    /// <summary>Starts it and waits until it answers.</summary>
    /// <exception cref="InvalidOperationException">It ended by itself or did not answer in time; the message holds what it printed.</exception>
    public async Task StartAsync()
    {
        process = Process.Start(Start("--urls", Address)) ?? throw new InvalidOperationException("The server did not start.");
        Collect(process);
        using var client = new HttpClient { BaseAddress = new Uri(Address), Timeout = TimeSpan.FromSeconds(10) };
        using var patience = new CancellationTokenSource(Patience);
        while (!await AnswersAsync(client, patience.Token))
        {
            if (process.HasExited || patience.IsCancellationRequested)
            {
                throw new InvalidOperationException($"The server did not answer at {Address}.{Environment.NewLine}{Output}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), CancellationToken.None);
        }
    }

    /// <summary>Ends the process at once, as a crash does: SIGKILL where there are signals.</summary>
    public async Task KillAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process?.Dispose();
        process = null;
    }

    /// <summary>Runs the command line on the same database in a process of its own and returns what it printed.</summary>
    /// <exception cref="InvalidOperationException">The exit code was not 0.</exception>
    public async Task<string> RunCommandAsync(params string[] arguments)
    {
        using var command = Process.Start(Start(arguments)) ?? throw new InvalidOperationException("The command did not start.");
        var printing = Task.WhenAll(command.StandardOutput.ReadToEndAsync(), command.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(Patience);
        await using var givingUp = patience.Token.Register(command.Kill);
        await command.WaitForExitAsync(CancellationToken.None);
        var said = string.Concat(await printing);
        return command.ExitCode == 0 ? said : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {command.ExitCode}: {said}");
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        await place.DisposeAsync();
    }

    /// <summary>Imports documents, one a line, by the command line in a process of its own.</summary>
    public async Task ImportAsync(string documents)
    {
        var file = Path.Combine(place.Folder, $"{Guid.NewGuid():N}.ndjson");
        await File.WriteAllTextAsync(file, documents);
        await RunCommandAsync("import", file);
    }

    private ProcessStartInfo Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Places.Server, .. arguments])
        {
            WorkingDirectory = Places.ServerProject,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_DETAILEDERRORS"] = "true";
        start.Environment.Remove("ASPNETCORE_URLS");
        // A server that lives for minutes beside a browser: what pays in the long run, such as compiling a second time (after ten minutes, in hex), costs here.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_TC_CallCountingDelayMs"] = "927C0";
        start.Environment["DOTNET_gcServer"] = "0";
        foreach (var (name, value) in place.HasPaymentProvider ? place.Settings.Concat(PaymentProvider) : place.Settings)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private IEnumerable<KeyValuePair<string, string>> PaymentProvider =>
    [
        new("Outside__Allowed", Address),
        new("Payments__Provider__Address", $"{Address}/qa/payment-provider"),
        new("Payments__Provider__AppKey", "journeys"),
        new("Payments__Provider__AppToken", "sample"),
    ];

    private void Collect(Process started)
    {
        started.OutputDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        started.ErrorDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
    }

    private static async Task<bool> AnswersAsync(HttpClient client, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.GetAsync("/account/sign-in", cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
