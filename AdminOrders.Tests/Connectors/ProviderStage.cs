using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using AdminOrders.Core.Connectors.Outside;
using AdminOrders.Core.Connectors.Payments;
using AdminOrders.Core.Effects;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Effects;
using AdminOrders.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AdminOrders.Tests.Connectors;

/// <summary>A call that the provider got.</summary>
internal sealed record ProviderCall(string Path, string AppKey, string AppToken, string ContentType, JsonElement Body)
{
    /// <summary><c>cancellations</c>, <c>refunds</c> or <c>settlements</c>.</summary>
    public string Operation => Path[(Path.LastIndexOf('/') + 1)..];

    public string PaymentId => Body.GetProperty("paymentId").GetString()!;

    public string RequestId => Body.GetProperty("requestId").GetString()!;
}

/// <summary>What it says; null hangs up without a word.</summary>
internal sealed record Said(int Status, string Body, params (string Name, string Value)[] Headers)
{
    public Task Write(HttpResponse response)
    {
        (response.StatusCode, response.ContentType) = (Status, "application/json");
        foreach (var (name, value) in Headers)
        {
            response.Headers[name] = value;
        }

        return response.WriteAsync(Body);
    }
}

/// <summary>A store, a runner, and a payment provider behind a real socket on loopback that answers what a test says.</summary>
internal sealed class ProviderStage : IAsyncDisposable
{
    private readonly WebApplication provider;
    private readonly OutsideClient outside;

    private ProviderStage(TestStore store, WebApplication provider, Func<ProviderCall, Said?> answer)
    {
        (Store, this.provider) = (store, provider);
        provider.Run(context => Answer(context, answer));
        provider.Start();
        var address = provider.Urls.Single();
        outside = new(new(TimeSpan.FromSeconds(10), [new Uri(address)]));
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Payments:Provider:Address"] = address + "/provider",
            ["Payments:Provider:AppKey"] = "our-key",
            ["Payments:Provider:AppToken"] = "our-token",
        }).Build();
        var delivery = new PaymentDelivery(
            new(store.Get<IDbContextFactory<OrdersDb>>()), new(PaymentProviderSettings.From(settings, new(TimeSpan.FromSeconds(10), [new Uri(address)]))!, outside),
            store.Workflow);
        Runner = store.Runner(new Connector(Consumers.Payment, delivery.Deliver, Backoff.AttemptsOfMoney));
    }

    public TestStore Store { get; }

    public EffectRunner Runner { get; }

    public ConcurrentQueue<ProviderCall> Calls { get; } = new();

    public static async Task<ProviderStage> Open(Func<ProviderCall, Said?> answer, Engine engine = Engine.Sqlite)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        return new(await TestStore.Open(engine), builder.Build(), answer);
    }

    /// <summary>What the protocol's examples say of something that was done.</summary>
    public static Said Done(ProviderCall call) => call.Operation == "cancellations"
        ? new(200, $$"""{"paymentId":"{{call.PaymentId}}","cancellationId":"1231323234234","code":null,"message":"Successfully cancelled","requestId":"{{call.RequestId}}"}""")
        : call.Operation == "settlements"
        ? new(200, $$"""{"paymentId":"{{call.PaymentId}}","settleId":"S-{{call.PaymentId}}","value":{{call.Body.GetProperty("value").GetRawText()}},"code":null,"message":"Successfully settled","requestId":"{{call.RequestId}}"}""")
        : new(200, $$"""{"paymentId":"{{call.PaymentId}}","refundId":"2EA354989E7E4BBC9F9D7B66674C2574","value":{{call.Body.GetProperty("value").GetRawText()}},"code":null,"message":"Successfully refunded","requestId":"{{call.RequestId}}"}""");

    /// <summary>The order as it is imported, then canceled.</summary>
    public async Task Cancel(OrderBuilder order, string? document = null)
    {
        var imported = order.AsImported(document);
        await Store.Import(imported);
        await Store.Send(imported.Facts.OrderId, new Cancel(Owing.NewId(), Side.Store, new Reason(null, "sold out")), Actors.Operator);
    }

    public async Task<PaymentFact> Payment(string orderId, string paymentId = "card") =>
        (await Store.Facts(orderId)).Payments.Single(payment => payment.Id == paymentId);

    public async Task<string[]> Kinds(string orderId) => [.. (await Store.History(orderId)).Select(row => row.Kind).SkipWhile(kind => kind != "money-owed")];

    public async ValueTask DisposeAsync()
    {
        Runner.Dispose();
        outside.Dispose();
        await provider.DisposeAsync();
        await Store.DisposeAsync();
    }

    private async Task Answer(HttpContext context, Func<ProviderCall, Said?> answer)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        var headers = context.Request.Headers;
        var call = new ProviderCall(
            context.Request.Path, headers["X-PROVIDER-API-AppKey"].ToString(), headers["X-PROVIDER-API-AppToken"].ToString(),
            context.Request.ContentType ?? "", body.RootElement.Clone());
        Calls.Enqueue(call);
        var misfit = PaymentProtocol.Misfit(call);
        if ((misfit is null ? answer(call) : new(400, $$"""{"code":"misfit","message":"{{misfit}}"}""")) is not { } said)
        {
            context.Abort();
            return;
        }

        await said.Write(context.Response);
    }
}
