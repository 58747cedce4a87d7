using static AdminOrders.Core.Orders.Answers;

namespace AdminOrders.Core.Orders;

/// <summary>The one function that decides. Pure: facts, command, actor, instant and policy in, a decision out.</summary>
public static class Rules
{
    /// <summary>
    /// Decides a command on facts to which the timers due at <paramref name="now"/> have been applied.
    /// Never throws for a business reason: a refusal is a value.
    /// </summary>
    public static Decision Decide(OrderFacts facts, OrderCommand command, Actor actor, DateTimeOffset now, Policy policy)
    {
        if ((Permissions.Check(facts, command, actor) ?? InputRules.Check(command, actor)) is { } refused)
        {
            return refused;
        }

        if (facts.Version == 0 && command is not RecordImportedState)
        {
            return Refuse(Refusal.NotFound);
        }

        return DecideOnOrder(new Situation(facts, actor, now, policy), command);
    }

    /// <summary>
    /// What would happen now: first the timers that are due, then the command. A page that shows a preview asks this, and so gets
    /// what <see cref="Decide"/> will answer inside the workflow.
    /// </summary>
    public static Considered Consider(OrderFacts facts, OrderCommand command, Actor actor, DateTimeOffset now, Policy policy)
    {
        var due = Timers.ApplyDue(facts, now, policy);
        return new(due, Decide(due.Facts, command, actor, now, policy));
    }

    /// <summary>The resource that a user or key of the store needs for the command; null: none of them may send it.</summary>
    public static string? ResourceFor(OrderCommand command) => Permissions.ResourceFor(command);

    /// <summary>What a page shows of a decision before it is taken. <paramref name="facts"/> are those that were decided on.</summary>
    public static Preview Preview(Decision decision, OrderFacts facts, Policy policy) => Orders.Preview.Of(decision, facts, policy);

    private static Decision DecideOnOrder(Situation at, OrderCommand command) => command switch
    {
        _ when ChannelRules.IsLeftToChannel(at, command) => Refuse(Refusal.FulfilledByChannel),
        Cancel cancel => CancellationRules.Cancel(at, cancel),
        RecordChannelCancellation record => CancellationRules.RecordChannel(at.Facts, CancellationCause.Channel, record.RequestedBy, record.Reason),
        RecordEarlierCancellation record => CancellationRules.RecordChannel(at.Facts, CancellationCause.ChannelEarlier, record.RequestedBy, record.Reason),
        RecordChannelRequest asked => ChannelRules.Ask(at, asked),
        RecordChannelItems items => ChannelRules.Items(at, items),
        ConfirmCancellation confirm => AnswerRules.Confirm(at, confirm),
        Decline decline => AnswerRules.Decline(at, decline),
        Withdraw withdraw => AnswerRules.Withdraw(at, withdraw),
        StartHandling => FulfillmentRules.StartHandling(at),
        Invoice invoice => InvoiceRules.Invoice(at, invoice.Data),
        ReturnInvoice returned => InvoiceRules.Return(at, returned),
        ChangeItems change => FulfillmentRules.ChangeItems(at, change),
        ApprovePayment approve => PaymentRules.Approve(at, approve),
        AuthorizeFulfillment => FulfillmentRules.AuthorizeFulfillment(at),
        EndGracePeriod => FulfillmentRules.EndGracePeriod(at),
        CancelAsIncomplete incomplete => CancellationRules.CancelAsIncomplete(at, incomplete),
        TryAgain => FulfillmentRules.TryAgain(at),
        RecordImportedState imported => ImportRules.Record(at, imported.Order),
        ApplyDueTimers => Same(Already.NothingNew),
        AddComment comment => Accept(new CommentAdded { Text = comment.Text, Source = comment.Source }),
        TakeRequest => AssignmentRules.Take(at),
        HandOverRequest handOver => AssignmentRules.HandOver(at, handOver),
        ReleaseRequest => AssignmentRules.Release(at),
        RetryEffect retry => EffectRules.Retry(at.Facts, retry),
        FinishByHand finish => EffectRules.Finish(at.Facts, finish),
        RecordPaymentAnswer answer => EffectRules.Answered(at.Facts, answer),
        AddTracking tracking => TrackingRules.Add(at.Facts, tracking),
        RecordDelivery delivery => TrackingRules.Record(at.Facts, delivery),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "A command that nobody decides."),
    };
}

/// <summary>An answer together with what the due timers write before it.</summary>
/// <param name="Due">The timers' events and the facts after them.</param>
/// <param name="Decision">Decided on <c>Due.Facts</c>.</param>
public sealed record Considered(DueTimers Due, Decision Decision);
