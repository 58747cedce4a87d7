using AdminOrders.Core.Documents;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage.Verification;

/// <summary>Everything that is asked of an order by itself.</summary>
internal static class OrderCheck
{
    public static List<Finding> Of(OrderChunk chunk, RuleCheck rules, TermCheck terms, CounterCheck counters)
    {
        var findings = new List<Finding>(chunk.Strays);
        foreach (var order in chunk.Orders)
        {
            try
            {
                Check(order, rules, findings);
            }
            catch (Exception failure)
            {
                // A value that is of its column's type and still nothing that could be there, as an instant before all time.
                findings.Add(order.Broken(Invariant.RowReadable, null, failure.Message));
            }
        }

        findings.AddRange(terms.Expect(chunk));
        counters.Expect(chunk);
        return findings;
    }

    private static void Check(VerifiedOrder order, RuleCheck rules, List<Finding> findings)
    {
        var json = Expand(order.Document);
        findings.AddRange(TrailCheck.Of(order));
        var fold = OrderFold.Of(order, ToldBy(order, json, rules.Policy), findings);
        findings.AddRange(rules.Of(order, fold));
        findings.AddRange(fold is null ? [] : StateCheck.Of(order, fold));
        findings.AddRange(fold is null ? [] : RequestCheck.Of(order, fold));
        findings.AddRange(PartsCheck.Of(order, fold));
        findings.AddRange(fold is null ? [] : MovementCheck.Of(order, fold));
        findings.AddRange(EffectCheck.Of(order, fold, json));
        findings.AddRange(fold is null ? [] : ToldCheck.Of(order, fold));
    }

    // Null: there is none, or it is damaged.
    private static byte[]? Expand(byte[]? document)
    {
        try
        {
            return document is null ? null : StoredDocument.Expand(document);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static ImportedOrder? ToldBy(VerifiedOrder order, byte[]? json, Policy policy) =>
        json is not null && order.History.LastOrDefault(row => row.Kind is "order-imported" or "imported-state-recorded") is { } import
            ? OrderDocumentReader.ReadStored(json, Ticks.From(import.At), policy)
            : null;
}
