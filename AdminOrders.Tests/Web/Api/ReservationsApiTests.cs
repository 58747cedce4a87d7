using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Stock;
using AdminOrders.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web.Api;

/// <summary>Reservations over HTTP, as VTEX's logistics API has them.</summary>
public sealed class ReservationsApiTests
{
    private const string Root = "/api/logistics/pvt/inventory/reservations";
    private const string OrderId = "1000000000001-01";

    [Theory]
    [EveryEngine]
    public async Task A_reservation_is_made_read_confirmed_acknowledged_and_canceled(Engine engine)
    {
        await using var api = await ApiStore.Open(engine);
        using var erp = await api.AsErp();

        using var made = await erp.PostAsync(Root, Body("lock-1", "1.00:00:00", 4));
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        var first = await made.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(("lock-1", 1, "1", true), (first.GetProperty("LockId").GetString(), first.GetProperty("Status").GetInt32(), first.GetProperty("SalesChannel").GetString(), first.GetProperty("IsSucess").GetBoolean()));
        Assert.Equal(TimeSpan.FromDays(1), first.GetProperty("MaximumConfirmationDateUtc").GetDateTimeOffset() - first.GetProperty("ReservationDateUtc").GetDateTimeOffset());
        Assert.Equal(("sku-1", 4), (first.GetProperty("SlaRequest")[0].GetProperty("item").GetProperty("id").GetString(), first.GetProperty("SlaRequest")[0].GetProperty("item").GetProperty("quantity").GetInt32()));
        Assert.Equal("reservation-not-confirmed", await Code(erp, "lock-1/acknowledge"));

        await Done(erp, "lock-1/confirm", 2);
        await Done(erp, "lock-1/acknowledge", 2);
        await Done(erp, "lock-1/cancel", 5);
        await Done(erp, "lock-1/cancel", 5);

        Assert.Equal("reservation-over", await Code(erp, "lock-1/confirm"));
        Assert.Equal("no-reservation", await Code(erp, "nothing/cancel"));
        Assert.Equal(HttpStatusCode.NotFound, (await erp.GetAsync($"{Root}/nothing")).StatusCode);
        using var other = await erp.PostAsync(Root, Body("lock-1", "1.00:00:00", 5));
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
    }

    [Theory]
    [EveryEngine]
    public async Task An_orders_reservations_are_seen_under_its_id_and_changed_only_through_it(Engine engine)
    {
        await using var api = await ApiStore.Open(engine);
        await api.Import(An.Order(OrderId).Paid().AsImported());
        using var erp = await api.AsErp();
        using var made = await erp.PostAsync(Root, Body(null, "00:10:00", 2));

        var seen = await erp.GetFromJsonAsync<JsonElement>($"{Root}/00-{OrderId}");
        Assert.Equal((2, 2), (seen.GetProperty("Status").GetInt32(), seen.GetProperty("SlaRequest").GetArrayLength()));
        foreach (var change in new[] { "confirm", "acknowledge", "cancel" })
        {
            Assert.Equal("order-reservation", await Code(erp, $"00-{OrderId}/{change}"));
        }

        var page = await erp.GetFromJsonAsync<JsonElement>($"{Root}/north/sku-1?page=1&perPage=1");
        var next = await erp.GetFromJsonAsync<JsonElement>($"{Root}/north/sku-1?page=2&perPage=1");
        Assert.Equal((2, 2), (page.GetProperty("paging").GetProperty("total").GetInt32(), page.GetProperty("paging").GetProperty("pages").GetInt32()));
        Assert.Equal(($"00-{OrderId}", 3), (page.GetProperty("items")[0].GetProperty("LockId").GetString(), page.GetProperty("items")[0].GetProperty("Quantity").GetInt32()));
        Assert.Equal(2, next.GetProperty("items")[0].GetProperty("Quantity").GetInt32());

        await api.Workflow.Send(new(OrderId, new Cancel(new('c', 32), Side.Store, new Reason(null, "sold out")), Actors.Operator));
        Assert.Equal(5, (await erp.GetFromJsonAsync<JsonElement>($"{Root}/00-{OrderId}")).GetProperty("Status").GetInt32());
    }

    [Fact]
    public async Task Who_may_not_is_told_so_and_nothing_is_kept()
    {
        await using var api = await ApiStore.Open();
        await api.Import(An.Order(OrderId).InWindow().AsImported());
        using var reader = await api.AsKey(Resource.ListOrders);
        using var channel = await api.AsKey(Side.Marketplace, "AMZ", SecondCall.Default, [.. PredefinedRoles.OrderResources]);

        Assert.Equal(HttpStatusCode.Unauthorized, (await api.AsNobody().GetAsync($"{Root}/lock-1")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsync(Root, Body("lock-1", "00:10:00", 1))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsync($"{Root}/lock-1/cancel", null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync($"{Root}/00-{OrderId}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await channel.GetAsync($"{Root}/00-{OrderId}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await channel.PostAsync(Root, Body("lock-1", "00:10:00", 1))).StatusCode);
        Assert.Null(await api.Services.GetRequiredService<LooseReservations>().Get("lock-1"));
    }

    [Theory]
    [InlineData("""{"salesChannel":"1","autorizationExpirationTTL":"00:00:00","deliveryItemOptions":[{"item":{"id":"a","quantity":1},"wareHouseId":"n"}]}""", "autorizationExpirationTTL")]
    [InlineData("""{"salesChannel":"1","autorizationExpirationTTL":"24:00:00","deliveryItemOptions":[{"item":{"id":"a","quantity":1},"wareHouseId":"n"}]}""", "autorizationExpirationTTL")]
    [InlineData("""{"salesChannel":"1","autorizationExpirationTTL":"00:60:00","deliveryItemOptions":[{"item":{"id":"a","quantity":1},"wareHouseId":"n"}]}""", "autorizationExpirationTTL")]
    [InlineData("""{"salesChannel":"1","autorizationExpirationTTL":"10","deliveryItemOptions":[{"item":{"id":"a","quantity":1},"wareHouseId":"n"}]}""", "autorizationExpirationTTL")]
    [InlineData("""{"salesChannel":"1","autorizationExpirationTTL":"999.00:00:00","deliveryItemOptions":[{"item":{"id":"a","quantity":1},"wareHouseId":"n"}]}""", "autorizationExpirationTTL")]
    [InlineData("""{"autorizationExpirationTTL":"00:10:00","deliveryItemOptions":[{"item":{"id":"a","quantity":1},"wareHouseId":"n"}]}""", "salesChannel")]
    [InlineData("""{"salesChannel":"1","autorizationExpirationTTL":"00:10:00","deliveryItemOptions":[]}""", "deliveryItemOptions")]
    [InlineData("""{"salesChannel":"1","autorizationExpirationTTL":"00:10:00","deliveryItemOptions":[null]}""", "deliveryItemOptions[0].item.quantity")]
    [InlineData("""{"salesChannel":"1","autorizationExpirationTTL":"00:10:00","deliveryItemOptions":[{"item":{"id":"a","quantity":-1},"wareHouseId":"n"}]}""", "deliveryItemOptions[0].item.quantity")]
    [InlineData("""{"salesChannel":"1","autorizationExpirationTTL":"00:10:00","deliveryItemOptions":[{"item":{"id":"a","quantity":1}}]}""", "deliveryItemOptions[0].wareHouseId")]
    [InlineData("""{"salesChannel":"1","lockId":"a/b","autorizationExpirationTTL":"00:10:00","deliveryItemOptions":[{"item":{"id":"a","quantity":1},"wareHouseId":"n"}]}""", "lockId")]
    [InlineData("""{"salesChannel":"1","lockId":"..","autorizationExpirationTTL":"00:10:00","deliveryItemOptions":[{"item":{"id":"a","quantity":1},"wareHouseId":"n"}]}""", "lockId")]
    [InlineData("""{"salesChannel":"1","lockId":".","autorizationExpirationTTL":"00:10:00","deliveryItemOptions":[{"item":{"id":"a","quantity":1},"wareHouseId":"n"}]}""", "lockId")]
    public async Task A_wish_that_is_none_is_told_which_field_is_wrong(string body, string field)
    {
        await using var api = await ApiStore.Open();
        using var erp = await api.AsErp();

        using var answer = await erp.PostAsync(Root, new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith(field + " ", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private static StringContent Body(string? lockId, string ttl, int quantity) => new(
        JsonSerializer.Serialize(new
        {
            salesChannel = "1",
            lockId,
            autorizationExpirationTTL = ttl,
            deliveryItemOptions = new[] { new { item = new { id = "sku-1", quantity, kitItem = Array.Empty<string>() }, slaType = "Normal", wareHouseId = "north", location = new { zipCode = "22220070" } } },
        }),
        Encoding.UTF8, "application/json");

    private static async Task Done(HttpClient erp, string change, int status)
    {
        using var answer = await erp.PostAsync($"{Root}/{change}", null);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
        var seen = await erp.GetFromJsonAsync<JsonElement>($"{Root}/{change.Split('/')[0]}");
        Assert.Equal(status, seen.GetProperty("Status").GetInt32());
    }

    private static async Task<string?> Code(HttpClient erp, string change)
    {
        using var answer = await erp.PostAsync($"{Root}/{change}", null);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetProperty("code").GetString();
    }
}
