using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage.Stock;

namespace AdminOrders.Core.Storage.Verification;

/// <summary>What an order moved in the warehouses, against its history: each unit that an event freed is written down once.</summary>
internal static class MovementCheck
{
    public static IEnumerable<Finding> Of(VerifiedOrder order, OrderFold fold)
    {
        var written = order.Movements.ToLookup(movement => movement.HistoryId ?? "", StringComparer.Ordinal);
        foreach (var traced in fold.Events)
        {
            var expected = (traced.Event as StockReleased)?.Units.GroupBy(units => units.ReservationId, StringComparer.Ordinal)
                .Select(units => $"{units.Key} {StockWriter.KindOf(units.Last().Destination)} {units.Sum(part => part.Quantity)}").Order(StringComparer.Ordinal).ToArray() ?? [];
            var found = written[traced.Row.HistoryId].Where(movement => movement.Kind is not StockMovementKind.Invoiced)
                .Select(movement => $"{movement.ReservationId} {movement.Kind} {movement.Quantity}").Order(StringComparer.Ordinal).ToArray();
            if (!expected.SequenceEqual(found))
            {
                yield return order.Broken(Invariant.StockMovements, traced.Name, expected, found);
            }
        }

        foreach (var finding in Strays(order).Concat(Invoiced(order)))
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> Strays(VerifiedOrder order)
    {
        var known = order.History.Select(row => row.HistoryId).ToHashSet(StringComparer.Ordinal);
        foreach (var stray in order.Movements.Where(movement => !known.Contains(movement.HistoryId ?? "")))
        {
            yield return order.Broken(Invariant.RowBelongs, $"StockMovements {stray.Id}", "History", stray.HistoryId);
        }
    }

    // Less than was used up may be written down: what left before movements were kept, or elsewhere, is not.
    private static IEnumerable<Finding> Invoiced(VerifiedOrder order)
    {
        foreach (var kept in order.Reservations)
        {
            var moved = order.Movements.Where(movement => movement.ReservationId == kept.ReservationId && movement.Kind is StockMovementKind.Invoiced).Sum(movement => movement.Quantity);
            if (moved > kept.Consumed)
            {
                yield return order.Broken(Invariant.StockMovements, $"Reservations {kept.ReservationId}", $"<= {kept.Consumed}", moved);
            }
        }
    }
}
