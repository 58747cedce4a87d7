using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Connectors.Payments;

/// <summary>What the provider has captured piece by piece, and by which of its names a refund asks for it back.</summary>
internal static class Settlements
{
    /// <summary>
    /// The settlement of the debt's payment that still holds its amount, the oldest first; where none does, the one that holds the most; "" where the provider
    /// has named none. What was given back before came from the oldest.
    /// </summary>
    /// <param name="moved">The captures and refunds of the order, in their order.</param>
    public static string Named(IEnumerable<OrderEvent> moved, MoneyOwed debt)
    {
        var settled = new List<(string Name, long Left)>();
        foreach (var happened in moved)
        {
            if (happened is MoneyCaptured { Reference: { } name } captured && captured.Claim.PaymentId == debt.PaymentId)
            {
                settled.Add((name, captured.Claim.Amount));
            }
            else if (happened is MoneyReturned { Settled: { Kind: not DebtKind.Void } returned } && returned.PaymentId == debt.PaymentId)
            {
                Take(settled, returned.Amount);
            }
        }

        return settled.FirstOrDefault(piece => piece.Left >= debt.Amount).Name ?? settled.OrderByDescending(piece => piece.Left).FirstOrDefault().Name ?? "";
    }

    private static void Take(List<(string Name, long Left)> settled, long amount)
    {
        // As it was asked for: from one piece where one was large enough.
        var whole = settled.FindIndex(piece => piece.Left >= amount);
        for (var at = Math.Max(0, whole); at < settled.Count && amount > 0; at++)
        {
            var part = Math.Min(amount, settled[at].Left);
            settled[at] = (settled[at].Name, settled[at].Left - part);
            amount -= part;
        }
    }
}
