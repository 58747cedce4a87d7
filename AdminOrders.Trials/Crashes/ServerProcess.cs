using System.Collections.Concurrent;
using System.Diagnostics;
using AdminOrders.Trials.Stores;

namespace AdminOrders.Trials.Crashes;

/// <summary>The real server as a process that can be killed, at an address of its own choice, in Development: it takes commands at <c>/qa/commands</c>.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private const int KeptLines = 60;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(string program, StoreAddress store, IEnumerable<KeyValuePair<string, string>> settings)
    {
        var start = new ProcessStartInfo("dotnet", [program, "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = Path.GetDirectoryName(program)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        start.Environment["Storage__Provider"] = store.Provider;
        start.Environment["Storage__ConnectionString"] = store.ConnectionString;
        start.Environment.Remove("ASPNETCORE_URLS");
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Heard(line.Data);
        process.ErrorDataReceived += (_, line) => Heard(line.Data);
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException($"The server ended by itself. {Output}"));
    }

    /// <summary>Where it answers.</summary>
    public Uri Address => address.Task.Result;

    public bool HasExited => process.HasExited;

    public int Id => process.Id;

    /// <summary>The last lines that it printed.</summary>
    public string Output => string.Join(Environment.NewLine, output);

    /// <summary>Starts it and waits until it takes commands.</summary>
    /// <param name="program">The built <c>AdminOrders.Web.dll</c>.</param>
    /// <param name="settings">Environment variables besides the store.</param>
    /// <exception cref="InvalidOperationException">It ended by itself; the message holds what it printed.</exception>
    /// <exception cref="TimeoutException">It did not come up in time.</exception>
    public static async Task<ServerProcess> Start(
        string program, StoreAddress store, IEnumerable<KeyValuePair<string, string>> settings, CancellationToken cancellationToken = default)
    {
        var server = new ServerProcess(program, store, settings);
        try
        {
            server.process.Start();
            server.process.BeginOutputReadLine();
            server.process.BeginErrorReadLine();
            await server.address.Task.WaitAsync(Patience, cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends the process as a crash does: SIGKILL where there are signals. Returns when it is gone.</summary>
    public async Task Kill()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        process.Dispose();
    }

    private void Heard(string? line)
    {
        if (line is null)
        {
            return;
        }

        output.Enqueue(line);
        if (output.Count > KeptLines)
        {
            output.TryDequeue(out _);
        }

        if (line.IndexOf(Listening, StringComparison.Ordinal) is var at and >= 0)
        {
            address.TrySetResult(new Uri(line[(at + Listening.Length)..].Trim()));
        }
    }
}
