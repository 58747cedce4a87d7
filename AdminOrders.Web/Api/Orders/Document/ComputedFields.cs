namespace AdminOrders.Web.Api.Orders.Document;

/// <summary>What an order's answer computes from our own state, and from what. Every other field comes back as it came. docs/api.md prints it.</summary>
internal static class ComputedFields
{
    /// <param name="Field">Name at the root of the order.</param>
    internal sealed record Row(string Field, string What);

    public static IReadOnlyList<Row> All { get; } =
    [
        new("status", "the order's status now"),
        new("state", "the same (order document)"),
        new("statusDescription", "its Portuguese label, whatever language anybody speaks"),
        new("workflowIsInError", "true while the order hangs between two statuses and waits for a person"),
        new("isCompleted", "false for an order that was never completed; not whether it is settled"),
        new("allowCancellation", "asked of the rules: whether the store may cancel it now, or ask for it"),
        new("allowEdition", "asked of the rules: whether the store may remove items now"),
        new("value", "what the order is worth after removals, minor units"),
        new("lastChange", "the last thing that happened to it, UTC with seven decimals"),
        new("authorizedDate", "when its payment was approved, there or here, UTC with seven decimals"),
        new("invoicedDate", "when it was wholly invoiced, there or here, UTC with seven decimals"),
        new("timeZoneCreationDate", "as it came; where it is missing, the creation date on the store's wall clock (order document)"),
        new("timeZoneLastChange", "the last change on the wall clock of storePreferencesData.timeZone (order document)"),
        new("cancelReason", "canceled: why; asked to be: why the oldest open request asks; else as it came"),
        new("cancellationData", "canceled: who, when and why; asked to be: the oldest open request; else as it came"),
        new("cancellationRequests", "requests on record here as they stand, in the place of the document's own; others as they came"),
        new("canceledBy", "canceled: the name of who did it; else as it came"),
        new("cancelledBy", "the same"),
        new("items", "quantity and price definition of lines of which units were removed here; all else as it came"),
        new("totals", "what was removed here leaves the total of the items; all else as it came"),
        new("changesAttachment", "the document's changes as they came, then every removal here"),
        new("packageAttachment", "the document's packages with their tracking as it is known here, then every other invoice on record"),
        new("workflowData", "once something happened here, the main instance stands where the order stands and its time line goes on; else as it came"),
        new("receiptData", "the document's receipts as they came, then what was paid, voided or canceled here"),
    ];
}
