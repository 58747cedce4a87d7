using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Connectors.Protocol;

/// <summary>An external seller or a marketplace that is set up on this server.</summary>
/// <param name="Kind">Where what it is owed stands in unfinished work.</param>
/// <param name="Id">The seller's id, or the affiliate's.</param>
/// <param name="Host">Who is called.</param>
public sealed record PartnerAccount(UnfinishedKind Kind, string Id, string Host);

/// <summary>How it goes with a partner.</summary>
/// <param name="Failed">What was given up or is failing.</param>
/// <param name="LastWords">Of the newest of those; null: there is none, or it said nothing.</param>
public sealed record PartnerView(PartnerAccount Account, int Failed, string? LastWords);

/// <summary>Reads how it goes with the partners of this server, in the order of its settings, sellers first.</summary>
public sealed class PartnerReader
{
    private readonly IDbContextFactory<OrdersDb> factory;
    private readonly IReadOnlyList<PartnerAccount> accounts;

    internal PartnerReader(IDbContextFactory<OrdersDb> factory, IReadOnlyList<PartnerAccount> accounts) => (this.factory, this.accounts) = (factory, accounts);

    public async Task<IReadOnlyList<PartnerView>> List(CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var views = new List<PartnerView>(accounts.Count);
        foreach (var account in accounts)
        {
            var failed = Failed(db, account);
            var count = await failed.CountAsync(cancellationToken);
            var words = count == 0 ? null : await failed.OrderByDescending(delivery => delivery.Id).Select(delivery => delivery.LastAnswer).FirstOrDefaultAsync(cancellationToken);
            views.Add(new(account, count, words));
        }

        return views;
    }

    // What is owed and has an answer has failed: who has not decided leaves none.
    private static IQueryable<DeliveryRow> Failed(OrdersDb db, PartnerAccount account)
    {
        var consumer = UnfinishedKinds.ConsumerOf(account.Kind);
        return db.Deliveries.AsNoTracking().Where(delivery => delivery.Consumer == consumer
            && (delivery.State == DeliveryState.Failed || (delivery.State == DeliveryState.Owed && delivery.LastAnswer != null))
            && db.Orders.Any(order => order.Key == delivery.OrderKey && (consumer == Consumers.Seller ? order.SellerId == account.Id : order.AffiliateId == account.Id)));
    }
}
