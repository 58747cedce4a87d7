using AdminOrders.Core.Orders;
using AdminOrders.Trials.Stores;

namespace AdminOrders.Trials.Races;

/// <summary>The races that are run. The outcomes are those of the printed rules (docs/cancellation-rules.md), no more and no fewer.</summary>
internal static class Pairs
{
    private const string Accepted = "accepted";
    private static readonly string[] CanceledByAna = ["user:ana order-canceled", "user:ana stock-released", "user:ana money-owed"];

    public static IReadOnlyList<Pair> All { get; } =
    [
        new("cancel ∥ cancel", Handling, AnaCancels, BrunoCancels,
            new("Ana asked", Status.CancellationRequested, ["user:ana cancellation-requested"], Accepted, "unchanged requested"),
            new("Bruno asked", Status.CancellationRequested, ["user:bruno cancellation-requested"], "unchanged requested", Accepted)),
        new("cancel ∥ cancel, at once", Paid, AnaCancels, BrunoCancels,
            new("Ana canceled", Status.Canceled, CanceledByAna, Accepted, "unchanged canceled"),
            new("Bruno canceled", Status.Canceled, [.. CanceledByAna.Select(row => row.Replace("ana", "bruno", StringComparison.Ordinal))], "unchanged canceled", Accepted)),
        new("cancel ∥ full invoice", Handling, AnaCancels, BrunoInvoices(TrialOrder.Value),
            new("asked, declined by invoice", Status.Invoiced,
                ["user:ana cancellation-requested", "user:bruno requests-declined-by-invoice", "user:bruno invoice-recorded", "user:bruno captures-counted"], Accepted, Accepted),
            new("invoiced", Status.Invoiced, ["user:bruno invoice-recorded", "user:bruno captures-counted"], "refused invoiced", Accepted)),
        new("cancel ∥ partial invoice", Handling, AnaCancels, BrunoInvoices(TrialOrder.Value / 5),
            new("asked, declined by invoice", Status.Handling,
                ["user:ana cancellation-requested", "user:bruno requests-declined-by-invoice", "user:bruno invoice-recorded", "user:bruno captures-counted"], Accepted, Accepted),
            new("partly invoiced", Status.Handling, ["user:bruno invoice-recorded", "user:bruno captures-counted"], "refused partially-invoiced", Accepted)),
        new("confirm ∥ decline", Asked, AnaConfirms, BrunoDeclines,
            new("confirmed", Status.Canceled, CanceledByAna, Accepted, "refused canceled"),
            new("declined", Status.Handling, ["user:bruno cancellation-declined"], "refused no-request", Accepted)),
        new("confirm ∥ withdraw", Asked, AnaConfirms, CustomerWithdraws,
            new("confirmed", Status.Canceled, CanceledByAna, Accepted, "refused canceled"),
            new("withdrawn", Status.Handling, ["customer cancellation-withdrawn"], "refused no-request", Accepted)),
        new("confirm ∥ full invoice", Asked, AnaConfirms, BrunoInvoices(TrialOrder.Value),
            new("confirmed", Status.Canceled, CanceledByAna, Accepted, "refused canceled"),
            new("invoiced", Status.Invoiced, ["user:bruno requests-declined-by-invoice", "user:bruno invoice-recorded", "user:bruno captures-counted"], "refused no-request", Accepted)),
        new("confirm ∥ partial invoice", Asked, AnaConfirms, BrunoInvoices(TrialOrder.Value / 5),
            new("confirmed", Status.Canceled, CanceledByAna, Accepted, "refused canceled"),
            new("partly invoiced", Status.Handling, ["user:bruno requests-declined-by-invoice", "user:bruno invoice-recorded", "user:bruno captures-counted"], "refused no-request", Accepted)),
        new("end of window ∥ customer's cancel", InWindow, CustomerCancels, TimeIsUp,
            new("canceled in time", Status.Canceled, ["customer order-canceled", "customer stock-released", "customer money-owed"], Accepted, "unchanged nothing-new"),
            new("asked after the end", Status.CancellationRequested, ["system grace-period-ended", "customer cancellation-requested"], Accepted, "unchanged nothing-new")),
        new("30-day timer ∥ decline", Overdue, BrunoDeclines, TimeIsUp,
            new("declined in time", Status.Handling, ["user:bruno cancellation-declined"], Accepted, "unchanged nothing-new"),
            new("canceled by the deadline", Status.Canceled, ["system order-canceled", "system stock-released", "system money-owed"], "refused canceled", "unchanged nothing-new")),
        new("import of a newer document ∥ confirm", Asked, AnaConfirms, NewerDocument,
            new("confirmed", Status.Canceled, [.. CanceledByAna, "import imported-state-recorded"], Accepted, Accepted),
            new("taken from the document", Status.Handling, ["import imported-state-recorded"], "refused no-request", Accepted)),
    ];

    private static Party AnaCancels => new(People.Ana, at => new Cancel(Guid.NewGuid().ToString("N"), Side.Store, new Reason(null, "sold out")));

    private static Party BrunoCancels => AnaCancels with { Actor = People.Bruno };

    private static Party CustomerCancels => new(People.Customer, at => new Cancel(Guid.NewGuid().ToString("N"), Side.Customer, new Reason(null, "ordered twice")));

    private static Party AnaConfirms => new(People.Ana, at => new ConfirmCancellation(at.RequestId));

    private static Party BrunoDeclines => new(People.Bruno, at => new Decline(at.RequestId, "on the truck", "It is on its way"));

    private static Party CustomerWithdraws => new(People.Customer, at => new Withdraw(at.RequestId));

    private static Party TimeIsUp => new(Actor.System, _ => new ApplyDueTimers());

    private static Party NewerDocument => new(
        new Actor(Side.System, "import", "Import"),
        at => new RecordImportedState(TrialOrder.Handling(at.OrderId, at.Beginning).AsImported(edition: 2)));

    private static Party BrunoInvoices(long value) => new(People.Bruno, at => new Invoice(new InvoiceData("I-1", value, at.Beginning)));

    private static OrderFacts Paid(Meeting at) => TrialOrder.Paid(at.OrderId, at.Beginning);

    private static OrderFacts Handling(Meeting at) => TrialOrder.Handling(at.OrderId, at.Beginning);

    private static OrderFacts InWindow(Meeting at) => TrialOrder.InWindow(at.OrderId, at.Beginning, at.Due);

    private static OrderFacts Overdue(Meeting at) => TrialOrder.Asked(at.OrderId, at.Beginning, at.Due);

    private static OrderFacts Asked(Meeting at) => TrialOrder.Asked(at.OrderId, at.Beginning, at.Due.AddDays(30));
}
