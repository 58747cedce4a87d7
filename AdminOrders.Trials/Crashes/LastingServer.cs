using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AdminOrders.Trials.Crashes;

/// <summary>Somebody outside, on a port of this machine, whom no crash of the server ends.</summary>
internal sealed class LastingServer : IAsyncDisposable
{
    private readonly WebApplication application;

    private LastingServer(WebApplication application) => this.application = application;

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Address => application.Urls.Single();

    public static async Task<LastingServer> Start(RequestDelegate answer, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var built = builder.Build();
        built.Run(answer);
        await built.StartAsync(cancellationToken);
        return new(built);
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();
}
