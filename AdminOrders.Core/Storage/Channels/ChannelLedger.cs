using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage.Channels;

/// <summary>What has been taken from channels, for the one writer: read in the command's transaction, written with its commit.</summary>
internal sealed class ChannelLedger(StoreReads reads, StoreWrites writes)
{
    private static readonly SqlRead Taken = new(
        """SELECT "UpdatedAt" FROM "ChannelOrders" WHERE "Channel" = @Channel AND "ChannelOrderId" = @ChannelOrderId""");

    private static readonly SqlRead Buried = new(
        """SELECT "Channel", "CanceledFor", "ReasonLabelId", "ReasonText" FROM "ChannelOrders" WHERE "OrderId" = @OrderId AND "CanceledAt" IS NOT NULL""");

    private readonly SqlWrite take = writes.Add(
        """
        INSERT INTO "ChannelOrders" ("Channel", "ChannelOrderId", "OrderId", "UpdatedAt", "CanceledItems")
        VALUES (@Channel, @ChannelOrderId, @OrderId, @UpdatedAt, @CanceledItems)
        ON CONFLICT ("Channel", "ChannelOrderId") DO UPDATE SET "OrderId" = excluded."OrderId", "UpdatedAt" = excluded."UpdatedAt",
            "CanceledItems" = CASE WHEN excluded."CanceledItems" = '' THEN "ChannelOrders"."CanceledItems" ELSE excluded."CanceledItems" END
        """);

    private readonly SqlWrite bury = writes.Add(
        """
        UPDATE "ChannelOrders" SET "CanceledAt" = @CanceledAt, "CanceledFor" = @CanceledFor, "ReasonLabelId" = @ReasonLabelId, "ReasonText" = @ReasonText
        WHERE "Channel" = @Channel AND "ChannelOrderId" = @ChannelOrderId
        """);

    private readonly SqlWrite raise = writes.Add(
        """
        UPDATE "ChannelOrders" SET "CanceledAt" = NULL, "CanceledFor" = NULL, "ReasonLabelId" = NULL, "ReasonText" = NULL WHERE "OrderId" = @OrderId
        """);

    private readonly HashSet<string> waiting = new(StringComparer.Ordinal);

    /// <summary>Whether something about the order is not flushed.</summary>
    public bool IsWaiting(string orderId) => waiting.Contains(orderId);

    /// <summary>Nothing waits any more: it was written, or it did not happen.</summary>
    public void Clear() => waiting.Clear();

    /// <summary>Whether something newer has been taken.</summary>
    public bool IsOlder(ChannelSight sight)
    {
        long? taken = null;
        reads.Ask(Taken, [sight.Channel, sight.ChannelOrderId], rows => taken = rows.Read() ? rows.GetInt64(0) : null);
        reads.Finish();
        return taken > Ticks.Of(sight.UpdatedAt);
    }

    /// <summary>What was remembered of an order that comes in now; null: nothing.</summary>
    public Tombstone? Of(string orderId)
    {
        Tombstone? found = null;
        reads.Ask(Buried, [orderId], rows => found = rows.Read()
            ? new(rows.GetString(0), (Side)rows.GetInt32(1), new(rows.IntOrNull(2), rows.TextOrNull(3)))
            : null);
        reads.Finish();
        return found;
    }

    /// <summary>The order is as new as that.</summary>
    public void Take(string orderId, ChannelSight sight)
    {
        waiting.Add(orderId);
        take.Later(sight.Channel, sight.ChannelOrderId, orderId, Ticks.Of(sight.UpdatedAt), sight.CanceledItems ?? "");
    }

    /// <summary>Remembers a cancellation until the order comes in.</summary>
    public void Remember(ChannelSight sight, RecordChannelCancellation canceled, DateTimeOffset at) =>
        bury.Later(Ticks.Of(at), (int)canceled.RequestedBy, canceled.Reason.LabelId, canceled.Reason.Text, sight.Channel, sight.ChannelOrderId);

    /// <summary>The order is on record.</summary>
    public void Forget(string orderId)
    {
        waiting.Add(orderId);
        raise.Later(orderId);
    }
}
