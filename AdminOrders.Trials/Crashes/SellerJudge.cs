using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Trials.Stores;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Trials.Crashes;

/// <summary>Compares what a store says of an external seller with what the seller was asked: what it has been told of is canceled, whoever decided it.</summary>
internal static class SellerJudge
{
    public static async Task<FoundTold> Judge(TrialStore store, CrashSeller seller, CancellationToken cancellationToken)
    {
        await using var db = store.Read();
        var rows = await db.Deliveries.AsNoTracking().Where(row => row.Consumer == Consumers.Seller)
            .Join(db.Orders, delivery => delivery.OrderKey, order => order.Key, (delivery, order) => new { order.OrderId, delivery.State, order.Status }).ToListAsync(cancellationToken);
        var told = ToldJudge.Judge("the seller", [.. rows.Select(row => new ToldDebt(row.OrderId, row.State))], seller.Memory);
        return told with
        {
            Faults =
            [
                .. told.Faults,
                .. rows.Where(row => row.State is DeliveryState.Done && row.Status != Status.Canceled).Select(row => $"the seller has answered {row.OrderId}, and it is {row.Status}"),
            ],
        };
    }
}
