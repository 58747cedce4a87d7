using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using AdminOrders.Core.Connectors.Amazon;
using AdminOrders.Core.Connectors.Outside;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Cli.Simulation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AdminOrders.Tests.Connectors.Amazon;

/// <summary>The client and the sample were written from the same contract; here they meet over HTTP.</summary>
public sealed class SampleAmazonTests
{
    private const string Two = "\"orders\":[{\"orderId\":\"1-1\",\"status\":\"UNSHIPPED\",\"items\":[{\"sku\":\"A\",\"title\":\"a\",\"quantity\":2,\"unitPrice\":10.50},{\"sku\":\"B\",\"title\":\"b\",\"quantity\":1,\"unitPrice\":1}]},{\"orderId\":\"1-2\",\"items\":[{\"sku\":\"A\",\"title\":\"a\",\"quantity\":1,\"unitPrice\":10.50}]}]";

    public static TheoryData<string> Scenarios => new(Directory.GetFiles(Path.Combine(Repository.Root, "docs", "scenarios"), "amazon-*.json").Select(Path.GetFileName)!);

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task The_client_reads_everything_that_happens_in_the_scenarios_of_the_docs(string file)
    {
        var scenario = AmazonScenario.Read(await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "docs", "scenarios", file)));
        await using var stage = await Stage.Open(scenario with { Quotas = Plenty, Steps = [.. scenario.Steps.Where(step => step.Do is not StepKind.Answer)], Notify = null });
        foreach (var at in scenario.Steps.Select(step => step.At).Distinct())
        {
            stage.Clock.Set(stage.Begun + at);
            foreach (var order in Done(await stage.Client.SearchOrders(stage.Begun, null, default)).Orders)
            {
                var told = Done(await stage.Client.GetOrder(order.OrderId, default));
                Assert.Equal(order.LastUpdatedTime, told.LastUpdatedTime);
                Assert.All(told.OrderItems, item => Assert.NotNull(item.Product.SellerSku));
                Assert.Equal(told.Fulfillment!.FulfillmentStatus == AmazonWords.Pending, told.Proceeds is null);
            }
        }

        Assert.Equal(scenario.Orders.Length, Done(await stage.Client.SearchOrders(stage.Begun, null, default)).Orders.Length);
    }

    [Fact]
    public async Task What_happens_to_an_order_is_told_at_its_time()
    {
        await using var stage = await Stage.Open(Read($$"""
            {{{Two}},"steps":[
              {"at":"00:00:10","do":"pay","order":"1-2"},
              {"at":"00:00:20","do":"ask-to-cancel","order":"1-1","items":["A"],"reason":"too late"},
              {"at":"00:00:30","do":"cancel","order":"1-1","items":["A"],"by":"AMAZON","reason":"fraud"},
              {"at":"00:00:40","do":"cancel","order":"1-1","by":"BUYER","reason":"all of it"},
              {"at":"00:00:50","do":"ship","order":"1-2"}]}
            """));

        Assert.Equal([AmazonWords.Unshipped, AmazonWords.Pending], await stage.Statuses());
        var pending = Done(await stage.Client.GetOrder("1-2", default));
        Assert.Equal((null, null, null, null), (pending.Buyer, pending.Recipient, pending.Proceeds, pending.OrderItems[0].Product.Price));
        Assert.Equal((2_200, 1_050), ((await stage.Get("1-1")).Proceeds!.GrandTotal!.MinorUnits(), (await stage.Get("1-1")).OrderItems[0].Product.Price!.UnitPrice!.MinorUnits()));

        stage.At(20);
        Assert.Equal(new AmazonCancellationRequest(AmazonWords.Buyer, "too late"), (await stage.Get("1-1")).OrderItems[0].Cancellation!.CancellationRequest);
        Assert.Null((await stage.Get("1-1")).OrderItems[1].Cancellation);
        stage.At(30);
        Assert.Equal(new AmazonCancellationExecution(AmazonWords.Amazon, "fraud"), (await stage.Get("1-1")).OrderItems[0].Cancellation!.CancellationExecution);
        Assert.Equal([AmazonWords.Unshipped, AmazonWords.Unshipped], await stage.Statuses());
        stage.At(50);
        Assert.Equal([AmazonWords.Canceled, AmazonWords.Shipped], await stage.Statuses());
        Assert.Equal([AmazonWords.Amazon, AmazonWords.Buyer], (await stage.Get("1-1")).OrderItems.Select(item => item.Cancellation!.CancellationExecution!.CancelledBy));
    }

    [Theory]
    [InlineData("cancel", "ship", AmazonWords.Unshipped, "\"items\":[\"B\"],")]
    [InlineData("ship", "cancel", AmazonWords.PartiallyShipped, "\"items\":[\"A\"],")]
    public async Task An_order_is_shipped_once_nothing_else_is_left_and_worth_what_was_sent(string first, string then, string between, string items)
    {
        await using var stage = await Stage.Open(Read($$"""
            {{{Two}},"steps":[{"at":"00:00:10","do":"{{first}}","order":"1-1",{{items}}"reason":"x"},{"at":"00:00:20","do":"{{then}}","order":"1-1","reason":"x"},
              {"at":"00:00:30","do":"cancel","order":"1-1","reason":"y"}]}
            """));
        stage.At(10);
        Assert.Equal(between, (await stage.Get("1-1")).Fulfillment!.FulfillmentStatus);

        foreach (var second in new[] { 20, 30 })
        {
            stage.At(second);
            var told = await stage.Get("1-1");
            Assert.Equal((AmazonWords.Shipped, 2_100), (told.Fulfillment!.FulfillmentStatus, told.Proceeds!.GrandTotal!.MinorUnits()));
            Assert.Equal([new AmazonItemFulfillment(2, 0), new AmazonItemFulfillment(0, 0)], told.OrderItems.Select(item => item.Fulfillment!));
            Assert.Equal([null, "x"], told.OrderItems.Select(item => item.Cancellation?.CancellationExecution?.CancelReason));
        }
    }

    [Fact]
    public async Task A_search_finds_what_was_updated_since_and_comes_in_pages()
    {
        var items = "\"items\":[{\"sku\":\"A\",\"title\":\"a\",\"quantity\":1,\"unitPrice\":1}]";
        var orders = string.Join(',', Enumerable.Range(1, 250).Select(number => $$"""{"orderId":"1-{{number:000}}",{{items}}}"""));
        await using var stage = await Stage.Open(Read($$"""{"orders":[{{orders}}],"steps":[{"at":"00:01:00","do":"pay","order":"1-007"}]}"""));

        var found = new List<string>();
        string? next = null;
        do
        {
            var page = Done(await stage.Client.SearchOrders(stage.Begun, next, default));
            (next, _) = (page.NextToken, page.Orders.Length);
            found.AddRange(page.Orders.Select(order => order.OrderId));
        }
        while (next is not null);

        Assert.Equal(250, found.Distinct().Count());
        Assert.Equal(3, stage.Server.Amazon.Calls.Count(call => call == "SearchOrders 200"));
        stage.At(60);
        Assert.Equal("1-007", Assert.Single(Done(await stage.Client.SearchOrders(stage.Begun + TimeSpan.FromSeconds(30), null, default)).Orders).OrderId);
    }

    [Fact]
    public async Task A_cancellation_is_taken_and_carried_out_later_or_refused_with_words()
    {
        await using var stage = await Stage.Open(Read($$"""
            {{{Two}},"cancelsAfter":"00:00:10","steps":[{"at":"00:00:01","do":"refuse-cancellation","order":"1-2","reason":"being prepared"}]}
            """));
        stage.At(1);

        Assert.IsType<AmazonAnswer<CancellationTaken>.Done>(await stage.Client.CancelOrder("1-1", AmazonCancelReasons.NoInventory, default));
        Assert.Equal(AmazonWords.Unshipped, (await stage.Get("1-1")).Fulfillment!.FulfillmentStatus);
        stage.At(11);
        Assert.Equal(AmazonWords.Canceled, (await stage.Get("1-1")).Fulfillment!.FulfillmentStatus);
        Assert.Equal("Amazon answered 400 InvalidInput: Order is CANCELLED", Refused(await stage.Client.CancelOrder("1-1", AmazonCancelReasons.NoInventory, default)));
        Assert.Equal("Amazon answered 400 InvalidInput: being prepared", Refused(await stage.Client.CancelOrder("1-2", AmazonCancelReasons.NoInventory, default)));
        Assert.Equal("Amazon answered 404 NotFound: Order 1-3 is not found", Refused(await stage.Client.CancelOrder("1-3", AmazonCancelReasons.NoInventory, default)));
        Assert.Equal("Amazon answered 400 InvalidInput: cancelReasonCode is none of the list", Refused(await stage.Client.CancelOrder("1-1", "BECAUSE", default)));
    }

    [Fact]
    public async Task Trouble_and_quotas_of_the_sample_reach_the_client_as_answers_for_later()
    {
        await using var stage = await Stage.Open(Read($$"""
            {{{Two}},"quotas":{"getOrder":{"rate":0.1,"burst":1} },
              "steps":[{"at":"00:01:00","do":"answer","status":500,"for":"00:00:05","operation":"cancelOrder"},{"at":"00:02:00","do":"expire-token"}]}
            """));

        await stage.Get("1-1");
        var exhausted = Assert.IsType<AmazonAnswer<AmazonOrder>.NotNow>(await stage.Client.GetOrder("1-1", default));
        Assert.Equal("Amazon answered 429 QuotaExceeded: You exceeded your quota for the requested resource.", exhausted.Words);
        Assert.Equal(TimeSpan.FromSeconds(10), exhausted.NotBefore - stage.Clock.GetUtcNow());
        stage.At(60);
        Assert.IsType<AmazonAnswer<CancellationTaken>.NotNow>(await stage.Client.CancelOrder("1-1", AmazonCancelReasons.NoInventory, default));
        stage.At(120);
        Assert.IsType<AmazonAnswer<CancellationTaken>.Done>(await stage.Client.CancelOrder("1-1", AmazonCancelReasons.NoInventory, default));
        Assert.Equal(["CancelOrder 1-1 500", "CancelOrder 1-1 403", "SignIn 200", "CancelOrder 1-1 204"], stage.Server.Amazon.Calls.TakeLast(4));
    }

    [Fact]
    public async Task Notifications_come_by_the_shared_secret_as_often_and_in_the_order_that_the_scenario_says()
    {
        await using var hearer = new Hearer();
        await using var stage = await Stage.Open(Read($$"""
            {"notify":{"address":"{{hearer.Address}}api/hook","secret":"shared"},{{Two}},"steps":[
              {"at":"00:00:10","do":"ask-to-cancel","order":"1-1","items":["B"],"reason":"x"},{"at":"00:00:10","do":"notify","order":"1-1","times":3},
              {"at":"00:00:10","do":"cancel","order":"1-2","reason":"y"},{"at":"00:00:10","do":"notify","order":"1-2","times":3},{"at":"00:00:10","do":"shuffle"}]}
            """));
        Assert.Empty(await stage.Server.SendDue(default));
        stage.At(10);

        Assert.Equal(Enumerable.Repeat(200, 6), await stage.Server.SendDue(default));
        Assert.Empty(await stage.Server.SendDue(default));

        Assert.All(hearer.Heard, heard => Assert.Equal(("/api/hook", "shared"), (heard.Path, heard.Secret)));
        var changes = hearer.Heard.Select(heard => heard.Body.GetProperty("Payload").GetProperty("OrderChangeNotification")).ToArray();
        var ids = changes.Select(change => change.GetProperty("AmazonOrderId").GetString()!).ToArray();
        Assert.NotEqual(ids.Order(StringComparer.Ordinal), ids);
        Assert.Equal(2, hearer.Heard.Select(heard => heard.Body.GetProperty("NotificationMetadata").GetProperty("NotificationId").GetString()).Distinct().Count());
        var asked = changes.First(change => change.GetProperty("AmazonOrderId").GetString() == "1-1");
        Assert.Equal("BuyerRequestedChange", asked.GetProperty("OrderChangeType").GetString());
        Assert.Equal([false, true], asked.GetProperty("Summary").GetProperty("OrderItems").EnumerateArray().Select(item => item.GetProperty("IsBuyerRequestedCancel").GetBoolean()));
        Assert.Equal("Canceled", changes.First(change => change.GetProperty("AmazonOrderId").GetString() == "1-2").GetProperty("Summary").GetProperty("OrderStatus").GetString());
    }

    [Theory]
    [InlineData("{", "")]
    [InlineData("{}", "orders")]
    [InlineData("{\"orders\":[],\"step\":[]}", "step")]
    [InlineData("{\"orders\":[],\"steps\":[{\"at\":\"00:00:01\",\"do\":\"explode\"}]}", "do")]
    [InlineData("{\"orders\":[],\"steps\":[{\"at\":\"00:00:01\",\"do\":\"pay\",\"order\":\"1-9\"}]}", "1-9")]
    [InlineData("{\"orders\":[],\"steps\":[{\"at\":\"soon\",\"do\":\"shuffle\"}]}", "at")]
    public void A_file_that_is_no_scenario_is_told_where(string file, string where) =>
        Assert.Contains(where, Assert.ThrowsAny<JsonException>(() => Read(file)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("POST", "/auth/o2/token", "", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/orders/2026-01-01/orders", "", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/orders/2026-01-01/orders?lastUpdatedAfter=2020-01-01&paginationToken=!!", "", HttpStatusCode.BadRequest)]
    [InlineData("PUT", "/orders/2026-01-01/orders/1-1/cancellation", "oops", HttpStatusCode.BadRequest)]
    [InlineData("PUT", "/orders/2026-01-01/orders/1-1/cancellation", "[]", HttpStatusCode.BadRequest)]
    public async Task What_is_asked_wrongly_of_the_sample_is_refused_as_Amazon_does(string method, string path, string body, HttpStatusCode status)
    {
        await using var stage = await Stage.Open(Read("{" + Two + "}"));
        await stage.Get("1-1");
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(new(method), new Uri(stage.Server.Address, path)) { Content = new StringContent(body) };
        request.Headers.Add("x-amz-access-token", "Atza|sample-1");

        using var answer = await client.SendAsync(request);

        Assert.Equal(status, answer.StatusCode);
    }

    private static Dictionary<SampleOperation, ScenarioQuota> Plenty => Enum.GetValues<SampleOperation>().ToDictionary(operation => operation, _ => new ScenarioQuota(100, 1_000));

    private static AmazonScenario Read(string file) => AmazonScenario.Read(Encoding.UTF8.GetBytes(file));

    private static T Done<T>(AmazonAnswer<T> answer) => Assert.IsType<AmazonAnswer<T>.Done>(answer).Content;

    private static string Refused<T>(AmazonAnswer<T> answer) => Assert.IsType<AmazonAnswer<T>.Refused>(answer).Words;

    /// <summary>A sample Amazon and a client of it, on one clock.</summary>
    private sealed class Stage : IAsyncDisposable
    {
        private readonly OutsideClient outside;
        private readonly AmazonAccess access;

        private Stage(SampleAmazonServer server, ManualClock clock)
        {
            (Server, Clock, Begun) = (server, clock, clock.GetUtcNow());
            outside = new(new OutsideSettings(TimeSpan.FromSeconds(10), [server.Address]));
            var settings = new AmazonSettings("client", "secret", "refresh", server.Address, new(server.Address, SampleAmazonServer.TokenPath), [AmazonScenario.DefaultMarketplace]);
            var quotas = new AmazonQuotas(clock);
            access = new(settings, outside, quotas, clock);
            Client = new(settings, outside, quotas, access);
        }

        public SampleAmazonServer Server { get; }

        public ManualClock Clock { get; }

        public DateTimeOffset Begun { get; }

        public AmazonClient Client { get; }

        public static async Task<Stage> Open(AmazonScenario scenario)
        {
            var clock = new ManualClock();
            return new(await SampleAmazonServer.Start(scenario, "http://127.0.0.1:0", clock, default), clock);
        }

        public void At(int seconds) => Clock.Set(Begun + TimeSpan.FromSeconds(seconds));

        public async Task<AmazonOrder> Get(string orderId) => Done(await Client.GetOrder(orderId, default));

        public async Task<string[]> Statuses() =>
            [.. Done(await Client.SearchOrders(Begun, null, default)).Orders.OrderBy(order => order.OrderId, StringComparer.Ordinal).Select(order => order.Fulfillment!.FulfillmentStatus)];

        public async ValueTask DisposeAsync()
        {
            access.Dispose();
            outside.Dispose();
            await Server.DisposeAsync();
        }
    }

    /// <summary>Somebody who takes notifications.</summary>
    private sealed class Hearer : IAsyncDisposable
    {
        private readonly WebApplication app;

        public Hearer()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
            app = builder.Build();
            app.Run(async context =>
            {
                using var body = await JsonDocument.ParseAsync(context.Request.Body);
                Heard.Enqueue((context.Request.Path, context.Request.Headers[SampleAmazonServer.SecretHeader].ToString(), body.RootElement.Clone()));
            });
            app.Start();
        }

        public Uri Address => new(app.Urls.Single());

        public ConcurrentQueue<(string Path, string Secret, JsonElement Body)> Heard { get; } = new();

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
