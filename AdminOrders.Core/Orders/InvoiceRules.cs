using static AdminOrders.Core.Orders.Answers;

namespace AdminOrders.Core.Orders;

/// <summary>When an order takes an invoice, and when goods come back.</summary>
internal static class InvoiceRules
{
    public static Decision Invoice(Situation at, InvoiceData data) => at.Facts.Stage switch
    {
        Stage.Incomplete or Stage.Moving or Stage.Open or Stage.Window or Stage.Ready or Stage.Handling or Stage.Replaced or Stage.Unknown =>
            TakesInvoice(at.Facts, at.Facts.Status) ? Take(at, data) : Refuse(Refusal.WrongStatus),
        Stage.Requested => TakesInvoice(at.Facts, at.Facts.StatusOutsideRequest) ? Take(at, data) : Refuse(Refusal.CancellationPending),
        Stage.Invoiced => IsOnRecord(at.Facts, InvoiceType.Output, data) ? Same(Already.Invoiced) : Refuse(Refusal.ExceedsOrder),
        Stage.Canceled => Refuse(Refusal.Canceled) with { Alert = AlertKind.GoodsMayHaveLeft },
    };

    public static Decision Return(Situation at, ReturnInvoice command) => at.Facts.Stage switch
    {
        Stage.Incomplete or Stage.Moving or Stage.Open or Stage.Window or Stage.Ready or Stage.Handling or Stage.Requested or Stage.Canceled
            or Stage.Replaced or Stage.Unknown => Refuse(Refusal.NotFullyInvoiced),
        Stage.Invoiced => TakeBack(at, command),
    };

    private static bool TakesInvoice(OrderFacts facts, string status) => Stages.Of(status) switch
    {
        Stage.Incomplete or Stage.Moving or Stage.Window or Stage.Requested or Stage.Invoiced or Stage.Canceled or Stage.Replaced => false,
        Stage.Open => facts.IsPartlyInvoiced || (facts.IsExternalSeller && Stages.IsPaid(status)),
        Stage.Ready or Stage.Handling => true,
        Stage.Unknown => facts.IsPartlyInvoiced,
    };

    private static Decision Take(Situation at, InvoiceData data)
    {
        if (IsOnRecord(at.Facts, InvoiceType.Output, data))
        {
            return Same(Already.Recorded);
        }

        if (IsNumberUsed(at.Facts, data))
        {
            return Refuse(Refusal.InvoiceNumberUsed);
        }

        if (data.Value > at.Facts.Value - at.Facts.InvoicedValue)
        {
            return Refuse(Refusal.ExceedsOrder);
        }

        return InputRules.CheckItems(at.Facts, data.Items, item => item.Open) is { } refused ? refused : Accept([.. Taken(at, data)]);
    }

    private static IEnumerable<OrderEvent> Taken(Situation at, InvoiceData data)
    {
        var facts = at.Facts;
        var status = facts.StatusOutsideRequest;
        if (facts.Stage is Stage.Requested)
        {
            yield return new RequestsDeclinedByInvoice([.. facts.Requests.Select(request => request.Id)])
            {
                To = status,
                CustomerAsked = facts.Requests.Any(request => request.RequestedBy is Side.Customer),
            };
        }

        if (Stages.Of(status) is not Stage.Handling)
        {
            yield return new HandlingStarted { To = Status.Handling };
        }

        var full = facts.InvoicedValue + data.Value >= facts.Value;
        yield return new InvoiceRecorded(data) { To = full ? Status.Invoiced : Status.Handling };
        foreach (var capture in Consequences.Capture(facts, data.Value, at.Policy))
        {
            yield return capture;
        }
    }

    private static Decision TakeBack(Situation at, ReturnInvoice command)
    {
        if (IsOnRecord(at.Facts, InvoiceType.Input, command.Data))
        {
            return Same(Already.Recorded);
        }

        if (IsNumberUsed(at.Facts, command.Data))
        {
            return Refuse(Refusal.InvoiceNumberUsed);
        }

        if (command.Data.Value > at.Facts.InvoicedValue - at.Facts.ReturnedValue)
        {
            return Refuse(Refusal.ExceedsInvoiced);
        }

        return InputRules.CheckItems(at.Facts, command.Data.Items, item => item.InvoicedQuantity - item.ReturnedQuantity) is { } refused
            ? refused
            : TakenBack(at, command);
    }

    // An invoice that came with a document, or before captures were counted, has been captured by now.
    private static Accepted TakenBack(Situation at, ReturnInvoice command)
    {
        var captured = Consequences.CapturedElsewhere(at.Facts, at.Policy);
        var facts = at.Facts.ApplyAll(captured, at.Actor, at.Now, "");
        return Accept([new ReturnInvoiceRecorded(command.Data) { Reason = command.Reason }, .. captured, .. Consequences.Refund(facts, command.Data.Value)]);
    }

    private static bool IsOnRecord(OrderFacts facts, InvoiceType type, InvoiceData data) =>
        facts.Invoices.Any(invoice => invoice.Type == type && invoice.Number == data.Number && invoice.Value == data.Value);

    // A number serves once, for a sale or for a return.
    private static bool IsNumberUsed(OrderFacts facts, InvoiceData data) => facts.Invoices.Any(invoice => invoice.Number == data.Number);
}
