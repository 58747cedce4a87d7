using AdminOrders.Core.Documents;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Tests.Storage;

public sealed class WorkflowTests
{
    private const string Id = "1000000000001-01";

    [Theory]
    [EveryEngine]
    public async Task An_imported_order_is_read_back_as_it_came(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var told = An.Order(Id).Captured().Handling().PartlyInvoiced().AskedBy(Side.Customer).Build();
        var answer = await store.Import(Imported.From(told));
        var facts = await store.Facts(Id);

        Assert.IsType<Accepted>(answer.Decision);
        var receipt = Assert.Single(await store.History(Id)).HistoryId;
        FactsEqual.Assert(
            told with
            {
                Version = 1,
                IsMovedHere = false,
                DocumentHash = facts.DocumentHash,
                Requests = [.. told.Requests.Select(request => request with { Receipt = receipt })],
            },
            facts);
    }

    [Theory]
    [EveryEngine]
    public async Task A_paid_order_is_canceled_with_its_stock_its_debts_and_its_deliveries_in_one_commit(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order(Id).Paid());

        var answer = await store.Send(Id, new Cancel(NewId(), Side.Store, new Reason(null, "sold out")), Actors.Operator);
        var facts = await store.Facts(Id);
        var history = await store.History(Id);
        await using var db = store.Read();

        Assert.Equal("canceled", answer.Status);
        Assert.Equal(["order-imported", "order-canceled", "stock-released", "money-owed"], history.Select(row => row.Kind));
        Assert.Equal(history[1].HistoryId, answer.Receipt!.Receipt);
        Assert.Equal("sold out", facts.Cancellation!.Reason.Text);
        Assert.All(facts.Reservations, reservation => Assert.Equal(0, reservation.Held));
        Assert.Equal(10_000, Assert.Single(facts.Payments).Owed);
        Assert.Equal(DebtKind.Void, (await db.Payments.SingleAsync()).OwedKind);
        Assert.Equal(
            ["mail-customer", "mail-store", "payment"],
            (await db.Deliveries.Select(row => row.Consumer).ToListAsync()).Order(StringComparer.Ordinal));
        Assert.Equal("Ana", (await store.Row(Id)).CanceledBy);
    }

    [Theory]
    [EveryEngine]
    public async Task A_handled_order_is_asked_for_then_confirmed_by_name(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order(Id).Handling());
        var requestId = NewId();

        var asked = await store.Send(Id, new Cancel(requestId, Side.Customer, new Reason(null, "changed my mind")), Actors.Operator);
        var again = await store.Send(Id, new Cancel(NewId(), Side.Customer, new Reason(null, "again")), Actors.Operator);
        var confirmed = await store.Send(Id, new ConfirmCancellation(requestId, StockDestination.Quarantine), Actors.OtherOperator);
        await using var db = store.Read();
        var request = await db.CancellationRequests.SingleAsync();

        Assert.Equal("cancellation-requested", asked.Status);
        Assert.IsType<Unchanged>(again.Decision);
        Assert.Equal(asked.Receipt, again.Receipt);
        Assert.Equal("canceled", confirmed.Status);
        Assert.Equal((RequestState.Confirmed, "Ana", "Bruno"), (request.State, request.EnteredByName, request.ClosedByName));
        Assert.All(await db.Reservations.ToListAsync(), row => Assert.Equal(StockDestination.Quarantine, row.Destination));
        Assert.Equal(requestId, (await store.Row(Id)).CancelRequestId);
    }

    [Theory]
    [EveryEngine]
    public async Task Due_timers_are_written_before_the_command_and_stand_when_it_is_refused(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order(Id).InWindow());
        store.Clock.Advance(TimeSpan.FromMinutes(31));

        var answer = await store.Send(Id, new EndGracePeriod(), Actors.Operator);
        var history = await store.History(Id);

        Assert.IsNotType<Accepted>(answer.Decision);
        Assert.Equal("ready-for-handling", answer.Status);
        Assert.Equal(("grace-period-ended", Side.System), (history[^1].Kind, history[^1].ActorSide));
        Assert.Equal(2, history.Count);
    }

    [Theory]
    [EveryEngine]
    public async Task A_preview_applies_due_timers_in_memory_and_writes_nothing(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order(Id).InWindow());
        store.Clock.Advance(TimeSpan.FromMinutes(31));

        var preview = await store.Workflow.Preview(Id, new Cancel(NewId(), Side.Store, new Reason(null, "sold out")), Actors.Operator);

        Assert.Equal(("ready-for-handling", "cancellation-requested"), (preview!.Preview.From, preview.Preview.To));
        Assert.Single(await store.History(Id));
        Assert.Null(await store.Workflow.Preview("nobody", new StartHandling(), Actors.Operator));
    }

    [Theory]
    [EveryEngine]
    public async Task A_command_whose_outcome_has_changed_is_refused_and_says_who_did_what(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order(Id).Ready());
        var command = new Cancel(NewId(), Side.Store, new Reason(null, "sold out"));
        var seen = await store.Workflow.Preview(Id, command, Actors.Operator);
        await store.Send(Id, new Cancel(NewId(), Side.Customer, new Reason(null, "asked")), Actors.OtherOperator);

        var answer = await store.Workflow.Send(new(Id, command, Actors.Operator) { ExpectedPreview = seen!.Preview.Fingerprint });

        Assert.Equal(Refusal.ChangedMeanwhile, Assert.IsType<Refused>(answer.Decision).Code);
        Assert.Equal(("cancellation-requested", "Bruno"), (answer.LastChange!.Kind, answer.LastChange.ActorName));
        Assert.Equal(2, (await store.History(Id)).Count);
    }

    [Theory]
    [EveryEngine]
    public async Task A_command_whose_outcome_is_still_what_was_seen_goes_through_after_a_comment(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order(Id).Ready());
        var command = new Cancel(NewId(), Side.Store, new Reason(null, "sold out"));
        var seen = await store.Workflow.Preview(Id, command, Actors.Operator);
        var version = (await store.Facts(Id)).Version;
        var comment = await store.Send(Id, new AddComment("call the customer"), Actors.OtherOperator);

        var answer = await store.Workflow.Send(new(Id, command, Actors.Operator) { ExpectedPreview = seen!.Preview.Fingerprint });

        Assert.Equal(version, comment.Version);
        Assert.Equal("cancellation-requested", answer.Status);
    }

    [Theory]
    [EveryEngine]
    public async Task An_unknown_order_is_not_found(Engine engine)
    {
        await using var store = await TestStore.Open(engine);

        var answer = await store.Send("nobody", new StartHandling(), Actors.Operator);

        Assert.Equal(Refusal.NotFound, Assert.IsType<Refused>(answer.Decision).Code);
        Assert.Equal(0, answer.Version);
    }

    [Theory]
    [EveryEngine]
    public async Task An_equal_document_changes_nothing_and_an_import_owes_nobody(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var document = An.Order(Id).Paid().AsImported();
        await store.Import(document);

        var again = await store.Import(document);
        var newer = await store.Import(An.Order(Id).Paid().Canceled().AsImported("""{"status":"canceled"}"""));
        await using var db = store.Read();

        Assert.IsType<Unchanged>(again.Decision);
        Assert.Equal("canceled", newer.Status);
        Assert.All(await db.Deliveries.ToListAsync(), row => Assert.Equal(Consumers.Payment, row.Consumer));
        Assert.Equal("""{"status":"canceled"}""", System.Text.Encoding.UTF8.GetString(StoredDocument.Expand((await db.OrderDocuments.SingleAsync()).Content)));
    }

    [Theory]
    [EveryEngine]
    public async Task A_new_policy_holds_for_the_next_command(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order(Id).Paid());
        await store.Get<PolicySetting>().Save(Policy.Default with { SecondPerson = SecondPerson.Always });

        var answer = await store.Send(Id, new Cancel(NewId(), Side.Store, new Reason(null, "sold out")), Actors.Operator);

        Assert.Equal("cancellation-requested", answer.Status);
    }

    [Theory]
    [EveryEngine]
    public async Task A_person_who_must_be_joined_by_a_second_one_is_told_who_may(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order(Id).Paid());
        await store.Get<PolicySetting>().Save(Policy.Default with { SecondPerson = SecondPerson.Always });
        var requestId = NewId();
        await store.Send(Id, new Cancel(requestId, Side.Store, new Reason(null, "sold out")), Actors.Operator);

        var answer = await store.Send(Id, new ConfirmCancellation(requestId), Actors.Operator);

        var refused = Assert.IsType<Refused>(answer.Decision);
        Assert.Equal(Refusal.SecondPersonRequired, refused.Code);
        Assert.Equal(["OMS - Full access", "Owner", "Support agent"], refused.WhoMay.AsEnumerable());
    }

    private static string NewId() => Guid.NewGuid().ToString("N");
}
