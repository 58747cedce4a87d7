using System.Collections.Immutable;
using System.Text.Json;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage.Verification;

/// <summary>A row of the history with the event in it.</summary>
internal sealed record TracedEvent(HistoryRow Row, OrderEvent Event)
{
    public Actor Actor { get; } = new(Row.ActorSide, Row.ActorId, Row.ActorName);

    public string Name => $"History {Row.Number}";
}

/// <summary>
/// The order's history folded by the very function that wrote the order. What only a document told is not in the history: where one document came in,
/// it is the one that is stored, and the fold begins with it. Where several did, those before the last are gone: there the fold begins with marks, and
/// what is still a mark at the end is not compared. Deadlines that an import made follow from the policy of its day: they are marks always.
/// </summary>
internal sealed class OrderFold
{
    /// <summary>A status before that only a document told.</summary>
    public const string ToldStatus = "\0";

    /// <summary>A deadline that only a document told.</summary>
    public static readonly DateTimeOffset ToldInstant = DateTimeOffset.MaxValue;

    private OrderFold(IReadOnlyList<FoldedEvent> steps, ImportedOrder? told, bool isWhole) =>
        (Steps, Events, Told, IsWhole) = (steps, [.. steps.Select(step => step.Traced)], told, isWhole);

    /// <summary>Each event with the state before and after it.</summary>
    public IReadOnlyList<FoldedEvent> Steps { get; }

    public IReadOnlyList<TracedEvent> Events { get; }

    /// <summary>The state that the history makes.</summary>
    public OrderFacts Facts => Steps[^1].After;

    /// <summary>What the last document told; null: it cannot be read.</summary>
    public ImportedOrder? Told { get; }

    /// <summary>The one document that ever came in is known: but for deadlines, nothing is a mark.</summary>
    public bool IsWhole { get; }

    /// <summary>Whether a document came in after the row at this index.</summary>
    public bool ImportsAfter(int index) => Events.Skip(index + 1).Any(traced => traced.Event is ImportedStateRecorded);

    /// <summary>Reads the events; a row that cannot be read is a finding, and then there is no fold.</summary>
    /// <param name="told">The stored document; null: it cannot be read.</param>
    public static OrderFold? Of(VerifiedOrder order, ImportedOrder? told, List<Finding> findings)
    {
        var events = new List<TracedEvent>(order.History.Count);
        foreach (var row in order.History)
        {
            try
            {
                events.Add(new(row, EventJson.Read(new(row.Kind, row.KindVersion, row.Payload))));
            }
            catch (Exception failure) when (failure is JsonException or NotSupportedException)
            {
                findings.Add(order.Broken(Invariant.EventReadable, $"History {row.Number}", $"{row.Kind} {row.KindVersion}", failure.GetType().Name));
            }
        }

        if (events.Count != order.History.Count || events.Count == 0)
        {
            return null;
        }

        var isWhole = told is not null && events[0].Event is OrderImported && !events.Exists(traced => traced.Event is ImportedStateRecorded);
        return isWhole ? new(FoldWhole(order, events, told!), told, true) : new(Fold(order, events), told, false);
    }

    private static List<FoldedEvent> FoldWhole(VerifiedOrder order, List<TracedEvent> events, ImportedOrder told)
    {
        var facts = OrderFacts.NotOnRecord(order.Row.OrderId);
        var steps = new List<FoldedEvent>(events.Count);
        foreach (var traced in events)
        {
            var happened = traced.Event is OrderImported imported ? imported with { Order = told with { Facts = WithMarks(order, told.Facts) } } : traced.Event;
            var after = facts.Apply(happened, traced.Actor, Ticks.From(traced.Row.At), traced.Row.HistoryId);
            steps.Add(new(traced, facts, after));
            facts = after;
        }

        return steps;
    }

    private static OrderFacts WithMarks(VerifiedOrder order, OrderFacts told) => told with
    {
        StatusDueAt = told.StatusDueAt is null ? null : ToldInstant,
        Requests =
        [
            .. told.Requests.Select(request =>
                order.Requests.FirstOrDefault(row => row.RequestId == request.Id) is { } row ? request with { DueAt = Ticks.From(row.DueAt) } : request),
        ],
    };

    private static List<FoldedEvent> Fold(VerifiedOrder order, List<TracedEvent> events)
    {
        var facts = Begin(order, events);
        var steps = new List<FoldedEvent>(events.Count);
        foreach (var traced in events)
        {
            var after = facts.Apply(traced.Event, traced.Actor, Ticks.From(traced.Row.At), traced.Row.HistoryId);
            after = traced.Event is ImportedStateRecorded recorded ? WithTold(order, after, recorded) : after;
            steps.Add(new(traced, steps.Count == 0 ? facts with { Requests = [] } : facts, after));
            facts = after;
        }

        return steps;
    }

    private static OrderFacts Begin(VerifiedOrder order, List<TracedEvent> events)
    {
        var status = events[0].Event.To ?? "";
        var here = RecordedHere(events);
        var told = order.Invoices.Where(invoice => !here.Contains((invoice.Type, invoice.Number))).ToImmutableArray();
        return OrderFacts.NotOnRecord(order.Row.OrderId) with
        {
            Status = status,
            StatusBefore = Stages.Of(status) is Stage.Requested ? ToldStatus : null,
            StatusDueAt = ToldInstant,
            Requests = [.. order.Requests.Where(request => request.Receipt == events[0].Row.HistoryId).Select(VerifiedOrder.Open)],
            OutputInvoices = told.Count(invoice => invoice.Type is InvoiceType.Output),
            InvoicedValue = told.Where(invoice => invoice.Type is InvoiceType.Output).Sum(invoice => invoice.Value),
            InputInvoices = told.Count(invoice => invoice.Type is InvoiceType.Input),
            ReturnedValue = told.Where(invoice => invoice.Type is InvoiceType.Input).Sum(invoice => invoice.Value),
        };
    }

    /// <summary>The invoices that events of this installation recorded; the others came by documents.</summary>
    public static HashSet<(InvoiceType Type, string Number)> RecordedHere(IEnumerable<TracedEvent> events) => events
        .Select(traced => traced.Event switch
        {
            InvoiceRecorded recorded => (InvoiceType.Output, recorded.Data.Number),
            ReturnInvoiceRecorded recorded => (InvoiceType.Input, recorded.Data.Number),
            _ => (InvoiceType.Output, ""),
        })
        .Where(key => key.Item2.Length > 0)
        .ToHashSet();

    private static OrderFacts WithTold(VerifiedOrder order, OrderFacts facts, ImportedStateRecorded recorded)
    {
        var opened = order.Requests.Where(request => recorded.OpenedRequests.Contains(request.RequestId, StringComparer.Ordinal)).Select(VerifiedOrder.Open);
        return facts with
        {
            Requests = [.. facts.Requests.Concat(opened).DistinctBy(request => request.Id, StringComparer.Ordinal)],
            StatusBefore = facts.Stage is Stage.Requested && facts.StatusBefore is null ? ToldStatus : facts.StatusBefore,
        };
    }
}

/// <summary>An event with the state before and after it.</summary>
internal sealed record FoldedEvent(TracedEvent Traced, OrderFacts Before, OrderFacts After);
