using System.Collections.Immutable;
using System.Globalization;

namespace AdminOrders.Core.Orders;

/// <summary>What a newer document that changes quantities makes of the units that are held.</summary>
internal static class DocumentStock
{
    /// <summary>Held units of lines of which a document wants fewer than were known; those that its lines still need stay.</summary>
    /// <param name="updated">The lines as the document makes them.</param>
    public static IEnumerable<OrderEvent> Freed(OrderFacts known, ImmutableArray<ItemFact> updated)
    {
        var wanted = updated.ToDictionary(item => item.Index, item => item.Quantity);
        return Consequences.FreedByRemoval(known, [.. known.Items.Select(Spare).Where(line => line.Quantity > 0)]);

        ItemQuantity Spare(ItemFact item)
        {
            var held = known.Reservations.Where(reservation => reservation.ItemIndex == item.Index).Sum(reservation => reservation.Held);
            var left = wanted.GetValueOrDefault(item.Index);
            return new(item.Index, Math.Min(item.Quantity - left, held - (left - item.InvoicedQuantity - item.RemovedQuantity)));
        }
    }

    /// <summary>Units that a document wants beyond what was known of its lines, where it says that they are kept. What the order has no reservation of yet comes with the document itself.</summary>
    public static ImmutableArray<ReservedUnits> Reserved(OrderFacts known, OrderFacts told)
    {
        if (known.Reservations.IsEmpty || known.Stage is Stage.Invoiced or Stage.Canceled or Stage.Replaced || known.Items.Any(item => item.RemovedQuantity > 0))
        {
            return [];
        }

        var ordered = known.Items.ToDictionary(item => item.Index, item => item.Quantity);
        var more = told.Items.ToDictionary(item => item.Index, item => item.Quantity - ordered.GetValueOrDefault(item.Index));
        var reserved = ImmutableArray.CreateBuilder<ReservedUnits>();
        foreach (var kept in told.Reservations)
        {
            var units = Math.Min(kept.Held, more.GetValueOrDefault(kept.ItemIndex));
            if (units > 0)
            {
                more[kept.ItemIndex] -= units;
                reserved.Add(new(IdBeside(known.Reservations, kept.Id), kept.ItemIndex, kept.WarehouseId, kept.SkuId, kept.State, units));
            }
        }

        return reserved.ToImmutable();
    }

    // The document calls all units of a line and delivery alike; those that came later are told apart.
    private static string IdBeside(ImmutableArray<ReservationFact> known, string id)
    {
        var taken = known.Count(reservation => reservation.Id == id || reservation.Id.StartsWith($"{id}+", StringComparison.Ordinal));
        return taken == 0 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}+{taken}");
    }
}
