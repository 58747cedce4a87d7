using System.Collections.Immutable;
using AdminOrders.Core.Documents;
using AdminOrders.Core.Effects;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Connectors;

/// <summary>Reads what a mail is written from.</summary>
internal sealed class MailReader(IDbContextFactory<OrdersDb> factory, CancellationReasons reasons)
{
    public async Task<MailFacts> Read(OwedDelivery delivery, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var row = await db.History.AsNoTracking().SingleAsync(history => history.HistoryId == delivery.HistoryId, cancellationToken);
        var order = await db.Orders.Where(order => order.Key == delivery.OrderKey)
            .Select(order => new { order.OrderId, order.CustomerName, order.CustomerEmail, order.IsMarketplaceOrder }).SingleAsync(cancellationToken);
        var texts = await db.HistoryTexts.Where(text => text.HistoryId == delivery.HistoryId && text.Value != null)
            .Select(text => new { text.Name, text.Value }).ToListAsync(cancellationToken);
        var happened = EventJson.Read(new(row.Kind, row.KindVersion, row.Payload));
        return new()
        {
            OrderId = order.OrderId,
            Happened = happened,
            At = Ticks.From(row.At),
            ActorSide = row.ActorSide,
            ActorName = row.ActorName,
            Texts = texts.ToImmutableDictionary(text => text.Name, text => text.Value!, StringComparer.Ordinal),
            Reason = await LabelOf(happened, cancellationToken),
            CustomerName = order.CustomerName,
            CustomerEmail = order.CustomerEmail,
            IsMarketplaceOrder = order.IsMarketplaceOrder,
            CustomerLocale = delivery.Consumer == Consumers.MailCustomer ? await Locale(db, delivery.OrderKey, cancellationToken) : null,
        };
    }

    private async Task<ReasonLabel?> LabelOf(OrderEvent happened, CancellationToken cancellationToken)
    {
        var label = happened switch
        {
            CancellationRequested requested => requested.ReasonLabelId,
            OrderCanceled canceled => canceled.ReasonLabelId,
            _ => null,
        };
        return label is { } id ? (await reasons.Labels(cancellationToken)).GetValueOrDefault(id) : null;
    }

    private static async Task<string?> Locale(OrdersDb db, long orderKey, CancellationToken cancellationToken)
    {
        var content = await db.OrderDocuments.Where(document => document.OrderKey == orderKey)
            .Select(document => document.Content).SingleOrDefaultAsync(cancellationToken);
        return content is null ? null : CustomerLocale.Of(StoredDocument.Expand(content));
    }
}
