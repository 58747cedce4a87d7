using AdminOrders.Core.Documents;
using AdminOrders.Core.Effects;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Connectors.Payments;

/// <summary>Reads the debt that a delivery is about, with its payment as it is now.</summary>
internal sealed class OwedPaymentReader(IDbContextFactory<OrdersDb> factory)
{
    public async Task<OwedPayment> Read(OwedDelivery delivery, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var row = await db.History.AsNoTracking().SingleAsync(history => history.HistoryId == delivery.HistoryId, cancellationToken);
        var debt = (MoneyOwed)EventJson.Read(new(row.Kind, row.KindVersion, row.Payload));
        var payment = await db.Payments.AsNoTracking()
            .SingleAsync(payment => payment.OrderKey == delivery.OrderKey && payment.PaymentId == debt.PaymentId, cancellationToken);
        var order = await db.Orders.Where(order => order.Key == delivery.OrderKey)
            .Select(order => new { order.OrderId, order.Currency }).SingleAsync(cancellationToken);
        var content = await db.OrderDocuments.Where(document => document.OrderKey == delivery.OrderKey)
            .Select(document => document.Content).SingleOrDefaultAsync(cancellationToken);
        return new(order.OrderId, order.Currency, debt, payment.State, payment.TransactionId, payment.PaymentGroup)
        {
            Value = payment.Value,
            IsCapturedEnough = payment.Captured >= payment.Refunded + payment.Owed,
            SettleId = Settlements.Named(await MovedMoney(db, delivery.OrderKey, cancellationToken), debt),
            Names = content is null ? ProviderNames.None : ProviderNamesReader.Of(StoredDocument.Expand(content), debt.PaymentId),
        };
    }

    private static async Task<IReadOnlyList<OrderEvent>> MovedMoney(OrdersDb db, long orderKey, CancellationToken cancellationToken)
    {
        string[] kinds = [EventJson.KindOf(typeof(MoneyCaptured)), EventJson.KindOf(typeof(MoneyReturned))];
        var rows = await db.History.AsNoTracking().Where(history => history.OrderKey == orderKey && kinds.Contains(history.Kind))
            .OrderBy(history => history.Number).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => EventJson.Read(new(row.Kind, row.KindVersion, row.Payload)));
    }
}
