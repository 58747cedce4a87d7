using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AdminOrders.Trials.Crashes;

/// <summary>What a provider was asked under one request's id.</summary>
/// <param name="Wish">Operation, payment and value.</param>
/// <param name="Times">How often.</param>
internal sealed record AskedPayment(string Wish, int Times);

/// <summary>
/// A payment provider that no crash of the server ends. It does what is asked once for a request's id, and remembers what it was asked; some first answers
/// are lost on the way.
/// </summary>
internal sealed class CrashProvider : IAsyncDisposable
{
    private const int LosesEvery = 20;
    private readonly ConcurrentDictionary<string, AskedPayment> asked = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> faults = new();
    private readonly WebApplication application;
    private int calls;

    private CrashProvider(WebApplication application)
    {
        this.application = application;
        application.Run(Answer);
    }

    /// <summary>By request id.</summary>
    public IReadOnlyDictionary<string, AskedPayment> Asked => asked;

    /// <summary>Two wishes under one id, in words.</summary>
    public IReadOnlyCollection<string> Faults => faults;

    /// <summary>What a server has to be told to ask here.</summary>
    public IEnumerable<KeyValuePair<string, string>> Settings
    {
        get
        {
            var address = application.Urls.Single();
            return
            [
                new("Payments__Provider__Address", address), new("Payments__Provider__AppKey", "trial"), new("Payments__Provider__AppToken", "trial"),
                new("Outside__Allowed", address), new("Outside__Timeout", "00:00:02"),
            ];
        }
    }

    public static async Task<CrashProvider> Start(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var provider = new CrashProvider(builder.Build());
        await provider.application.StartAsync(cancellationToken);
        return provider;
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();

    private async Task Answer(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var (call, operation) = (body.RootElement, context.Request.Path.Value!.Split('/')[^1]);
        var (id, payment, value) = (call.GetProperty("requestId").GetString()!, call.GetProperty("paymentId").GetString()!, call.GetProperty("value").GetDecimal());
        var wish = FormattableString.Invariant($"{operation} {payment} {value}");
        asked.AddOrUpdate(id, new AskedPayment(wish, 1), (_, known) => known with { Times = known.Times + 1 });
        if (asked[id].Wish != wish)
        {
            faults.Enqueue($"the provider was asked under {id} for {asked[id].Wish} and for {wish}");
        }

        // It is done, and who asked does not hear of it.
        if (asked[id].Times == 1 && Interlocked.Increment(ref calls) % LosesEvery == 0)
        {
            context.Abort();
            return;
        }

        await context.Response.WriteAsJsonAsync(
            new { paymentId = payment, requestId = id, cancellationId = "done", refundId = "done", settleId = "done", value, message = "Done" }, context.RequestAborted);
    }
}
