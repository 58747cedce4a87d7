using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Storage.Verification;
using AdminOrders.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Storage;

/// <summary>Who has the requests of an order, as it is stored.</summary>
public sealed class AssignmentStorageTests
{
    private const int Orders = 40;

    [Theory]
    [EveryEngine]
    public async Task An_assignment_lies_on_the_order_and_in_its_history_until_the_last_request_is_closed(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order("one").Handling().AskedBy(Side.Customer));
        var asked = await store.Row("one");

        await store.Send("one", new TakeRequest(), Actors.Operator);
        await store.Send("one", new HandOverRequest(new("user:bruno", "Bruno"), "user:ana"), Actors.Operator);
        var handedOver = await store.Row("one");
        Assert.Equal(("user:bruno", "Bruno"), (handedOver.AssigneeId, handedOver.AssigneeName));
        Assert.Equal((asked.Version, asked.LastChangeAt), (handedOver.Version, handedOver.LastChangeAt));
        Assert.True(handedOver.Position > asked.Position, "followers are not told");

        await store.Send("one", new Decline(OrderBuilder.RequestId(Side.Customer), "no", ""), Actors.Operator);
        Assert.Null((await store.Row("one")).AssigneeId);
        Assert.Equal(
            ["order-imported", "request-taken", "request-handed-over", "cancellation-declined"], (await store.History("one")).Select(row => row.Kind));
        StoreVerificationTests.AssertClean(await store.Verify());
    }

    [Theory]
    [EveryEngine]
    public async Task Of_two_servers_that_take_the_same_requests_one_has_each_and_the_other_is_told_who(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await using var elsewhere = store.OpenElsewhere();
        var other = elsewhere.GetRequiredService<OrderWorkflow>();
        await Task.WhenAll(Enumerable.Range(0, Orders).Select(number => store.Import(An.Order($"o-{number:00}").Handling().AskedBy(Side.Customer))));

        var answers = await Task.WhenAll(Enumerable.Range(0, Orders).SelectMany(number => new[]
        {
            store.Send($"o-{number:00}", new TakeRequest(), Actors.Operator),
            other.Send(new($"o-{Orders - 1 - number:00}", new TakeRequest(), Actors.OtherOperator)),
        }));

        Assert.Equal(Orders, answers.Count(answer => answer.Decision is Accepted));
        var refused = answers.Where(answer => answer.Decision is Refused).ToArray();
        Assert.Equal(Orders, refused.Length);
        Assert.All(refused, answer =>
        {
            Assert.Equal(Refusal.Taken, ((Refused)answer.Decision).Code);
            Assert.Equal("request-taken", answer.LastChange!.Kind);
            Assert.Equal([answer.LastChange.ActorName], ((Refused)answer.Decision).WhoMay.AsEnumerable());
        });
    }
}
