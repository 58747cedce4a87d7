using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using AdminOrders.Web.Features.Qa;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AdminOrders.E2E.Support;

/// <summary>What the seller was asked.</summary>
/// <param name="Path">Relative to the address that it gave.</param>
internal sealed record SellerCall(string Path, string Authorization, string MarketplaceOrderId, string CancellationRequestId, string Reason, bool RequestedByUser);

/// <summary>An external seller on a port of this machine, as VTEX's marketplace protocol has one. It evaluates until a journey says otherwise.</summary>
internal sealed class SamplePartner : IAsyncDisposable
{
    /// <summary>As orders of the kit for testers name their external seller, and their marketplace.</summary>
    public const string SellerId = "partner";
    public const string Affiliate = "MKT";
    public const string SellerPath = "/fulfillment";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<SellerCall>> calls = new(StringComparer.Ordinal);
    private readonly WebApplication app;

    private SamplePartner(WebApplication app)
    {
        this.app = app;
        app.MapPost(SellerPath + "/pvt/orders/{orderId}/cancel", AnswerAsync);
    }

    public Uri Address => new(app.Urls.Single());

    /// <summary>Why it refuses; null: it evaluates.</summary>
    public string? Refusal { get; set; }

    public static async Task<SamplePartner> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var partner = new SamplePartner(builder.Build());
        await partner.app.StartAsync();
        return partner;
    }

    /// <summary>The first call about that order, which has come in or comes.</summary>
    public Task<SellerCall> CallAsync(QaOrder order) => CallOf(order.Id).Task.WaitAsync(Patience);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var call = Read(context.Request, body.RootElement);
        CallOf(call.MarketplaceOrderId).TrySetResult(call);
        if (Refusal is { } refusal)
        {
            context.Response.StatusCode = StatusCodes.Status409Conflict;
            await context.Response.WriteAsync(refusal, context.RequestAborted);
        }
    }

    private TaskCompletionSource<SellerCall> CallOf(string orderId) => calls.GetOrAdd(orderId, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    private static SellerCall Read(HttpRequest request, JsonElement body) => new(
        request.Path.Value![SellerPath.Length..], request.Headers.Authorization.ToString(), body.GetProperty("marketplaceOrderId").GetString()!,
        body.GetProperty("cancellationRequestId").GetString()!, body.GetProperty("reason").GetString()!, body.GetProperty("requestedByUser").GetBoolean());
}
