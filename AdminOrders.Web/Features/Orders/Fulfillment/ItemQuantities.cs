using System.Collections.Immutable;
using AdminOrders.Core.Orders;

namespace AdminOrders.Web.Features.Orders.Fulfillment;

/// <summary>How many units of each line were chosen, never more than there are.</summary>
public sealed class ItemQuantities
{
    private readonly SortedDictionary<int, int> chosen = [];

    /// <summary>Units chosen of the line at that index.</summary>
    public int this[int index] => chosen.GetValueOrDefault(index);

    /// <summary>What was chosen, lines without units left out.</summary>
    public ImmutableArray<ItemQuantity> Lines =>
        [.. chosen.Where(line => line.Value > 0).Select(line => new ItemQuantity(line.Key, line.Value))];

    /// <summary>Chooses so many units of a line; more than <paramref name="available"/> are those that there are.</summary>
    public void Choose(int index, int quantity, int available) => chosen[index] = Math.Clamp(quantity, 0, available);

    /// <summary>What the chosen units cost, minor units.</summary>
    public long ValueOf(ImmutableArray<ItemFact> items) => items.Sum(item => item.UnitPrice * this[item.Index]);
}
