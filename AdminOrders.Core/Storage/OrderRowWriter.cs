using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>Writes the order's own row, once per command, and with a document what lists show of it.</summary>
internal sealed class OrderRowWriter(StoreWrites writes)
{
    private static readonly string[] State =
    [
        "Status", "StatusBefore", "LastChangeAt", "IsMovedHere", "IsPaymentRecorded", "OutputInvoices", "InvoicedValue",
        "InputInvoices", "ReturnedValue", "StatusDueAt", "RequestDueAt", "OpenRequests", "CustomerDeclinedAt", "CanceledFor", "CanceledBy", "CanceledById",
        "CanceledAt", "CancelRequestId", "CancelReasonLabelId", "CancelReceipt", "Version", "Position", "HistoryCount", "LastHash",
    ];

    // Apart from the state, because they move indexes that hardly any command touches.
    private static readonly string[] Rare = ["AuthorizedAt", "InvoicedAt", "Units", "IsRefunded"];

    private static readonly string[] Description =
    [
        "Sequence", "OrderGroup", "SellerOrderId", "MarketplaceOrderId", "Origin", "AffiliateId", "SalesChannel", "SellerId", "SellerName", "Value", "Currency",
        "CreatedAt", "CustomerName", "CustomerEmail", "CustomerDocument", "ProductCount", "PaymentNames", "IsMarketplaceOrder", "IsExternalSeller", "DocumentHash",
        "EstimatedFrom", "EstimatedTo", "IsInStore", "GiftListId", "GiftListType", "OperatorName", "IsFulfilledByChannel",
    ];

    private readonly SqlWrite insert = writes.AddInsert("Orders", [.. State, .. Rare, .. Description, "OrderId", "Key"]);
    private readonly SqlWrite update = writes.Add(SqlStatement.Update("Orders", State, "Key"));
    private readonly SqlWrite describe = writes.Add(SqlStatement.Update("Orders", Description, "Key"));

    private readonly SqlWrite updateRare = writes.Add(SqlStatement.Update("Orders", Rare, "Key"));
    private readonly SqlWrite assign = writes.Add(SqlStatement.Update("Orders", ["AssigneeId", "AssigneeName"], "Key"));
    private readonly SqlWrite updateValue = writes.Add(SqlStatement.Update("Orders", ["Value"], "Key"));
    private readonly SqlWrite insertDocument = writes.AddInsert("OrderDocuments", "Content", "OrderKey");
    private readonly SqlWrite updateDocument = writes.Add(SqlStatement.Update("OrderDocuments", ["Content"], "OrderKey"));

    /// <summary>Inserts or updates the row of that key, and with a document that too.</summary>
    public void Write(long key, OrderChange change, HistoryRow last)
    {
        if (change.Before is { } before)
        {
            Update(before, change, last);
        }
        else
        {
            Insert(key, change, last);
        }

        if (change.Imported is { } imported)
        {
            (change.Before is null ? insertDocument : updateDocument).Later(imported.Document, key);
        }
    }

    private void Insert(long key, OrderChange change, HistoryRow last)
    {
        var imported = change.Imported ?? throw new InvalidOperationException("An order begins with a document.");
        insert.Later([.. StateOf(change, last), AuthorizedAt(change), InvoicedAt(change), UnitsOf(change.Facts), IsRefunded(change.Facts), .. DescriptionOf(change.Facts, imported), change.Facts.OrderId, key]);
    }

    private void Update(StoredOrder before, OrderChange change, HistoryRow last)
    {
        update.Later([.. StateOf(change, last), before.Key]);
        var (authorizedAt, invoicedAt, units, isRefunded) = (AuthorizedAt(change), InvoicedAt(change), UnitsOf(change.Facts), IsRefunded(change.Facts));
        if ((authorizedAt, invoicedAt, units, isRefunded) != (before.AuthorizedAt, before.InvoicedAt, UnitsOf(before.Facts), IsRefunded(before.Facts)))
        {
            updateRare.Later(authorizedAt, invoicedAt, units, isRefunded, before.Key);
        }

        if (change.Facts.Assignee != before.Facts.Assignee)
        {
            assign.Later(change.Facts.Assignee?.Id, change.Facts.Assignee?.Name, before.Key);
        }

        if (change.Imported is { } imported)
        {
            describe.Later([.. DescriptionOf(change.Facts, imported), before.Key]);
        }
        else if (change.Facts.Value != before.Facts.Value)
        {
            updateValue.Later(change.Facts.Value, before.Key);
        }
    }

    private static object?[] StateOf(OrderChange change, HistoryRow last)
    {
        var facts = change.Facts;
        var canceled = facts.Cancellation;
        return
        [
            facts.Status, facts.StatusBefore, LastChangeAt(change, last), facts.IsMovedHere,
            facts.IsPaymentRecorded, facts.OutputInvoices, facts.InvoicedValue, facts.InputInvoices, facts.ReturnedValue,
            Ticks.Of(facts.StatusDueAt), Ticks.Of(facts.RequestDueAt), facts.Requests.Length, Ticks.Of(facts.CustomerDeclinedAt),
            (int?)canceled?.RequestedBy, NameOfCanceler(change), canceled?.By, Ticks.Of(canceled?.At), canceled?.RequestId, canceled?.Reason.LabelId,
            canceled?.Receipt, facts.Version, last.Position, last.Number, last.Hash,
        ];
    }

    // A document brings its own date, a comment moves nothing.
    private static long LastChangeAt(OrderChange change, HistoryRow last)
    {
        var known = change.Before?.LastChangeAt ?? 0;
        if (change.Imported is { } imported)
        {
            return Math.Max(known, Ticks.Of(imported.Description.LastChangeAt));
        }

        return change.Before is { } before && before.Facts.Version == change.Facts.Version ? known : last.At;
    }

    private static long? AuthorizedAt(OrderChange change) =>
        change.Before?.AuthorizedAt ?? Ticks.Of(change.Imported?.Description.AuthorizedAt) ?? FirstAt(change, happening => happening.Event is PaymentApproved);

    private static long? InvoicedAt(OrderChange change) =>
        change.Before?.InvoicedAt ?? Ticks.Of(change.Imported?.Description.InvoicedAt) ?? FirstAt(change, happening => happening.Event.To == Status.Invoiced);

    private static long? FirstAt(OrderChange change, Func<Happening, bool> isIt) =>
        change.Happenings.FirstOrDefault(isIt) is { } happening ? Ticks.Of(happening.At) : null;

    // Who brings a document in has not canceled: the name in the document counts, or none.
    private static string? NameOfCanceler(OrderChange change)
    {
        if (change.Facts.Cancellation is null)
        {
            return null;
        }

        return change.Happenings.FirstOrDefault(happening => happening.Event is OrderCanceled { Cause: not CancellationCause.Imported }) is { } canceling
            ? canceling.Actor.Name
            : change.Before?.CanceledByName ?? change.Imported?.Description.CanceledBy ?? "";
    }

    private static long UnitsOf(OrderFacts facts) => facts.Items.Sum(item => (long)item.Quantity - item.RemovedQuantity);

    private static bool IsRefunded(OrderFacts facts) => facts.Payments.Any(payment => payment.Refunded > 0);

    private static object?[] DescriptionOf(OrderFacts facts, ImportedOrder imported)
    {
        var (told, listing) = (imported.Description, imported.Listing);
        return
        [
            told.Sequence, told.OrderGroup, told.SellerOrderId, told.MarketplaceOrderId, told.Origin, told.AffiliateId, facts.SalesChannel, facts.SellerId,
            told.SellerName, facts.Value, facts.Currency, Ticks.Of(facts.CreatedAt), told.CustomerName, told.CustomerEmail, told.CustomerDocument,
            told.ProductCount, told.PaymentNames, facts.IsMarketplaceOrder, facts.IsExternalSeller, imported.DocumentHash,
            Ticks.Of(listing.EstimatedFrom), Ticks.Of(listing.EstimatedTo), listing.IsInStore, listing.GiftListId, listing.GiftListType, listing.OperatorName,
            facts.IsFulfilledByChannel,
        ];
    }
}
