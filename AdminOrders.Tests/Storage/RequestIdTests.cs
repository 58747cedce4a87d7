using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Tests.Storage;

/// <summary>A request's id serves once on an order, whoever sends it again and whatever became of the request.</summary>
public sealed class RequestIdTests
{
    private const string Id = "1000000000001-01";
    private static readonly string Asked = new('7', 32);

    public static TheoryData<OrderCommand> Ends() => new(new Decline(Asked, "on its way", "Sorry"), new Withdraw(Asked));

    [Theory]
    [EveryEngineWith(nameof(Ends))]
    public async Task A_cancel_that_is_sent_again_after_its_request_has_ended_is_stale(Engine engine, OrderCommand end)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order(Id).Ready());
        var cancel = new Cancel(Asked, Side.Customer, new Reason(null, "changed my mind"));
        await store.Send(Id, cancel, Actors.Operator);
        Assert.IsType<Accepted>((await store.Send(Id, end, Actors.Operator)).Decision);

        var again = await store.Send(Id, cancel, Actors.Operator);

        Assert.Equal((Refusal.Stale, "ready-for-handling"), (Assert.IsType<Refused>(again.Decision).Code, again.Status));
        Assert.Equal(3, (await store.History(Id)).Count);
    }

    [Theory]
    [EveryEngine]
    public async Task A_stale_cancel_does_not_cancel_at_once_where_its_request_was_withdrawn(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order(Id).Paid());
        var cancel = new Cancel(Asked, Side.Store, new Reason(null, "sold out"));
        await store.Get<PolicySetting>().Save(Policy.Default with { SecondPerson = SecondPerson.Always });
        await store.Send(Id, cancel, Actors.Operator);
        await store.Send(Id, new Withdraw(Asked), Actors.Operator);
        await store.Get<PolicySetting>().Save(Policy.Default);

        var again = await store.Send(Id, cancel, Actors.Operator);

        Assert.Equal((Refusal.Stale, "payment-approved"), (Assert.IsType<Refused>(again.Decision).Code, again.Status));
    }

    [Theory]
    [EveryEngine]
    public async Task Another_sides_cancel_under_an_open_requests_id_is_stale(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order(Id).Ready());
        await store.Send(Id, new Cancel(Asked, Side.Customer, new Reason(null, "asked")), Actors.Operator);

        var other = await store.Send(Id, new Cancel(Asked, Side.Marketplace, new Reason(null, "asked")), Actors.Marketplace);

        Assert.Equal(Refusal.Stale, Assert.IsType<Refused>(other.Decision).Code);
    }

    [Theory]
    [EveryEngine]
    public async Task A_document_may_open_a_request_again_that_an_older_document_had_closed(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var requested = An.Order(Id).Handling().AskedBy(Side.Customer);
        await store.Import(requested.AsImported("1"));
        await store.Import(An.Order(Id).Handling().AsImported("2"));

        var answer = await store.Import(requested.AsImported("3"));
        var facts = await store.Facts(Id);
        await using var db = store.Read();
        var row = await db.CancellationRequests.SingleAsync();

        Assert.IsType<Accepted>(answer.Decision);
        Assert.Equal(("cancellation-requested", "handling"), (facts.Status, facts.StatusBefore));
        Assert.Equal((OrderBuilder.RequestId(Side.Customer), answer.Receipt!.Receipt), (facts.Requests[0].Id, facts.Requests[0].Receipt));
        Assert.Equal("changed my mind", facts.Requests[0].Reason.Text);
        Assert.Equal((RequestState.Open, null, null), (row.State, row.ClosedAt, row.ClosedByHistoryId));
    }
}
