using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using AdminOrders.Core.Connectors;
using AdminOrders.Core.Connectors.Outside;
using AdminOrders.Core.Connectors.Protocol;
using AdminOrders.Core.Effects;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Verification;
using AdminOrders.Tests.Effects;
using AdminOrders.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AdminOrders.Tests.Connectors.Protocol;

/// <summary>A call that the seller or the marketplace got.</summary>
internal sealed record PartnerCall(string Path, IHeaderDictionary Headers, JsonElement Body, DateTimeOffset At)
{
    public string RequestId => Body.GetProperty("cancellationRequestId").GetString()!;

    public string MarketplaceOrderId => Body.GetProperty("marketplaceOrderId").GetString()!;
}

/// <summary>
/// A store, a runner for what is owed to sellers and channels, and behind a real socket on loopback the seller <c>seller-2</c> and the marketplace <c>MKT</c>,
/// which answer what a test says.
/// </summary>
internal sealed class PartnerStage : IAsyncDisposable
{
    public const string Affiliate = "MKT";
    private readonly WebApplication partner;
    private readonly OutsideClient outside;

    private PartnerStage(TestStore store, WebApplication partner, Func<PartnerCall, Said?> answer, TimeSpan patience)
    {
        (Store, this.partner) = (store, partner);
        partner.Run(context => Answer(context, answer));
        partner.Start();
        var address = new Uri(partner.Urls.Single());
        var calls = new OutsideSettings(patience, [address]);
        outside = new(calls);
        var (client, factory) = (new ProtocolClient(outside), store.Get<IDbContextFactory<OrdersDb>>());
        var reasons = new ToldReasons(factory, store.Reasons);
        var sellers = new SellerDelivery(ProtocolPartner.Sellers(Settings(address), calls), new(factory, reasons), client, store.Workflow, store.Clock);
        var channels = new ChannelDelivery(factory, ProtocolPartner.Marketplaces(Settings(address), calls)
            .Select(marketplace => new ChannelConnector(marketplace.Id, new MarketplaceNotices(marketplace, client, reasons, factory).Tell)));
        Runner = store.Runner(new Connector(Consumers.Seller, sellers.Deliver), new Connector(Consumers.Channel, channels.Deliver));
    }

    public TestStore Store { get; }

    public EffectRunner Runner { get; }

    public ConcurrentQueue<PartnerCall> Calls { get; } = new();

    /// <param name="answer">Null hangs up without a word; status 0 says nothing until the caller has gone.</param>
    public static async Task<PartnerStage> Open(Func<PartnerCall, Said?> answer, Engine engine = Engine.Sqlite, TimeSpan? patience = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        return new(await TestStore.Open(engine), builder.Build(), answer, patience ?? TimeSpan.FromSeconds(10));
    }

    /// <summary>A seller that confirms.</summary>
    public static Said Confirmed(PartnerCall call) =>
        new(200, $$"""{"date":"2026-03-02 12:00:00","marketplaceOrderId":"{{call.MarketplaceOrderId}}","orderId":"7890","receipt":"e39d05f9"}""");

    /// <summary>A seller that has not decided.</summary>
    public static Said Evaluating(PartnerCall call) => new(200, "");

    /// <summary>A marketplace that has taken it.</summary>
    public static Said Taken(PartnerCall call) => new(200, """{"date":"2026-03-02T12:00:00.0000000+00:00","orderId":"M-1","receipt":"b5d2"}""");

    /// <summary>An order that the seller handles, asked for by its customer through the store.</summary>
    public async Task<string> Request(string orderId = "o-1", OrderBuilder? order = null)
    {
        await Import((order ?? An.Order(orderId).Handling()).FulfilledBySeller());
        var request = Owing.NewId();
        Assert.Equal(Status.WaitingForSellerDecision, (await Store.Send(orderId, new Cancel(request, Side.Customer, new(null, "too late")), Actors.Operator)).Status);
        return request;
    }

    /// <summary>As a document brings it that tells the seller's own id of it, and the marketplace's.</summary>
    public Task<Answer> Import(OrderBuilder order)
    {
        var imported = order.AsImported();
        return Store.Import(imported with
        {
            Description = imported.Description with { OrderGroup = "group-1", SellerOrderId = "7890", MarketplaceOrderId = "M-1", AffiliateId = imported.Facts.IsMarketplaceOrder ? Affiliate : "" },
        });
    }

    public async Task<DeliveryRow> Delivery(string consumer = Consumers.Seller) => Assert.Single(await Store.Deliveries(consumer));

    /// <summary>Turns as time passes, in steps that are short at first.</summary>
    public async Task SettleFor(TimeSpan time)
    {
        var end = Store.Clock.GetUtcNow() + time;
        for (var step = TimeSpan.FromSeconds(5); Store.Clock.GetUtcNow() < end; step = step < TimeSpan.FromMinutes(30) ? step * 1.5 : step)
        {
            await Runner.Settle();
            Store.Clock.Advance(step);
        }

        await Runner.Settle();
    }

    public async Task AssertIntact() => Assert.Empty((await Store.Get<StoreVerification>().Run()).Broken.Select(broken => broken.ToString()));

    public async ValueTask DisposeAsync()
    {
        Runner.Dispose();
        outside.Dispose();
        await partner.DisposeAsync();
        await Store.DisposeAsync();
    }

    private static IConfigurationRoot Settings(Uri address) => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Sellers:0:SellerId"] = "seller-2",
        ["Sellers:0:FulfillmentEndpoint"] = new Uri(address, "/fulfillment").AbsoluteUri,
        ["Sellers:0:AppKey"] = "seller-key",
        ["Sellers:0:AppToken"] = "seller-token",
        ["Channels:Marketplaces:0:AffiliateId"] = Affiliate,
        ["Channels:Marketplaces:0:ServicesEndpoint"] = new Uri(address, "/services").AbsoluteUri,
        ["Channels:Marketplaces:0:AppKey"] = "our-key",
        ["Channels:Marketplaces:0:AppToken"] = "our-token",
    }).Build();

    private async Task Answer(HttpContext context, Func<PartnerCall, Said?> answer)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        var call = new PartnerCall(context.Request.Path, new HeaderDictionary(context.Request.Headers.ToDictionary()), body.RootElement.Clone(), Store.Clock.GetUtcNow());
        Calls.Enqueue(call);
        switch (answer(call))
        {
            case null:
                context.Abort();
                return;
            case { Status: 0 }:
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return;
            case var said:
                await said.Write(context.Response);
                return;
        }
    }
}
