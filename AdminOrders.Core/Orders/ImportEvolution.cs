using System.Collections.Immutable;

namespace AdminOrders.Core.Orders;

/// <summary>What an imported document makes of the facts.</summary>
internal static class ImportEvolution
{
    /// <summary>The order begins here: its facts are the document's, the receipts are the import's.</summary>
    public static OrderFacts Begin(OrderFacts facts, OrderImported imported, string historyId)
    {
        var told = imported.Order?.Facts ?? facts;
        return told with
        {
            DocumentHash = imported.Hash,
            IsMovedHere = false,
            Version = facts.Version,
            Requests = Receipted(told.Requests, historyId),
            Cancellation = told.Cancellation is { } cancellation ? cancellation with { Receipt = historyId } : null,
        };
    }

    /// <summary>The data is updated; the status only where the event brings one.</summary>
    public static OrderFacts Take(OrderFacts facts, ImportedStateRecorded imported, string historyId)
    {
        var told = imported.Order?.Facts;
        var known = facts with { Reservations = Parts.Consume(Parts.Reserve(facts.Reservations, imported.Reserved ?? []), imported.Invoiced ?? []) };
        var updated = (told is null ? known : Update(known, told)) with { DocumentHash = imported.Hash };
        if (imported.To is not { } to)
        {
            return updated;
        }

        var isRequested = Stages.Of(to) is Stage.Requested;
        var brought = told is null ? [] : told.Requests.Where(request => imported.OpenedRequests.Contains(request.Id, StringComparer.Ordinal));
        return updated with
        {
            Status = to,
            StatusBefore = isRequested ? facts.StatusBefore ?? told?.StatusBefore : null,
            StatusDueAt = imported.DueAt,
            IsMovedHere = false,
            Requests = [.. facts.Requests.Where(request => !imported.ClosedRequests.Contains(request.Id, StringComparer.Ordinal)), .. Receipted(brought, historyId)],
            Items = Parts.OnEntering(to, updated.Items),
            Reservations = Parts.OnEntering(to, updated.Reservations),
        };
    }

    /// <summary>
    /// The document's data over what is known. What was done here stays: invoices recorded here, removed items with the value they left,
    /// reservations, and how far a payment has gone.
    /// </summary>
    public static OrderFacts Update(OrderFacts known, OrderFacts told)
    {
        var invoices = known.Invoices.AddRange(told.Invoices.Where(invoice => known.Invoices.All(own => !IsSame(own, invoice))));
        var changedHere = known.Items.Any(item => item.RemovedQuantity > 0);
        return known with
        {
            Value = changedHere ? known.Value : told.Value,
            Currency = told.Currency,
            SellerId = told.SellerId,
            SalesChannel = told.SalesChannel,
            IsMarketplaceOrder = told.IsMarketplaceOrder,
            IsExternalSeller = told.IsExternalSeller,
            IsFulfilledByChannel = told.IsFulfilledByChannel,
            CreatedAt = told.CreatedAt,
            IsPaymentRecorded = known.IsPaymentRecorded || told.IsPaymentRecorded,
            Items = changedHere ? known.Items : Items(known.Items, told.Items),
            Payments = Payments(known.Payments, told.Payments),
            Reservations = known.Reservations.IsEmpty && known.Stage is not Stage.Canceled ? told.Reservations : known.Reservations,
            Invoices = invoices,
            OutputInvoices = invoices.Count(invoice => invoice.Type is InvoiceType.Output),
            InvoicedValue = Sum(invoices, InvoiceType.Output),
            InputInvoices = invoices.Count(invoice => invoice.Type is InvoiceType.Input),
            ReturnedValue = Sum(invoices, InvoiceType.Input),
        };
    }

    private static bool IsSame(InvoiceFact one, InvoiceFact other) => one.Type == other.Type && one.Number == other.Number;

    private static long Sum(ImmutableArray<InvoiceFact> invoices, InvoiceType type) =>
        invoices.Where(invoice => invoice.Type == type).Sum(invoice => invoice.Value);

    private static ImmutableArray<ItemFact> Items(ImmutableArray<ItemFact> known, ImmutableArray<ItemFact> told) =>
    [
        .. told.Select(item => known.FirstOrDefault(own => own.Index == item.Index) is { } own
            ? item with
            {
                InvoicedQuantity = Math.Min(item.Quantity, Math.Max(own.InvoicedQuantity, item.InvoicedQuantity)),
                ReturnedQuantity = Math.Max(own.ReturnedQuantity, item.ReturnedQuantity),
            }
            : item),
    ];

    private static ImmutableArray<PaymentFact> Payments(ImmutableArray<PaymentFact> known, ImmutableArray<PaymentFact> told) =>
    [
        .. told.Select(payment => known.FirstOrDefault(own => own.Id == payment.Id) is { } own ? Further(own, payment) : payment),
        .. known.Where(own => told.All(payment => payment.Id != own.Id)),
    ];

    // What the document counts as given back has what is owed here among it: that is given back when the provider has said so. A payment is never worth less than that.
    private static PaymentFact Further(PaymentFact own, PaymentFact told)
    {
        var captured = Math.Max(own.Captured, told.Captured);
        var refunded = Math.Max(own.Refunded, told.Refunded - own.Owed);
        return told with
        {
            State = Reach(told.State) > Reach(own.State) ? told.State : own.State,
            Value = refunded + own.Owed > captured ? Math.Max(told.Value, refunded + own.Owed) : told.Value,
            Captured = captured,
            Refunded = refunded,
            Owed = own.Owed,
            Claimed = own.Claimed,
        };
    }

    private static int Reach(PaymentState state) => state switch
    {
        PaymentState.Pending => 0,
        PaymentState.Denied => 1,
        PaymentState.Authorized => 2,
        PaymentState.Capturing => 3,
        PaymentState.Captured => 4,
        PaymentState.Voided => 5,
    };

    private static ImmutableArray<OpenRequest> Receipted(IEnumerable<OpenRequest> requests, string historyId) =>
        [.. requests.Select(request => request with { Receipt = historyId })];
}
