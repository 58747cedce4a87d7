using System.Net;
using System.Text;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Channels;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web.Api;

public sealed class AmazonNotificationTests
{
    private const string Address = "/api/channels/amazon/notifications";

    // As Amazon's own example has it.
    private const string Body =
        """
        {"NotificationVersion":"1.0","NotificationType":"ORDER_CHANGE","PayloadVersion":"1.0","EventTime":"2020-01-11T00:09:53.109Z",
         "Payload":{"OrderChangeNotification":{"NotificationLevel":"OrderLevel","SellerId":"A3TH9S8BH6GOGM","AmazonOrderId":"903-8868176-2219830",
          "OrderChangeType":"BuyerRequestedChange","OrderChangeTrigger":{"TimeOfOrderChange":"2022-11-29T19:42:04.284Z","ChangeReason":"Buyer Requested Cancel"},
          "Summary":{"MarketplaceId":"ATVPDKIKX0DER","OrderStatus":"Unshipped","DestinationPostalCode":"48110","FulfillmentType":"MFN"}}},
         "NotificationMetadata":{"NotificationId":"d0e9e693-c3ad-4373-979f-ed4ec98dd746"}}
        """;

    [Theory]
    [EveryEngine]
    public async Task A_notification_is_answered_when_it_stands_and_stands_once(Engine engine)
    {
        await using var api = await ApiStore.Open(engine);
        var secret = await api.Services.GetRequiredService<ChannelSecrets>().Make(ChannelNames.Amazon);

        var first = await Post(api, secret, Body);
        var second = await Post(api, secret, Body);

        await using var db = await api.Services.GetRequiredService<IDbContextFactory<OrdersDb>>().CreateDbContextAsync();
        var hint = Assert.Single(await db.ChannelInbox.ToListAsync());
        Assert.Equal((HttpStatusCode.OK, """{"isNew":true}"""), first);
        Assert.Equal((HttpStatusCode.OK, """{"isNew":false}"""), second);
        Assert.Equal(("903-8868176-2219830", "BuyerRequestedChange", ChannelHintState.Waiting), (hint.ChannelOrderId, hint.Kind, hint.State));
        Assert.DoesNotContain("48110", hint.Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_secret_that_is_in_force_nothing_is_taken()
    {
        await using var api = await ApiStore.Open();
        var secrets = api.Services.GetRequiredService<ChannelSecrets>();
        var none = await Post(api, null, Body);
        var secret = await secrets.Make(ChannelNames.Amazon);
        var wrong = await Post(api, secret[..^1] + (secret[^1] == 'A' ? 'B' : 'A'), Body);
        var next = await secrets.Make(ChannelNames.Amazon);
        var before = await Post(api, secret, Body);
        var after = await Post(api, next, Body);
        await using var db = await api.Services.GetRequiredService<IDbContextFactory<OrdersDb>>().CreateDbContextAsync();
        await db.ChannelSecrets.Where(row => row.EndsAt != null).ExecuteUpdateAsync(set => set.SetProperty(row => row.EndsAt, 1L));
        var over = await Post(api, secret, Body);

        Assert.Equal(
            [HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Unauthorized],
            new[] { none, wrong, before, after, over }.Select(answer => answer.Status));
        Assert.Contains("X-Channel-Secret", none.Body, StringComparison.Ordinal);
        Assert.All(await db.ChannelSecrets.ToListAsync(), row => Assert.DoesNotContain(secret, Encoding.UTF8.GetString(row.Hash), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("NotificationType", "\"ORDER_CHANGE\"", "\"ANY_OFFER_CHANGED\"")]
    [InlineData("NotificationMetadata.NotificationId", "d0e9e693-c3ad-4373-979f-ed4ec98dd746", "")]
    [InlineData("Payload.OrderChangeNotification.AmazonOrderId", "903-8868176-2219830", "903-1/../secrets")]
    [InlineData("Payload.OrderChangeNotification.AmazonOrderId", "903-8868176-2219830", "903-8868176-2219830\\n")]
    [InlineData("Payload.OrderChangeNotification.OrderChangeType", "BuyerRequestedChange", "<b>")]
    public async Task What_is_wrong_is_named_by_its_field(string field, string right, string wrong)
    {
        await using var api = await ApiStore.Open();
        var secret = await api.Services.GetRequiredService<ChannelSecrets>().Make(ChannelNames.Amazon);

        var answer = await Post(api, secret, Body.Replace(right, wrong, StringComparison.Ordinal));

        await using var db = await api.Services.GetRequiredService<IDbContextFactory<OrdersDb>>().CreateDbContextAsync();
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(field, answer.Body, StringComparison.Ordinal);
        Assert.Empty(await db.ChannelInbox.ToListAsync());
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("null", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("""{"NotificationType":"ORDER_CHANGE","Payload":[],"NotificationMetadata":7}""", HttpStatusCode.BadRequest)]
    [InlineData("deep", HttpStatusCode.BadRequest)]
    [InlineData("long", HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_body_that_is_no_notification_is_refused_and_leaves_nothing(string body, HttpStatusCode status)
    {
        await using var api = await ApiStore.Open();
        var secret = await api.Services.GetRequiredService<ChannelSecrets>().Make(ChannelNames.Amazon);
        var sent = body switch { "deep" => new string('[', 100_000), "long" => Body.Replace("\"1.0\"", $"\"{new string('x', 2 * 1024 * 1024)}\"", StringComparison.Ordinal), _ => body };

        var (with, without) = (await Post(api, secret, sent), await Post(api, null, sent));

        await using var db = await api.Services.GetRequiredService<IDbContextFactory<OrdersDb>>().CreateDbContextAsync();
        Assert.Equal((status, HttpStatusCode.Unauthorized), (with.Status, without.Status));
        Assert.Empty(await db.ChannelInbox.ToListAsync());
    }

    [Fact]
    public async Task An_app_key_brings_no_notification_and_a_secret_opens_nothing_else()
    {
        await using var api = await ApiStore.Open();
        var secret = await api.Services.GetRequiredService<ChannelSecrets>().Make(ChannelNames.Amazon);
        var erp = await api.AsErp();

        using var byKey = await erp.PostAsync(Address, Json(Body));
        using var elsewhere = new HttpRequestMessage(HttpMethod.Get, "/api/oms/pvt/orders");
        elsewhere.Headers.Add("X-Channel-Secret", secret);
        using var list = await api.AsNobody().SendAsync(elsewhere);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (byKey.StatusCode, list.StatusCode));
    }

    private static async Task<(HttpStatusCode Status, string Body)> Post(ApiStore api, string? secret, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = Json(body) };
        if (secret is not null)
        {
            request.Headers.Add("X-Channel-Secret", secret);
        }

        using var answer = await api.AsNobody().SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
