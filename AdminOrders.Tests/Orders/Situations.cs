using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Orders;

/// <summary>
/// One order for each column of the rules' table and each flag that a cell may name: P partly invoiced, X fulfilled by an external seller,
/// R returned. "asked from …" is requested, with that status before.
/// </summary>
internal static class Situations
{
    private const string Unheard = "some-new-status";

    /// <summary>All situations; the request of those that are requested was entered by an actor of <paramref name="askedBy"/>.</summary>
    public static Dictionary<string, OrderFacts> All(Side askedBy) => new(StringComparer.Ordinal)
    {
        ["incomplete"] = An.Order().In(""),
        ["incomplete P"] = An.Order().In("").PartlyInvoiced(),
        ["created"] = An.Order().In("order-created"),
        ["created P"] = An.Order().In("order-created").PartlyInvoiced(),
        ["starting"] = An.Order().Paid().In("start-handling"),
        ["invoicing"] = An.Order().Paid().In("invoice"),
        ["canceling"] = An.Order().Paid().In("cancel"),
        ["unpaid"] = An.Order().Unpaid(),
        ["unpaid P"] = An.Order().Unpaid().PartlyInvoiced(),
        ["unpaid X"] = An.Order().Unpaid().FulfilledBySeller(),
        ["paid"] = An.Order().Paid(),
        ["paid P"] = An.Order().Paid().PartlyInvoiced(),
        ["paid X"] = An.Order().Paid().FulfilledBySeller(),
        ["awaiting"] = An.Order().AwaitingAuthorization(),
        ["awaiting X"] = An.Order().AwaitingAuthorization().FulfilledBySeller(),
        ["window"] = An.Order().InWindow(),
        ["window P"] = An.Order().InWindow().PartlyInvoiced(),
        ["window X"] = An.Order().InWindow().FulfilledBySeller(),
        ["ready"] = An.Order().Ready(),
        ["ready P"] = An.Order().Ready().PartlyInvoiced(),
        ["ready X"] = An.Order().Ready().FulfilledBySeller(),
        ["handling"] = An.Order().Handling(),
        ["handling P"] = An.Order().Handling().PartlyInvoiced(),
        ["handling X"] = An.Order().Handling().FulfilledBySeller(),
        ["asked from unpaid"] = An.Order().Unpaid().AskedBy(askedBy),
        ["asked from paid"] = An.Order().Paid().AskedBy(askedBy),
        ["asked from paid X"] = An.Order().Paid().FulfilledBySeller().AskedBy(askedBy),
        ["asked from awaiting"] = An.Order().AwaitingAuthorization().AskedBy(askedBy),
        ["asked from window"] = An.Order().InWindow().AskedBy(askedBy),
        ["asked from window that is over"] = An.Order().InWindow().In(Status.WindowToCancel, An.Instant).AskedBy(askedBy),
        ["asked from ready"] = An.Order().Ready().AskedBy(askedBy),
        ["asked from handling"] = An.Order().Handling().AskedBy(askedBy),
        ["asked from handling P"] = An.Order().Handling().PartlyInvoiced().AskedBy(askedBy),
        ["asked from unknown"] = An.Order().Handling().In(Unheard).AskedBy(askedBy),
        ["invoiced"] = An.Order().Invoiced(),
        ["invoiced R"] = An.Order().Returned(),
        ["canceled"] = An.Order().Paid().Canceled(),
        ["replaced"] = An.Order().Paid().In("replaced"),
        ["unknown"] = An.Order().Handling().In(Unheard),
        ["unknown P"] = An.Order().Handling().In(Unheard).PartlyInvoiced(),
    };

    /// <summary>
    /// A decision in the notation of the tables: <c>→ status</c>, <c>before → status</c> while requested, <c>+ request</c>, <c>recorded</c>,
    /// <c>= why</c>, <c>✗ code</c>; an alert follows after <c>!</c>.
    /// </summary>
    public static string Notation(Decision decision, OrderFacts facts)
    {
        var outcome = decision switch
        {
            Accepted accepted => Moved(accepted, facts),
            Unchanged unchanged => $"= {Words(unchanged.Why)}",
            Refused refused => $"✗ {RefusalCodes.Of(refused.Code)}",
            _ => throw new ArgumentOutOfRangeException(nameof(decision)),
        };
        return decision.Alert is { } alert ? $"{outcome} ! {Words(alert)}" : outcome;
    }

    private static string Moved(Accepted accepted, OrderFacts facts)
    {
        var after = facts.ApplyAll(accepted.Events, Actors.Operator, An.Instant, "");
        return after switch
        {
            _ when after.Status != facts.Status => $"→ {after.Status}",
            _ when after.StatusBefore != facts.StatusBefore => $"before → {after.StatusBefore}",
            _ when after.Requests.Length > facts.Requests.Length => "+ request",
            _ => "recorded",
        };
    }

    private static string Words<T>(T value) where T : struct, Enum =>
        string.Concat(value.ToString().Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}")).Trim();
}
