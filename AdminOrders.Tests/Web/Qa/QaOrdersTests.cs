using System.Net;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Orders;
using AdminOrders.Web.Features.Qa;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web.Qa;

public sealed class QaOrdersTests(QaStore store) : IClassFixture<QaStore>
{
    public static TheoryData<string> Names => [.. Enum.GetValues<QaSituation>().Select(QaSituations.NameOf)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_order_stands_where_its_situation_says(string situation)
    {
        var facts = await PlaceAsync(situation);

        Assert.Equal(Expected(situation), (facts.Stage, facts.IsPartlyInvoiced, facts.IsReturned, facts.Requests.Select(request => request.RequestedBy).SingleOrDefault(Side.System)));
        Invariants.AtRest(facts);
    }

    [Fact]
    public async Task Every_side_can_be_asked_for_and_its_deadline_begins_now()
    {
        var facts = await PlaceAsync("requested-by-marketplace");

        Assert.True(facts.IsMarketplaceOrder);
        Assert.InRange(Assert.Single(facts.Requests).DueAt - TimeProvider.System.GetUtcNow(), TimeSpan.FromDays(29.9), TimeSpan.FromDays(30));
    }

    [Fact]
    public async Task An_order_is_called_as_the_tester_says_and_only_once()
    {
        const string Wish = """{"situation":"handling","id":"mine-01","sequence":"77","customer":"Ana Lima","marketplace":true,"externalSeller":true,"placedAt":"2026-01-02T03:04:05Z"}""";
        var answer = await store.SendAsync("/qa/orders", Wish);
        Assert.Equal(("mine-01", "77", "Ana Lima", "handling"), (Text("id"), Text("sequence"), Text("customer"), Text("status")));
        Assert.EndsWith("/orders/mine-01", Text("address"), StringComparison.Ordinal);
        var facts = await Facts("mine-01");
        Assert.True(facts is { IsMarketplaceOrder: true, IsExternalSeller: true, CreatedAt: { Year: 2026, Month: 1, Day: 2 } });

        using var again = await store.PostAsync("/qa/orders", Wish);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);

        string? Text(string name) => answer.GetProperty(name).GetString();
    }

    [Fact]
    public async Task What_the_rules_refuse_is_not_forced()
    {
        var closed = CustomerDoor.Open with { ClosedSalesChannels = ["1"] };
        await store.Web.Services.GetRequiredService<PolicySetting>().Save(Policy.Default with { CustomerDoor = closed });

        using var answer = await store.PostAsync("/qa/orders", """{"situation":"requested-by-customer"}""");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("not-offered", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await store.SendAsync("/qa/reset", "{}");
    }

    private static (Stage, bool Partly, bool Returned, Side Asks) Expected(string situation) => situation switch
    {
        "incomplete" => (Stage.Incomplete, false, false, Side.System),
        "payment-pending" or "payment-approved" or "awaiting-authorization" => (Stage.Open, false, false, Side.System),
        "in-grace-period" => (Stage.Window, false, false, Side.System),
        "ready-for-handling" => (Stage.Ready, false, false, Side.System),
        "handling" => (Stage.Handling, false, false, Side.System),
        "partly-invoiced" => (Stage.Handling, true, false, Side.System),
        "invoiced" => (Stage.Invoiced, false, false, Side.System),
        "returned" => (Stage.Invoiced, false, true, Side.System),
        "requested-by-customer" => (Stage.Requested, false, false, Side.Customer),
        "requested-by-store" => (Stage.Requested, false, false, Side.Store),
        "requested-by-marketplace" => (Stage.Requested, false, false, Side.Marketplace),
        "requested-by-seller" => (Stage.Requested, false, false, Side.Seller),
        "canceled" => (Stage.Canceled, false, false, Side.System),
        "replaced" => (Stage.Replaced, false, false, Side.System),
        "hanging" => (Stage.Moving, false, false, Side.System),
        "unknown-status" => (Stage.Unknown, false, false, Side.System),
        _ => throw new ArgumentOutOfRangeException(nameof(situation), situation, "No expectation."),
    };

    private async Task<OrderFacts> PlaceAsync(string situation)
    {
        var answer = await store.SendAsync("/qa/orders", $$"""{"situation":"{{situation}}"}""");
        return await Facts(answer.GetProperty("id").GetString()!);
    }

    private async Task<OrderFacts> Facts(string orderId) => (await store.Web.Services.GetRequiredService<OrderWorkflow>().Facts(orderId))!;
}
