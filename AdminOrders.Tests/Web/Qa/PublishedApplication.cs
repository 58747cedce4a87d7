using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Web.Qa;

/// <summary>The application as it is published, started with nothing but an address and a store: in Production.</summary>
internal sealed class PublishedApplication : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("adminorders-published-");
    private readonly string address = $"http://127.0.0.1:{FreePort()}";
    private Process? server;

    /// <summary>Publishes what is built.</summary>
    public async Task PublishAsync()
    {
        var project = Path.Combine(Repository.Root, "AdminOrders.Web", "AdminOrders.Web.csproj");
        var built = typeof(PublishedApplication).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        await RunAsync("", "publish", project, "--no-build", "--configuration", built, "--output", folder.FullName, "-nologo", "-verbosity:quiet");
    }

    public Task<string> RunCommandAsync(string input, params string[] arguments) => RunAsync(input, [Program, .. arguments]);

    /// <summary>Starts the server and waits until it answers.</summary>
    public async Task<WebVisitor> ServeAsync()
    {
        server = Process.Start(Start([Program, "--urls", address]))!;
        _ = server.StandardOutput.ReadToEndAsync();
        _ = server.StandardError.ReadToEndAsync();
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };
        using var patience = new CancellationTokenSource(Patience);
        while (!await AnswersAsync(client))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), patience.Token);
        }

        return new WebVisitor(client);
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            server.Kill();
            await server.WaitForExitAsync();
            server.Dispose();
        }

        folder.Delete(recursive: true);
    }

    private string Program => Path.Combine(folder.FullName, "AdminOrders.Web.dll");

    private async Task<string> RunAsync(string input, params string[] arguments)
    {
        using var process = Process.Start(Start(arguments))!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, string.Concat(said));
        return said[0];
    }

    private ProcessStartInfo Start(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = Path.GetTempPath(),
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in (string[])["ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT", "ADMINORDERS_WORKING_COPY", "ASPNETCORE_URLS"])
        {
            start.Environment.Remove(name);
        }

        start.Environment["Storage__ConnectionString"] = $"Data Source={Path.Combine(folder.FullName, "orders.db")}";
        return start;
    }

    private static async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/account/sign-in", UriKind.Relative));
            return answer.StatusCode is HttpStatusCode.OK;
        }
        catch (HttpRequestException)
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
