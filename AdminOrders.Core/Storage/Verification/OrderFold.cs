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
/// The order's history folded by the very function that wrote the order. What only a document told (lines, payments, deadlines at the import)
/// is not in the history: there the fold begins with marks, and what is still a mark at the end is not compared.
/// </summary>
internal sealed class OrderFold
{
    /// <summary>A status before that only a document told.</summary>
    public const string ToldStatus = "\0";

    /// <summary>A deadline that only a document told.</summary>
    public static readonly DateTimeOffset ToldInstant = DateTimeOffset.MaxValue;

    private OrderFold(IReadOnlyList<TracedEvent> events, OrderFacts facts) => (Events, Facts) = (events, facts);

    public IReadOnlyList<TracedEvent> Events { get; }

    /// <summary>The state that the history makes.</summary>
    public OrderFacts Facts { get; }

    /// <summary>Whether a document came in after the row at this index.</summary>
    public bool ImportsAfter(int index) => Events.Skip(index + 1).Any(traced => traced.Event is ImportedStateRecorded);

    /// <summary>Reads the events; a row that cannot be read is a finding, and then there is no fold.</summary>
    public static OrderFold? Of(VerifiedOrder order, List<Finding> findings)
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

        return events.Count == order.History.Count && events.Count > 0 ? new(events, Fold(order, events)) : null;
    }

    private static OrderFacts Fold(VerifiedOrder order, List<TracedEvent> events)
    {
        var facts = Begin(order, events);
        foreach (var traced in events)
        {
            facts = facts.Apply(traced.Event, traced.Actor, Ticks.From(traced.Row.At), traced.Row.HistoryId);
            facts = traced.Event is ImportedStateRecorded recorded ? WithTold(order, facts, recorded) : facts;
        }

        return facts;
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
