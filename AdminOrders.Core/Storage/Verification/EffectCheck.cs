using System.Security.Cryptography;
using System.Text;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage.Verification;

/// <summary>What hangs on the order beside its state: the deliveries that its events owe, its document, the text that search looks into.</summary>
internal static class EffectCheck
{
    /// <param name="json">The order's document; null: there is none, or it is damaged.</param>
    public static IEnumerable<Finding> Of(VerifiedOrder order, OrderFold? fold, byte[]? json) =>
        [.. fold is null ? [] : Deliveries(order, fold).Concat(ByHand(order, fold)).Concat(Answered(order, fold)), .. Document(order, fold, json), .. Search(order)];

    /// <summary>A piece of the text's hash, for a report: the text itself is a person's.</summary>
    public static string Mark(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 4));

    private static IEnumerable<Finding> Deliveries(VerifiedOrder order, OrderFold fold)
    {
        var written = order.Deliveries.ToLookup(delivery => delivery.HistoryId, StringComparer.Ordinal);
        for (var at = 0; at < fold.Events.Count; at++)
        {
            var traced = fold.Events[at];
            var found = written[traced.Row.HistoryId].Select(delivery => Named(delivery.Consumer, delivery.Subject)).Order(StringComparer.Ordinal).ToArray();
            var expected = Owed(order, traced, order.Row.IsMarketplaceOrder);
            if (!expected.SequenceEqual(found) && !(fold.ImportsAfter(at) && Owed(order, traced, !order.Row.IsMarketplaceOrder).SequenceEqual(found)))
            {
                yield return order.Broken(Invariant.DeliveriesOwed, traced.Name, expected, found);
            }
        }

        var known = order.History.Select(row => row.HistoryId).ToHashSet(StringComparer.Ordinal);
        foreach (var stray in order.Deliveries.Where(delivery => !known.Contains(delivery.HistoryId)))
        {
            yield return order.Broken(Invariant.RowBelongs, $"Deliveries {stray.Id}", "History", stray.HistoryId);
        }
    }

    private static IEnumerable<Finding> ByHand(VerifiedOrder order, OrderFold fold)
    {
        var told = fold.Events.Select(traced => traced.Event).OfType<EffectDoneByHand>().Select(done => done.EffectId).ToHashSet(StringComparer.Ordinal);
        foreach (var delivery in order.Deliveries)
        {
            var isTold = told.Contains(EffectId.Of(delivery.HistoryId, delivery.Consumer));
            if (isTold != delivery.State is DeliveryState.DoneByHand)
            {
                yield return order.Broken(Invariant.DoneByHand, $"Deliveries {delivery.Id}", isTold ? DeliveryState.DoneByHand : null, delivery.State);
            }
        }
    }

    // The event that says how a debt ended and the end of its delivery are one commit.
    private static IEnumerable<Finding> Answered(VerifiedOrder order, OrderFold fold)
    {
        var told = fold.Events.Select(traced => traced.Event).OfType<PaymentAnswered>().Where(answered => answered is not MoneyRefused)
            .Select(answered => answered.EffectId).ToHashSet(StringComparer.Ordinal);
        foreach (var delivery in order.Deliveries.Where(delivery => delivery.Consumer == Consumers.Payment))
        {
            var isTold = told.Contains(EffectId.Of(delivery.HistoryId, delivery.Consumer));
            if (isTold != delivery.State is DeliveryState.Done)
            {
                yield return order.Broken(Invariant.MoneyAnswered, $"Deliveries {delivery.Id}", isTold ? DeliveryState.Done : null, delivery.State);
            }
        }
    }

    // A later document may have told that the order is a channel's, or that it is not.
    private static string[] Owed(VerifiedOrder order, TracedEvent traced, bool isMarketplaceOrder) =>
        [.. Consumers.Of(traced.Event, OrderFacts.NotOnRecord(order.Row.OrderId) with { IsMarketplaceOrder = isMarketplaceOrder })
            .Select(consumer => Named(consumer, Consumers.SubjectOf(traced.Event))).Order(StringComparer.Ordinal)];

    private static string Named(string consumer, string subject) => subject == "" ? consumer : $"{consumer} of {subject}";

    private static IEnumerable<Finding> Document(VerifiedOrder order, OrderFold? fold, byte[]? json)
    {
        var told = fold?.Events.Select(traced => HashOf(traced.Event)).LastOrDefault(hash => hash is not null);
        if (told is not null && told != Convert.ToHexStringLower(order.Row.DocumentHash))
        {
            yield return order.Broken(Invariant.DocumentHash, told, order.Row.DocumentHash);
        }

        var found = json is null ? null : SHA256.HashData(json);
        if (found is null || !found.AsSpan().SequenceEqual(order.Row.DocumentHash))
        {
            yield return order.Broken(Invariant.DocumentHash, "OrderDocuments", order.Row.DocumentHash, found);
        }
    }

    private static string? HashOf(OrderEvent happened) => happened switch
    {
        OrderImported imported => imported.Hash,
        ImportedStateRecorded recorded => recorded.Hash,
        _ => null,
    };

    private static IEnumerable<Finding> Search(VerifiedOrder order)
    {
        var row = order.Row;
        string[] parts = [row.OrderId, row.Sequence, row.MarketplaceOrderId, row.SellerOrderId, row.CustomerName, row.CustomerEmail, row.CustomerDocument];
        if (order.SearchText is null || !Storage.SearchText.Is(order.SearchText, parts))
        {
            var expected = Storage.SearchText.Of(parts);
            yield return order.Broken(Invariant.SearchText, "OrderSearch", Mark(expected), order.SearchText is { } found ? Mark(found) : null);
        }
    }
}
