using System.Collections.Concurrent;
using AdminOrders.Core.Effects;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace AdminOrders.Tests.Effects;

/// <summary>Orders that owe something, and runners that bring it.</summary>
internal static class Owing
{
    /// <summary>A paid order that was canceled: it owes a mail to the store, one to the customer, and money.</summary>
    public static async Task Canceled(this TestStore store, string orderId)
    {
        await store.Import(An.Order(orderId).Paid());
        await store.Send(orderId, new Cancel(NewId(), Side.Store, new Reason(null, "sold out")), Actors.Operator);
    }

    /// <summary>An order in handling that was asked for and then canceled: it owes two mails to the store, one after the other.</summary>
    public static async Task AskedAndConfirmed(this TestStore store, string orderId)
    {
        await store.Import(An.Order(orderId).Handling());
        var request = NewId();
        await store.Send(orderId, new Cancel(request, Side.Store, new Reason(null, "sold out")), Actors.Operator);
        await store.Send(orderId, new ConfirmCancellation(request), Actors.OtherOperator);
    }

    public static EffectRunner Runner(this TestStore store, params Connector[] connectors) => new(
        store.Get<StoreSource>(), store.Workflow, connectors, new(TimeSpan.FromMinutes(1)), store.Get<EffectPulse>(), store.Clock, NullLogger<EffectRunner>.Instance);

    /// <summary>Turns until nothing is due and every outcome is recorded.</summary>
    public static async Task Settle(this EffectRunner runner)
    {
        while (await runner.Turn(CancellationToken.None) == TimeSpan.Zero)
        {
            await runner.CallsEnded();
        }
    }

    public static async Task<List<DeliveryRow>> Deliveries(this TestStore store, string consumer)
    {
        await using var db = store.Read();
        return await db.Deliveries.AsNoTracking().Where(row => row.Consumer == consumer).OrderBy(row => row.Id).ToListAsync();
    }

    public static string NewId() => Guid.NewGuid().ToString("N");
}

/// <summary>Somebody outside who remembers each call.</summary>
internal sealed class Outsider(Func<OwedDelivery, Outcome> answer)
{
    public ConcurrentQueue<OwedDelivery> Calls { get; } = new();

    public static Outsider Who(Outcome answer) => new(_ => answer);

    public Connector Takes(string consumer) => new(consumer, (delivery, _) =>
    {
        Calls.Enqueue(delivery);
        return Task.FromResult(answer(delivery));
    });
}
