namespace AdminOrders.Core.Storage.Verification;

/// <summary>Everything that is asked of an order by itself.</summary>
internal static class OrderCheck
{
    public static List<Finding> Of(OrderChunk chunk, RuleCheck rules, TermCheck terms)
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
        return findings;
    }

    private static void Check(VerifiedOrder order, RuleCheck rules, List<Finding> findings)
    {
        findings.AddRange(TrailCheck.Of(order));
        var fold = OrderFold.Of(order, findings);
        findings.AddRange(rules.Of(order, fold));
        findings.AddRange(fold is null ? [] : StateCheck.Of(order, fold));
        findings.AddRange(PartsCheck.Of(order, fold));
        findings.AddRange(EffectCheck.Of(order, fold));
    }
}
