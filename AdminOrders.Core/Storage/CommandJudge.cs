using System.Collections.Immutable;
using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage.Channels;

namespace AdminOrders.Core.Storage;

/// <summary>One command inside the batch: load, due timers, decide, compare with what the sender saw, write.</summary>
internal sealed class CommandJudge(OrderStore store, TimeProvider time)
{
    /// <summary>The answer; everything it says waits in the store to be flushed. When it throws, nothing does.</summary>
    public Answer Handle(OrderRequest request, Policy policy)
    {
        var now = time.GetUtcNow();
        var change = new OrderChange(request.OrderId, Load(request, now));
        var due = Timers.ApplyDue(change.Facts, now, policy);
        Add(change, due.Events, Actor.System, now);
        var fired = change.Happenings.Count;
        var posted = request.Post is { } post ? store.Posts.Of(request.OrderId, post, request.Command) : null;
        var decision = posted is null
            ? Decide(request, change, now, policy)
            : new PostJudge(store.Posts, now).Decide(request, posted, change.Facts, policy, () => Decide(request, change, now, policy));
        if (decision is Accepted accepted)
        {
            Add(change, accepted.Events, request.Actor, now);
        }

        decision = new ChannelJudge(store.Channels, now).Complete(request, decision, change, policy);
        var answer = AnswerOf(request, decision, change, fired);
        if (change.Happenings.Count > 0)
        {
            store.Write(change);
        }

        if (posted is not null)
        {
            new PostJudge(store.Posts, now).Keep(request, posted, change, answer);
        }

        if (request.Item is { } item)
        {
            store.Bulk.Record(item, answer, now);
        }

        Raise(request.OrderId, decision.Alert is { } raised ? due.Alerts.Add(raised) : due.Alerts, now);
        return answer;
    }

    private StoredOrder? Load(OrderRequest request, DateTimeOffset now)
    {
        var order = store.Load(request.OrderId);
        return order is not null && request.Command is EffectCommand named && store.Effects.Of(order.Key, named.EffectId, now) is { } effect
            ? order with { Facts = order.Facts with { Effects = [effect] } }
            : order;
    }

    private Decision Decide(OrderRequest request, OrderChange change, DateTimeOffset now, Policy policy)
    {
        if (request.Sight is { } sight && store.Channels.IsOlder(sight))
        {
            return new Unchanged(Already.Older);
        }

        var decided = Once(request, Rules.Decide(change.Facts, request.Command, request.Actor, now, policy), change.Facts);
        return Checked(request, NotTwice(request.Command, decided, change.Before), change.Facts, policy);
    }

    private static void Add(OrderChange change, IEnumerable<OrderEvent> events, Actor actor, DateTimeOffset at)
    {
        foreach (var happened in events)
        {
            change.Add(happened, actor, at);
        }
    }

    // A change that its sender named is made once, whoever sends it again and whenever: another change under its name is an error.
    private Decision Once(OrderRequest request, Decision decision, OrderFacts facts) =>
        request.Command is ChangeItems { RequestId: { } name } change
        && decision is not Refused { Code: Refusal.MissingResource or Refusal.NotYours or Refusal.NotFound }
        && store.ChangeNamed(request.OrderId, name) is { } known
            ? UnitsOf(facts, known.Change.Removed) == UnitsOf(facts, change.Removed) ? new Unchanged(Already.NothingNew, known.Receipt) : new Refused(Refusal.IdempotencyKeyReused) { Field = "requestId" }
            : decision;

    // By item: of two lines with the same one, a repetition may name the other.
    private static string UnitsOf(OrderFacts facts, ImmutableArray<ItemQuantity> removed) => string.Join(
        ';',
        removed.GroupBy(line => facts.Items.FirstOrDefault(item => item.Index == line.ItemIndex)?.SkuId, StringComparer.Ordinal)
            .OrderBy(units => units.Key, StringComparer.Ordinal)
            .Select(units => string.Create(CultureInfo.InvariantCulture, $"{units.Key}:{units.Sum(line => (long)line.Quantity)}")));

    // A request that has ended does not come back because its sender sends it once more; a channel tells of it at each look.
    private static Decision NotTwice(OrderCommand command, Decision decision, StoredOrder? known) =>
        decision is not Accepted || RequestIdOf(command) is not { } requestId || known is null || !HasRequest(known, requestId) ? decision
        : command is RecordChannelRequest ? new Unchanged(Already.NothingNew)
        : new Refused(Refusal.Stale);

    private static string? RequestIdOf(OrderCommand command) => command switch
    {
        Cancel cancel => cancel.RequestId,
        RecordChannelRequest asked => asked.RequestId,
        _ => null,
    };

    private static bool HasRequest(StoredOrder order, string requestId) =>
        order.EndedRequests.Contains(requestId, StringComparer.Ordinal) || order.Facts.Requests.Any(request => request.Id == requestId);

    // What does not depend on the order's state is told as it is, and so is who may not, whatever was shown before a policy changed.
    private static Decision Checked(OrderRequest request, Decision decision, OrderFacts facts, Policy policy) =>
        request.ExpectedPreview is { } expected
        && decision is not Refused
        {
            Code: Refusal.MissingResource or Refusal.NotFound or Refusal.InvalidInput or Refusal.AboveYourLimit or Refusal.SecondPersonRequired,
        }
        && Rules.Preview(decision, facts, policy).Fingerprint != expected
            ? new Refused(Refusal.ChangedMeanwhile)
            : OfSeenVersion(request, decision, facts);

    // Where nothing would change, it does not matter which version was seen; but a request that was not seen is not confirmed.
    internal static Decision OfSeenVersion(OrderRequest request, Decision decision, OrderFacts facts) =>
        request.ExpectedVersion is { } expected
        && expected != facts.Version
        && decision is (Accepted or Unchanged { Why: Already.Requested } or Refused { Code: not (Refusal.MissingResource or Refusal.NotFound or Refusal.InvalidInput) })
            ? new Refused(Refusal.ChangedMeanwhile)
            : decision;

    private void Raise(string orderId, IEnumerable<AlertKind> alerts, DateTimeOffset at)
    {
        foreach (var kind in alerts)
        {
            store.Raise(orderId, kind, at);
        }
    }

    private Answer AnswerOf(OrderRequest request, Decision decision, OrderChange change, int fired) => new(decision, change.Facts.Status, change.Facts.Version)
    {
        Receipt = decision switch
        {
            Accepted => ReceiptOf(change, fired),
            Unchanged unchanged => unchanged.Earlier ?? ReceiptOf(request, unchanged),
            _ => null,
        },
        LastChange = change.Happenings.LastOrDefault(happening => happening.Event is not (StockReleased or MoneyOwed)) is { } last
            ? new(EventJson.KindOf(last.Event), last.Actor.Side, last.Actor.Name, last.At, last.After.Status)
            : OfEffect(request, change) ?? store.LastChange(change.Facts.OrderId),
    };

    // Who comes late to an effect is told who was there, whatever has happened to the order since.
    private LastChange? OfEffect(OrderRequest request, OrderChange change) =>
        request.Command is EffectCommand named && change.Before is { } order ? store.Effects.LastChangeOf(order.Key, named.EffectId) : null;

    // An invoice that is on record was established by the row that recorded it.
    private EarlierAnswer? ReceiptOf(OrderRequest request, Unchanged unchanged) => (request.Command, unchanged.Why) switch
    {
        (Invoice invoice, Already.Recorded or Already.Invoiced) => store.ReceiptOf(request.OrderId, InvoiceType.Output, invoice.Data.Number),
        (ReturnInvoice returned, Already.Recorded) => store.ReceiptOf(request.OrderId, InvoiceType.Input, returned.Data.Number),
        _ => null,
    };

    // The request's while it was asked for, the cancellation's once canceled, else the first row that the command wrote.
    private static EarlierAnswer? ReceiptOf(OrderChange change, int fired)
    {
        var own = change.Happenings.Skip(fired).ToArray();
        var telling = own.FirstOrDefault(happening => happening.Event is OrderCanceled or CancellationRequested) ?? own.FirstOrDefault();
        return telling is null ? null : new(telling.HistoryId, telling.At);
    }
}
