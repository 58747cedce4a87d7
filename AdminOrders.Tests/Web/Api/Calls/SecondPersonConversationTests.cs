using System.Collections.Immutable;
using System.Net;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web.Api.Calls;

/// <summary>Second person and limits as programs meet them.</summary>
public sealed class SecondPersonConversationTests
{
    [Theory]
    [EveryEngine]
    public async Task A_key_and_another_of_the_same_issuer_are_one_person(Engine engine)
    {
        await using var api = await Open(engine, Policy.Default with { SecondPerson = SecondPerson.Always });
        var role = await api.MakeRole([.. PredefinedRoles.OrderResources]);
        using var first = await KeyAsync(api, role, "ana");
        using var sameIssuer = await KeyAsync(api, role, "ana");
        using var other = await KeyAsync(api, role, "bruno");

        var asked = await first.Cancel();
        var request = new { cancellationRequestId = Assert.Single((await api.Workflow.Facts(ServedStore.Id))!.Requests).Id };
        var again = await first.Post("confirm-cancellation", request);
        var same = await sameIssuer.Post("confirm-cancellation", request);
        var confirmed = await other.Post("confirm-cancellation", request);

        Assert.Equal("cancellation-requested", asked.OrderStatus);
        Assert.All([again, same], told =>
        {
            Assert.Equal((HttpStatusCode.Forbidden, "second-person-required"), (told.Status, told.Code));
            Assert.Contains("Who may: OMS - Full access, Owner, Support agent.", told.Message, StringComparison.Ordinal);
        });
        Assert.Equal((HttpStatusCode.OK, "canceled"), (confirmed.Status, confirmed.OrderStatus));
    }

    [Fact]
    public async Task A_key_is_bound_by_the_limit_of_its_role_and_told_which_roles_reach_further()
    {
        await using var api = await Open(Engine.Sqlite, Policy.Default);
        var role = await api.MakeRole([.. PredefinedRoles.OrderResources]);
        using var key = await KeyAsync(api, role, "ana");
        await api.Services.GetRequiredService<PolicySetting>().Save(Policy.Default with
        {
            CancelingRoles = [new(role, ImmutableDictionary<string, long>.Empty.Add("BRL", 100))],
        });

        var refused = await key.Cancel();

        Assert.Equal((HttpStatusCode.Forbidden, "above-your-limit"), (refused.Status, refused.Code));
        Assert.Contains("Who may: OMS - Full access, Owner, Support agent.", refused.Message, StringComparison.Ordinal);
        Assert.Equal(Status.PaymentApproved, (await api.Workflow.Facts(ServedStore.Id))!.Status);
    }

    private static async Task<ApiStore> Open(Engine engine, Policy policy)
    {
        var api = await ApiStore.Open(engine);
        await api.Import(An.Order(ServedStore.Id).Paid().AsImported());
        await api.Services.GetRequiredService<PolicySetting>().Save(policy);
        return api;
    }

    private static async Task<HttpClient> KeyAsync(ApiStore api, string role, string issuer) =>
        api.With(await api.MakeKey(new NewAppKey($"Key {Guid.NewGuid():N}", [role], Side.Store, null, SecondCall.Never) { IssuedById = issuer }));
}
