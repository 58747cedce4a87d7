using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using AdminOrders.Tests.Trials;
using AdminOrders.Web.Cli.Simulation;

namespace AdminOrders.Tests.Channels;

/// <summary>The command <c>channels simulate amazon</c>, as a person starts it.</summary>
internal sealed class SampleAmazonProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly List<string> said = [];

    private SampleAmazonProcess(Process process) => this.process = process;

    /// <summary>What it has printed so far.</summary>
    public string Said
    {
        get
        {
            lock (said)
            {
                return string.Join('\n', said);
            }
        }
    }

    /// <summary>An address of this machine at which nobody listens.</summary>
    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    /// <summary>What a server has to be told to ask a sample Amazon there, besides that it may.</summary>
    public static IEnumerable<KeyValuePair<string, string>> SettingsOf(Uri address) =>
    [
        new("Channels__Amazon__Endpoint", address.ToString()), new("Channels__Amazon__TokenAddress", new Uri(address, SampleAmazonServer.TokenPath).ToString()),
        new("Channels__Amazon__ClientId", "sample"), new("Channels__Amazon__ClientSecret", "sample"), new("Channels__Amazon__RefreshToken", "sample"),
        new("Channels__Amazon__MarketplaceIds", AmazonScenario.DefaultMarketplace),
    ];

    public static SampleAmazonProcess Start(string scenario, Uri address, Uri notify, string secret)
    {
        string[] arguments = ["channels", "simulate", "amazon", "--scenario", scenario, "--urls", address.GetLeftPart(UriPartial.Authority), "--notify", notify.ToString(), "--secret", secret];
        var start = new ProcessStartInfo("dotnet", [CrashPlaces.Server, .. arguments])
        {
            WorkingDirectory = Path.GetDirectoryName(CrashPlaces.Server)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["LANG"] = "en_US.UTF-8";
        var sample = new SampleAmazonProcess(Process.Start(start)!);
        sample.process.OutputDataReceived += sample.Heard;
        sample.process.ErrorDataReceived += sample.Heard;
        sample.process.BeginOutputReadLine();
        sample.process.BeginErrorReadLine();
        return sample;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private void Heard(object sender, DataReceivedEventArgs line)
    {
        lock (said)
        {
            said.Add(line.Data ?? "");
        }
    }
}
