using System.Runtime.CompilerServices;
using AdminOrders.Core.Storage.Channels;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Storage.Verification;

/// <summary>What is remembered of channels: cancellations only of orders that are not here, hints that either wait or were looked at.</summary>
internal static class ChannelCheck
{
    public static async IAsyncEnumerable<Finding> Run(OrdersDb db, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buried = db.ChannelOrders.Where(row => row.CanceledAt != null && db.Orders.Any(order => order.OrderId == row.OrderId)).OrderBy(row => row.ChannelOrderId);
        await foreach (var row in buried.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return new(Invariant.ChannelRemembered, row.OrderId, $"ChannelOrders {row.Channel} {row.ChannelOrderId}", "-", "canceled");
        }

        var odd = db.ChannelInbox.Where(hint =>
            (hint.State == ChannelHintState.Waiting) != (hint.NextAt != null) || (hint.State == ChannelHintState.Handled) != (hint.Deed != null)).OrderBy(hint => hint.Id);
        await foreach (var hint in odd.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return new(Invariant.ChannelHints, hint.OrderId, $"ChannelInbox {hint.Id}", hint.NextAt is null ? "looked at" : "waiting", hint.State.ToString());
        }
    }
}
