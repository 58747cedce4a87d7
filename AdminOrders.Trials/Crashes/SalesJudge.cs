using AdminOrders.Core.Orders;
using AdminOrders.Trials.Stores;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Trials.Crashes;

/// <summary>What a store has of the orders that were sold on Amazon.</summary>
/// <param name="Missing">The first that is not here as it is there, in words; null: all are.</param>
/// <param name="Faults">Everything that must never be, in words.</param>
internal sealed record FoundSales(int Here, int Canceled, string? Missing, IReadOnlyList<string> Faults);

/// <summary>Compares what was sold and canceled on Amazon with what is here.</summary>
internal static class SalesJudge
{
    public static async Task<FoundSales> Judge(TrialStore store, AmazonSales sales, CancellationToken cancellationToken)
    {
        var here = await Read(store, cancellationToken);
        // Read after the store: a sale only goes on, so what is here has happened there by now.
        var there = sales.All.Values.ToList();
        var known = there.ToDictionary(sale => TrialOrder.IdOfSold(sale.Id), StringComparer.Ordinal);
        return new(
            here.Count,
            here.Values.Count(order => order.Cancellations > 0),
            there.Select(sale => Missing(sale, here.GetValueOrDefault(TrialOrder.IdOfSold(sale.Id)))).FirstOrDefault(missing => missing is not null),
            [.. here.SelectMany(order => Faults(order.Key, order.Value, known.GetValueOrDefault(order.Key)))]);
    }

    private static async Task<Dictionary<string, Here>> Read(TrialStore store, CancellationToken cancellationToken)
    {
        await using var db = store.Read();
        var sold = TrialOrder.IdOfSold(AmazonSales.IdsBegin);
        var orders = await db.Orders.AsNoTracking().Where(order => order.OrderId.StartsWith(sold))
            .Select(order => new { order.Key, order.OrderId, order.CanceledFor }).ToListAsync(cancellationToken);
        var rows = await db.History.AsNoTracking().Where(row => row.Kind == "order-canceled" && db.Orders.Any(order => order.Key == row.OrderKey && order.OrderId.StartsWith(sold)))
            .Select(row => row.OrderKey).ToListAsync(cancellationToken);
        var cancellations = rows.CountBy(key => key).ToDictionary();
        return orders.ToDictionary(order => order.OrderId, order => new Here(order.CanceledFor, cancellations.GetValueOrDefault(order.Key)), StringComparer.Ordinal);
    }

    private static IEnumerable<string> Faults(string orderId, Here here, Sale? sale)
    {
        if (sale is null)
        {
            yield return $"{orderId} is here, and nobody sold it";
        }

        if (here.Cancellations > 1)
        {
            yield return $"{orderId} was canceled {here.Cancellations} times";
        }

        if (here.CanceledFor is { } side && side != SideOf(sale?.CanceledBy))
        {
            yield return $"{orderId} was canceled for {side}, and on Amazon by {sale?.CanceledBy ?? "nobody"}";
        }
    }

    // An order that was canceled before the store heard of it need not come in.
    private static string? Missing(Sale sale, Here? here) => (sale.CanceledBy, here) switch
    {
        (null, null) => $"{sale.Id} was sold on Amazon and is not here",
        ({ } by, { Cancellations: 0 }) => $"{sale.Id} was canceled by {by} on Amazon and is not canceled here",
        _ => null,
    };

    private static Side? SideOf(string? canceledBy) => canceledBy switch
    {
        "BUYER" => Side.Customer,
        "MERCHANT" => Side.Store,
        "AMAZON" => Side.Marketplace,
        _ => null,
    };

    private sealed record Here(Side? CanceledFor, int Cancellations);
}
