using AdminOrders.Core.Documents;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Storage.Channels;

/// <summary>What is on record here of an order of a channel before it is looked at.</summary>
/// <param name="CanceledItems">The items that a person has been told of.</param>
/// <param name="Document">The stored document; null: the order is not on record.</param>
internal sealed record KnownChannelOrder(string CanceledItems, byte[]? Document);

/// <summary>Reads them.</summary>
internal sealed class ChannelOrders(IDbContextFactory<OrdersDb> factory)
{
    public async Task<KnownChannelOrder> Read(string channel, string channelOrderId, string orderId, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var row = await db.ChannelOrders.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Channel == channel && row.ChannelOrderId == channelOrderId, cancellationToken);
        var content = await db.Orders.Where(order => order.OrderId == orderId)
            .Join(db.OrderDocuments, order => order.Key, document => document.OrderKey, (_, document) => document.Content).SingleOrDefaultAsync(cancellationToken);
        return new(row?.CanceledItems ?? "", content is null ? null : StoredDocument.Expand(content));
    }
}
