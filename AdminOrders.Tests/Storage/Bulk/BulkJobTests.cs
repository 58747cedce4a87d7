using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Bulk;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Storage.Bulk;

/// <summary>Many orders canceled together: what is shown before, what is done, what stays.</summary>
public sealed class BulkJobTests
{
    [Theory]
    [EveryEngine]
    public async Task A_draft_tells_what_would_happen_to_each_and_does_nothing(Engine engine)
    {
        await using var room = await BulkRoom.Open(engine);
        var taken = An.Order("window").InWindow().With(order => order with { Reservations = [.. order.Reservations.Select(units => units with { State = ReservationState.Acknowledged })] });
        var id = await room.Draft(await room.Import(taken, An.Order("handling").Handling(), An.Order("part").Handling().PartlyInvoiced(), An.Order("canceled").Canceled()));

        var job = await room.Job(id);
        Assert.Equal((BulkState.Draft, true, 4, 0), (job.State, job.IsLookedAt, job.Total, job.Finished));
        Assert.Equal(
            [BulkOutcome.Canceled, BulkOutcome.Requested, BulkOutcome.Refused, BulkOutcome.Unchanged],
            (await room.Items(id)).Select(item => item.Forecast));
        Assert.Equal(1, job.Tally.Foreseen[Refusal.PartiallyInvoiced]);
        Assert.Equal((1, 1, 1, 1), (job.Tally.Forecast(BulkOutcome.Canceled), job.Tally.Forecast(BulkOutcome.Requested), job.Tally.Forecast(BulkOutcome.Refused), job.Tally.Forecast(BulkOutcome.Unchanged)));
        Assert.Equal(1, job.Tally.FreeAcknowledged);
        Assert.Equal("handling", (await room.Store.Facts("handling")).Status);
        Assert.Single(await room.Store.History("window"));
    }

    [Theory]
    [EveryEngine]
    public async Task What_is_begun_ends_with_a_result_for_each_order_and_its_receipt(Engine engine)
    {
        await using var room = await BulkRoom.Open(engine);
        var id = await room.Draft(await room.Import(An.Order("window").InWindow(), An.Order("handling").Handling(), An.Order("part").Handling().PartlyInvoiced(), An.Order("canceled").Canceled()));

        Assert.Null(await room.Jobs.Start(id, BulkRoom.SoldOut, room.Ana));
        await room.Work();

        var (job, items) = (await room.Job(id), await room.Items(id));
        Assert.Equal((BulkState.Done, 4), (job.State, job.Finished));
        Assert.Equal([BulkOutcome.Canceled, BulkOutcome.Requested, BulkOutcome.Refused, BulkOutcome.Unchanged], items.Select(item => item.Outcome));
        Assert.Equal((Refusal.PartiallyInvoiced, (string?)null), (items[2].Refusal, items[2].Receipt));
        Assert.Equal(("canceled", "cancellation-requested"), (items[0].Status, items[1].Status));
        var canceled = (await room.Store.History("window")).Single(row => row.Kind == "order-canceled");
        Assert.Equal((canceled.HistoryId, "user:ana", "Ana"), (items[0].Receipt, canceled.ActorId, canceled.ActorName));
        Assert.Equal(0, job.Tally.Outcome(BulkOutcome.None));
        Assert.Equal(1, job.Tally.Refused[Refusal.PartiallyInvoiced]);
    }

    [Theory]
    [EveryEngine]
    public async Task A_second_job_about_requested_orders_never_confirms(Engine engine)
    {
        await using var room = await BulkRoom.Open(engine);
        var keys = await room.Import(An.Order("handling").Handling());
        await Cancel(room, keys);

        var second = await Cancel(room, keys);

        Assert.Equal([BulkOutcome.Unchanged], await room.Outcomes(second));
        Assert.Equal("cancellation-requested", (await room.Store.Facts("handling")).Status);
    }

    [Theory]
    [EveryEngine]
    public async Task Confirming_together_answers_the_requests_that_were_seen_and_no_later_ones(Engine engine)
    {
        await using var room = await BulkRoom.Open(engine);
        await room.Import(An.Order("asked").Handling().AskedBy(Side.Customer), An.Order("other").Handling().AskedBy(Side.Customer), An.Order("plain").Handling());

        var id = Guid.NewGuid().ToString("N");
        var refused = await room.Jobs.Answer(
            id, [new("asked", OrderBuilder.RequestId(Side.Customer)), new("other", new string('9', 32)), new("plain", OrderBuilder.RequestId(Side.Customer)), new("nowhere", new string('9', 32))],
            new ConfirmCancellation(""), room.Ana);
        await room.Work();

        Assert.Null(refused);
        Assert.Equal([BulkOutcome.Canceled, BulkOutcome.Refused, BulkOutcome.Refused, BulkOutcome.Refused], await room.Outcomes(id));
        Assert.Equal(["canceled", "cancellation-requested", "handling", null], (await room.Items(id)).Select(item => item.Status));
    }

    [Theory]
    [EveryEngine]
    public async Task Declining_together_tells_each_customer_the_same(Engine engine)
    {
        await using var room = await BulkRoom.Open(engine);
        await room.Import(An.Order("a").Handling().AskedBy(Side.Customer), An.Order("b").Handling().AskedBy(Side.Customer));

        var id = Guid.NewGuid().ToString("N");
        await room.Jobs.Answer(
            id, [new("a", OrderBuilder.RequestId(Side.Customer)), new("b", OrderBuilder.RequestId(Side.Customer))], new Decline("", "on the truck", "It is on its way."), room.Ana);
        await room.Work();

        Assert.Equal([BulkOutcome.Declined, BulkOutcome.Declined], await room.Outcomes(id));
        Assert.Equal("handling", (await room.Store.Facts("b")).Status);
    }

    [Theory]
    [EveryEngine]
    public async Task A_request_that_somebody_else_answered_says_who_and_an_answer_without_a_reason_begins_nothing(Engine engine)
    {
        await using var room = await BulkRoom.Open(engine);
        await room.Import(An.Order("a").Handling().AskedBy(Side.Customer), An.Order("b").Handling().AskedBy(Side.Customer));
        var (id, none, request) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString("N"), OrderBuilder.RequestId(Side.Customer));

        await room.Store.Send("a", new Decline(request, "It left", ""), Actors.OtherOperator);
        await room.Jobs.Answer(id, [new("a", request), new("b", request)], new ConfirmCancellation(""), room.Ana);
        var unsaid = await room.Jobs.Answer(none, [new("b", request)], new Decline("", "", ""), room.Ana);
        await room.Work();

        Assert.Equal([(BulkOutcome.Refused, Actors.OtherOperator.Name), (BulkOutcome.Canceled, room.Ana.Name)], (await room.Items(id)).Select(item => (item.Outcome, item.AnsweredBy!)));
        Assert.Equal(BulkProblem.Invalid, unsaid?.Problem);
        Assert.Null(await room.Reader.Find(none));
    }

    [Theory]
    [EveryEngine]
    public async Task All_that_the_filter_matches_is_a_snapshot_that_later_arrivals_do_not_enter(Engine engine)
    {
        await using var room = await BulkRoom.Open(engine);
        await room.Import(Enumerable.Range(0, 700).Select(number => An.Order($"window-{number:000}").InWindow()).Append(An.Order("handling").Handling()));

        var id = await room.Jobs.Collect(new OrderFilter { Statuses = ["window-to-cancel"] }, BulkRoom.SoldOut, room.Ana);
        await BulkRoom.Until(async () => (await room.Job(id)).State is BulkState.Draft);
        await room.Import(An.Order("late").InWindow());
        await room.Work();
        Assert.Null(await room.Jobs.Start(id, BulkRoom.SoldOut, room.Ana));
        await room.Work();

        Assert.Equal((BulkState.Done, 700, 700), ((await room.Job(id)).State, (await room.Job(id)).Total, (await room.Job(id)).Tally.Outcome(BulkOutcome.Canceled)));
        Assert.Equal(("window-to-cancel", "handling"), ((await room.Store.Facts("late")).Status, (await room.Store.Facts("handling")).Status));
    }

    [Theory]
    [EveryEngine]
    public async Task An_order_may_have_another_reason_or_be_left_out(Engine engine)
    {
        await using var room = await BulkRoom.Open(engine);
        var reasons = await room.Store.Reasons.List();
        var id = await room.Draft(await room.Import(An.Order("a").InWindow(), An.Order("b").InWindow(), An.Order("c").InWindow(), An.Order("d").InWindow()));

        Assert.Null(await room.Jobs.SetReason(new(id, 2), reasons[1].LabelId, room.Ana));
        Assert.Null(await room.Jobs.Leave(new(id, 3), room.Ana));
        Assert.Null(await room.Jobs.Leave(new(id, 4), room.Ana));
        Assert.Null(await room.Jobs.TakeIn(new(id, 4), room.Ana));
        Assert.Equal(3, (await room.Job(id)).Tally.Forecast(BulkOutcome.Canceled));
        Assert.Null(await room.Jobs.Start(id, BulkRoom.SoldOut with { Reason = new(reasons[0].LabelId, null) }, room.Ana));
        await room.Work();

        Assert.Equal([BulkOutcome.Canceled, BulkOutcome.Canceled, BulkOutcome.LeftOut, BulkOutcome.Canceled], await room.Outcomes(id));
        Assert.Equal(reasons[0].LabelId, (await room.Store.Row("a")).CancelReasonLabelId);
        Assert.Equal(reasons[1].LabelId, (await room.Store.Row("b")).CancelReasonLabelId);
        Assert.Equal("window-to-cancel", (await room.Store.Facts("c")).Status);
        Assert.Equal(new(BulkProblem.WrongState), await room.Jobs.Leave(new(id, 1), room.Ana));
    }

    [Theory]
    [EveryEngine]
    public async Task A_paused_job_waits_and_a_stopped_one_leaves_the_rest_as_it_is(Engine engine)
    {
        await using var room = await BulkRoom.Open(engine);
        var id = await room.Draft(await room.Import(An.Order("a").InWindow(), An.Order("b").InWindow()));
        await room.Jobs.Start(id, BulkRoom.SoldOut, room.Ana);

        Assert.Null(await room.Jobs.Pause(id));
        await room.Work();
        Assert.Equal([BulkOutcome.None, BulkOutcome.None], await room.Outcomes(id));
        Assert.Equal(new(BulkProblem.NotYours), await room.Jobs.Resume(id, Actors.OtherOperator));

        Assert.Null(await room.Jobs.Stop(id));
        await room.Work();
        Assert.Equal(BulkState.Stopped, (await room.Job(id)).State);
        Assert.Equal("window-to-cancel", (await room.Store.Facts("a")).Status);
        Assert.Equal(new(BulkProblem.WrongState), await room.Jobs.Resume(id, room.Ana));

        var other = await room.Draft(await room.Import(An.Order("c").InWindow()));
        await room.Jobs.Start(other, BulkRoom.SoldOut, room.Ana);
        await room.Jobs.Pause(other);
        Assert.Null(await room.Jobs.Resume(other, room.Ana));
        await room.Work();
        Assert.Equal([BulkOutcome.Canceled], await room.Outcomes(other));
    }

    [Theory]
    [EveryEngine]
    public async Task Who_may_not_cancel_any_more_cancels_nothing_more(Engine engine)
    {
        await using var room = await BulkRoom.Open(engine);
        var id = await room.Draft(await room.Import(An.Order("a").InWindow()));
        await room.Jobs.Start(id, BulkRoom.SoldOut, room.Ana);

        await room.TakeAway(Resource.CancelOrder);
        await room.Work();

        Assert.Equal((BulkState.Paused, BulkObstacle.MayNot), ((await room.Job(id)).State, (await room.Job(id)).Obstacle));
        Assert.Equal("window-to-cancel", (await room.Store.Facts("a")).Status);
        await using (var db = room.Store.Read())
        {
            await db.Users.ExecuteDeleteAsync();
        }

        await room.Jobs.Resume(id, room.Ana);
        await room.Work();
        Assert.Equal((BulkState.Paused, BulkObstacle.ActorGone), ((await room.Job(id)).State, (await room.Job(id)).Obstacle));
    }

    [Theory]
    [EveryEngine]
    public async Task Two_processes_work_one_job_off_once(Engine engine)
    {
        await using var room = await BulkRoom.Open(engine);
        await using var other = room.Store.OpenElsewhere();
        var id = await room.Draft(await room.Import(Enumerable.Range(0, 400).Select(number => An.Order($"window-{number:000}").InWindow())));
        await room.Jobs.Start(id, BulkRoom.SoldOut, room.Ana);

        await Task.WhenAll(room.Work(), BulkRoom.Work(other));
        room.Store.Clock.Advance(BulkRunner.LeaseLength + TimeSpan.FromSeconds(1));
        await Task.WhenAll(BulkRoom.Work(other), room.Work());

        Assert.Equal((BulkState.Done, 400), ((await room.Job(id)).State, (await room.Job(id)).Tally.Outcome(BulkOutcome.Canceled)));
        await using var db = room.Store.Read();
        Assert.Equal(400, await db.History.CountAsync(row => row.Kind == "order-canceled"));
    }

    [Theory]
    [EveryEngine]
    public async Task One_order_that_breaks_is_named_and_the_others_go_on(Engine engine)
    {
        await using var room = await BulkRoom.Open(engine);
        var id = await room.Draft(await room.Import(An.Order("a").InWindow(), An.Order("broken").InWindow(), An.Order("c").InWindow()));
        await room.Store.Execute(engine is Engine.Sqlite
            ? """CREATE TRIGGER "Trap" BEFORE UPDATE ON "Orders" WHEN old."OrderId" = 'broken' BEGIN SELECT RAISE(ABORT, 'a trap'); END;"""
            : """
              CREATE FUNCTION trap() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF old."OrderId" = 'broken' THEN RAISE EXCEPTION 'a trap'; END IF; RETURN new; END $$;
              CREATE TRIGGER "Trap" BEFORE UPDATE ON "Orders" FOR EACH ROW EXECUTE FUNCTION trap();
              """);

        await room.Jobs.Start(id, BulkRoom.SoldOut, room.Ana);
        await room.Work();

        Assert.Equal([BulkOutcome.Canceled, BulkOutcome.Failed, BulkOutcome.Canceled], await room.Outcomes(id));
        Assert.Matches("^[0-9a-f]{32}$", (await room.Items(id))[1].Receipt);
        Assert.Equal(BulkState.Done, (await room.Job(id)).State);
    }

    [Theory]
    [EveryEngine]
    public async Task The_same_call_is_the_same_job_and_another_one_under_its_name_an_error(Engine engine)
    {
        await using var room = await BulkRoom.Open(engine);
        await room.Import(An.Order("mine").InWindow(), An.Order("foreign").InWindow().FulfilledBySeller());
        var id = new string('a', 32);

        Assert.Null(await room.Jobs.Begin(id, ["mine", "mine", "foreign", "nowhere"], BulkRoom.SoldOut, room.Ana, (_, seller) => seller == "1", "f1"));
        Assert.Null(await room.Jobs.Begin(id, ["mine", "mine", "foreign", "nowhere"], BulkRoom.SoldOut, room.Ana, (_, seller) => seller == "1", "f1"));
        Assert.Equal(new(BulkProblem.KeyReused), await room.Jobs.Begin(id, ["foreign"], BulkRoom.SoldOut, room.Ana, (_, _) => true, "f2"));
        Assert.Equal(new(BulkProblem.Invalid, "reason"), await room.Jobs.Begin(new string('b', 32), ["mine"], new Cancel("", Side.Store, new Reason(null, new string('x', 10_000))), room.Ana, (_, _) => true, null));
        await room.Work();

        Assert.Equal(["mine", "foreign", "nowhere"], (await room.Items(id)).Select(item => item.OrderId));
        Assert.Equal([(BulkOutcome.Canceled, null), (BulkOutcome.Refused, Refusal.NotFound), (BulkOutcome.Refused, Refusal.NotFound)], (await room.Items(id)).Select(item => (item.Outcome, item.Refusal)));
        Assert.Equal("window-to-cancel", (await room.Store.Facts("foreign")).Status);
    }

    [Theory]
    [EveryEngine]
    public async Task A_draft_begins_when_it_was_looked_at_and_is_discarded_by_who_made_it(Engine engine)
    {
        await using var room = await BulkRoom.Open(engine);
        var id = await room.Jobs.Draft(await room.Import(An.Order("a").InWindow()), BulkRoom.SoldOut, room.Ana);
        Assert.Equal(new(BulkProblem.WrongState), await room.Jobs.Start(id, BulkRoom.SoldOut, room.Ana));
        await room.Work();

        Assert.Equal(new(BulkProblem.NotYours), await room.Jobs.Start(id, BulkRoom.SoldOut, Actors.OtherOperator));
        Assert.Equal(new(BulkProblem.NotYours), await room.Jobs.Discard(id, Actors.OtherOperator));
        Assert.Null(await room.Jobs.Discard(id, room.Ana));
        Assert.Null(await room.Reader.Find(id));
        Assert.Equal(new(BulkProblem.NotFound), await room.Jobs.Start(id, BulkRoom.SoldOut, room.Ana));
        Assert.Equal("window-to-cancel", (await room.Store.Facts("a")).Status);
    }

    [Theory]
    [EveryEngine]
    public async Task Pages_of_a_job_go_forth_and_back_and_hold_what_is_asked_for(Engine engine)
    {
        await using var room = await BulkRoom.Open(engine);
        var id = await room.Draft(await room.Import(Enumerable.Range(1, 25).Select(number => number % 5 == 0 ? An.Order($"o-{number:00}").Handling() : An.Order($"o-{number:00}").InWindow())));

        var first = await room.Reader.Items(id, new(), 0, 10);
        var second = await room.Reader.Items(id, new(), first.Next!.Value, 10);
        var back = await room.Reader.Items(id, new(), second.Previous!.Value, 10);
        var asked = await room.Reader.Items(id, new(Forecast: BulkOutcome.Requested), 0, 10);

        Assert.Equal((1, 11, null), (first.Rows[0].Place, second.Rows[0].Place, first.Previous));
        Assert.Equal(first.Rows, back.Rows);
        Assert.Equal([5, 10, 15, 20, 25], asked.Rows.Select(item => item.Place));
        Assert.Null(asked.Next);
    }

    [Theory]
    [EveryEngine]
    public async Task Drafts_that_nobody_began_are_forgotten_after_a_day(Engine engine)
    {
        await using var room = await BulkRoom.Open(engine);
        var keys = await room.Import(An.Order("a").InWindow());
        var (left, begun) = (await room.Draft(keys), await Cancel(room, keys));

        room.Store.Clock.Advance(TimeSpan.FromHours(25));
        using var running = new CancellationTokenSource();
        var runner = room.Store.Get<BulkRunner>();
        await runner.StartAsync(running.Token);
        await BulkRoom.Until(async () => await room.Reader.Find(left) is null);
        await runner.StopAsync(CancellationToken.None);

        Assert.NotNull(await room.Reader.Find(begun));
        await using var db = room.Store.Read();
        Assert.Equal(1, await db.BulkItems.CountAsync());
    }

    private static async Task<string> Cancel(BulkRoom room, IReadOnlyList<long> keys)
    {
        var id = await room.Draft(keys);
        Assert.Null(await room.Jobs.Start(id, BulkRoom.SoldOut, room.Ana));
        await room.Work();
        return id;
    }
}
