using System.Net;
using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Web.Api.Calls;

/// <summary>How an ERP cancels: at once, in two calls, too early, too often.</summary>
public sealed class CancelConversationTests
{
    [Theory]
    [EveryEngine]
    public async Task An_ERP_cancels_before_handling(Engine engine)
    {
        await using var store = await ServedStore.Open(engine, An.Order(ServedStore.Id).InWindow());
        using var erp = await store.Erp();

        var told = await erp.Cancel(new { reason = "Unexpected stock shortage" });
        var again = await erp.Cancel();

        Assert.Equal((HttpStatusCode.OK, "canceled", false), (told.Status, told.OrderStatus, told.IsRepeat));
        Assert.Equal(["date", "orderId", "receipt"], told.Body.EnumerateObject().Select(member => member.Name));
        Assert.Matches("^[0-9a-f]{32}$", told.Receipt);
        Assert.Equal("2026-03-02T12:00:00.0000000+00:00", told.Body.GetProperty("date").GetString());
        Assert.Equal((HttpStatusCode.OK, true, told.Receipt), (again.Status, again.IsRepeat, again.Receipt));
        Assert.Equal("Unexpected stock shortage", (await store.Facts()).Cancellation!.Reason.Text);
        await store.AssertIntact();
    }

    [Theory]
    [EveryEngine]
    public async Task An_ERP_cancels_in_handling_waits_and_confirms(Engine engine)
    {
        await using var store = await ServedStore.Open(engine, An.Order(ServedStore.Id).Handling());
        using var erp = await store.Erp();

        var asked = await erp.Cancel("{}");
        store.Clock.Advance(TimeSpan.FromSeconds(10));
        var confirmed = await erp.Cancel("""{"reason":"second call"}""");
        var after = await erp.Cancel();

        Assert.Equal(("cancellation-requested", false), (asked.OrderStatus, asked.IsRepeat));
        Assert.Equal(("canceled", false), (confirmed.OrderStatus, confirmed.IsRepeat));
        Assert.NotEqual(asked.Receipt, confirmed.Receipt);
        Assert.Equal(("canceled", true, confirmed.Receipt), (after.OrderStatus, after.IsRepeat, after.Receipt));
        await store.AssertIntact();
    }

    [Theory]
    [EveryEngine]
    public async Task A_second_call_too_early_gets_the_first_receipt(Engine engine)
    {
        await using var store = await ServedStore.Open(engine, An.Order(ServedStore.Id).Ready());
        using var erp = await store.Erp();

        var asked = await erp.Cancel();
        store.Clock.Advance(TimeSpan.FromSeconds(9));
        var early = await erp.Cancel();
        store.Clock.Advance(TimeSpan.FromSeconds(9));
        var stillEarly = await erp.PostDocument("cancel");

        Assert.All([early, stillEarly], told => Assert.Equal(
            (HttpStatusCode.OK, "cancellation-requested", true, asked.Receipt), (told.Status, told.OrderStatus, told.IsRepeat, told.Receipt)));
    }

    [Fact]
    public async Task A_key_may_confirm_at_once_as_with_VTEX_or_never()
    {
        await using var store = await ServedStore.Open(Engine.Sqlite, An.Order(ServedStore.Id).Ready(), An.Order("2").Ready());
        using var vtex = await store.Erp(SecondCall.Immediately);
        using var never = await store.Erp(SecondCall.Never);

        await vtex.Cancel();
        await never.Cancel(orderId: "2");
        store.Clock.Advance(TimeSpan.FromDays(3));

        Assert.Equal("canceled", (await vtex.Cancel()).OrderStatus);
        Assert.Equal("cancellation-requested", (await never.Cancel(orderId: "2")).OrderStatus);
    }

    [Theory]
    [EveryEngine]
    public async Task Repeats_with_a_key_are_answered_as_before_and_a_new_key_confirms(Engine engine)
    {
        await using var store = await ServedStore.Open(engine, An.Order(ServedStore.Id).Ready(), An.Order("2").Ready());
        using var erp = await store.Erp(SecondCall.Never);

        var asked = await erp.Cancel(new { reason = "a" }, key: "one");
        var repeated = await erp.Cancel(new { reason = "a" }, key: "one");
        var otherBody = await erp.Cancel(new { reason = "b" }, key: "one");
        var otherOrder = await erp.Cancel(new { reason = "a" }, key: "one", orderId: "2");
        var confirmed = await erp.Cancel(new { reason = "a" }, key: "two");

        Assert.Equal((HttpStatusCode.OK, true, asked.Text), (repeated.Status, repeated.IsRepeat, repeated.Text));
        Assert.All([otherBody, otherOrder], told => Assert.Equal((HttpStatusCode.UnprocessableEntity, "idempotency-key-reused"), (told.Status, told.Code)));
        Assert.Equal("canceled", confirmed.OrderStatus);
        Assert.Equal(Status.ReadyForHandling, (await store.Facts("2")).Status);
    }

    [Theory]
    [EveryEngine]
    public async Task While_a_call_waits_another_with_its_key_is_told_so(Engine engine)
    {
        await using var store = await ServedStore.Open(engine, An.Order(ServedStore.Id).Ready());
        using var erp = await store.Erp();
        Task<Told>[] calls;
        Told early;
        await using (await store.Hold(ServedStore.Id))
        {
            calls = [erp.Cancel(key: "one"), erp.Cancel(key: "one")];
            early = await await Task.WhenAny(calls);
        }

        var late = (await Task.WhenAll(calls)).Single(told => told != early);
        Assert.Equal((HttpStatusCode.Conflict, "idempotency-key-in-flight", "ready-for-handling"), (early.Status, early.Code, early.OrderStatus));
        Assert.Equal((HttpStatusCode.OK, "cancellation-requested"), (late.Status, late.OrderStatus));
    }

    [Fact]
    public async Task If_match_confirms_what_was_seen_and_answers_412_for_anything_else()
    {
        await using var store = await ServedStore.Open(Engine.Sqlite, An.Order(ServedStore.Id).Ready());
        using var erp = await store.Erp(SecondCall.Never);
        using var other = await store.Erp(SecondCall.Never);

        var asked = await erp.Cancel();
        string[] others = ["\"999\"", $"W/{asked.Tag}", "none", $"{asked.Tag}, \"7\""];
        foreach (var tag in others)
        {
            var outdated = await other.Cancel(ifMatch: tag);
            Assert.Equal((HttpStatusCode.PreconditionFailed, "changed-meanwhile"), (outdated.Status, outdated.Code));
        }

        Assert.Equal("cancellation-requested", (await other.Cancel(ifMatch: "*")).OrderStatus);
        Assert.Equal("canceled", (await other.Cancel(ifMatch: asked.Tag)).OrderStatus);
        Assert.Equal("canceled", (await other.Cancel(ifMatch: asked.Tag)).OrderStatus);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await other.Post("start-handling", ifMatch: asked.Tag)).Status);
    }
}
