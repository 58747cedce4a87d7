using System.Collections.Immutable;
using AdminOrders.Core.Orders;
using AdminOrders.Web.Api.Calls;
using AdminOrders.Web.Api.Errors;

namespace AdminOrders.Web.Api.Fulfillment;

/// <summary>Lines of the order that a sender names by the id of their item, as VTEX does, or by their place.</summary>
internal static class InvoiceLines
{
    /// <summary>Units of an item that stands on several lines are taken from the first that has some left.</summary>
    /// <exception cref="ApiRefusedException">400: a line names no item of the order, or no units.</exception>
    public static ImmutableArray<ItemQuantity> Of(ImmutableArray<InvoiceBody.Line?> sent, OrderFacts facts, InvoiceType direction, string field = "items")
    {
        var left = facts.Items.ToDictionary(item => item.Index, item => direction is InvoiceType.Output ? item.Open : item.InvoicedQuantity - item.ReturnedQuantity);
        return [.. sent.SelectMany((line, at) => Take(line, $"{field}[{at}]", facts, left))];
    }

    private static List<ItemQuantity> Take(InvoiceBody.Line? line, string field, OrderFacts facts, Dictionary<int, int> left)
    {
        var wanted = Required.Value($"{field}.quantity", line?.Quantity);
        var known = Lines(line!, field, facts);
        if (wanted <= 0)
        {
            throw new ApiRefusedException(ApiErrors.Invalid($"{field}.quantity", "It must be at least 1."));
        }

        var taken = new List<ItemQuantity>(known.Length);
        foreach (var item in known)
        {
            // What no line has left stays on the last one, so that the rules say what is wrong with it.
            var units = item == known[^1] ? wanted : Math.Min(wanted, left[item.Index]);
            if (units > 0)
            {
                taken.Add(new(item.Index, units));
                left[item.Index] -= units;
                wanted -= units;
            }
        }

        return taken;
    }

    private static ItemFact[] Lines(InvoiceBody.Line line, string field, OrderFacts facts)
    {
        var named = line.ItemIndex is { } index
            ? facts.Items.Where(item => item.Index == index)
            : facts.Items.Where(item => item.SkuId == line.Id);
        return named.ToArray() is { Length: > 0 } found
            ? found
            : throw new ApiRefusedException(ApiErrors.Invalid(line.ItemIndex is null ? $"{field}.id" : $"{field}.itemIndex", "It must name an item of the order."));
    }
}
