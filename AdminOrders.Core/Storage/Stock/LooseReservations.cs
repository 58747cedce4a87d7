using System.Data.Common;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage.Stock;

/// <summary>
/// Reservations without an order: made for somebody of whom only a lock is known, ended once by a cancellation, by their time or by their order.
/// What is due at the moment happens first, in the same commit.
/// </summary>
public sealed class LooseReservations(StoreSource source, StockWatch watch, TimeProvider time) : IDisposable
{
    private const int AtOnce = 100;

    // One of this process at a time: who waits for the store does so in one connection, however many calls there are.
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Keeps the units. The same wish under the same id changes nothing.</summary>
    /// <exception cref="ArgumentException">The wish is none: no unit, a place twice, an id that cannot be.</exception>
    public Task<LooseAnswer> Hold(LooseHold wanted, Actor actor, CancellationToken cancellationToken = default)
    {
        if (!IsPossible(wanted))
        {
            throw new ArgumentException($"Nothing can be kept as {wanted.Id} says.", nameof(wanted));
        }

        return Run(
            (store, now) => Known(store, wanted.Id, now) is { } known
                ? new(known, IsSame(known, wanted) ? null : LooseProblem.IdTaken)
                : Make(store, wanted, actor, now),
            cancellationToken);
    }

    /// <summary>It is paid: it holds its units until somebody ends it.</summary>
    public Task<LooseAnswer> Confirm(string id, CancellationToken cancellationToken = default) => Change(
        id,
        (store, known, now) => known.State is LooseState.Authorized ? Saved(store, known with { State = LooseState.Confirmed, ConfirmedAt = now }) : Open(known),
        cancellationToken);

    /// <summary>The warehouse has taken the units.</summary>
    public Task<LooseAnswer> Acknowledge(string id, CancellationToken cancellationToken = default) => Change(
        id,
        (store, known, now) => known.State switch
        {
            LooseState.Authorized => new(known, LooseProblem.NotConfirmed),
            LooseState.Confirmed => Saved(store, known with { State = LooseState.Acknowledged, AcknowledgedAt = now }),
            LooseState.Acknowledged or LooseState.Expired or LooseState.Canceled or LooseState.TakenOver => Open(known),
        },
        cancellationToken);

    /// <summary>The units go back on sale, once.</summary>
    public Task<LooseAnswer> Cancel(string id, Actor actor, CancellationToken cancellationToken = default) => Change(
        id, (store, known, now) => new(known.IsOpen ? store.End(known, LooseState.Canceled, actor, now) : known), cancellationToken);

    /// <summary>
    /// Cancels those of the ids that hold units; may be repeated. It waits for whoever is making one of them at this moment, and who comes later sees why none may be made.
    /// </summary>
    internal Task Free(IEnumerable<string> ids, Actor actor, CancellationToken cancellationToken) => Run(
        (store, now) => ids.Select(store.Find).OfType<LooseReservation>().Where(known => known.IsOpen).Select(open => store.End(open, LooseState.Canceled, actor, now)).ToList(),
        cancellationToken);

    /// <summary>The reservation as it is stored; null: there is none without an order of that id.</summary>
    public async Task<LooseReservation?> Get(string id, CancellationToken cancellationToken = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        using var store = new LooseStore(connection);
        return store.Find(id);
    }

    /// <summary>Ends what was not confirmed in time, and returns when the next one is over; null: none waits.</summary>
    internal async Task<DateTimeOffset?> ExpireDue(CancellationToken cancellationToken)
    {
        while (true)
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            using var store = new LooseStore(connection);
            var next = store.NextDue();
            if (next is null || next > time.GetUtcNow())
            {
                return next;
            }

            await Commit(connection, store, now => store.Due(now, AtOnce).Select(over => store.End(over, LooseState.Expired, Actor.System, now)).ToList(), cancellationToken);
        }
    }

    public void Dispose() => turn.Dispose();

    /// <summary>Whether a lock may be called that: it is a part of addresses.</summary>
    public static bool IsId(string id) =>
        id is { Length: > 0 and <= LooseReservationRow.LongestId } and not ("." or "..") && !id.Contains('/', StringComparison.Ordinal) && !id.Any(char.IsControl);

    private static bool IsPossible(LooseHold wanted) =>
        IsId(wanted.Id)
        && wanted.Ttl > TimeSpan.Zero && wanted.Units.Count > 0
        && wanted.Units.All(units => units.Quantity > 0 && new StockCount(units.Place.SkuId, units.Place.WarehouseId, 0).IsPossible)
        && wanted.Units.Select(units => units.Place).Distinct().Count() == wanted.Units.Count;

    private static LooseAnswer Make(LooseStore store, LooseHold wanted, Actor actor, DateTimeOffset now)
    {
        if (store.IsOfAnOrder(wanted.Id) || store.IsOfACanceledOrder(wanted.Id))
        {
            return new(null, LooseProblem.OfAnOrder);
        }

        if (wanted.NeedsStock && wanted.Units.Any(store.IsShortOf))
        {
            return new(null, LooseProblem.NoStock);
        }

        var made = new LooseReservation(wanted.Id, LooseState.Authorized, wanted.SalesChannel, now, now + wanted.Ttl, null, null, null, wanted.Units);
        store.Add(made, actor);
        return new(made);
    }

    private Task<LooseAnswer> Change(string id, Func<LooseStore, LooseReservation, DateTimeOffset, LooseAnswer> change, CancellationToken cancellationToken) => Run(
        (store, now) => Known(store, id, now) switch
        {
            null => new(null, store.IsOfAnOrder(id) ? LooseProblem.OfAnOrder : LooseProblem.NotFound),
            { State: LooseState.TakenOver } known => new(known, LooseProblem.OfAnOrder),
            { } known => change(store, known, now),
        },
        cancellationToken);

    // At its instant it is over, whether or not anybody has looked since.
    private static LooseReservation? Known(LooseStore store, string id, DateTimeOffset now) =>
        store.Find(id) is not { } known ? null
        : known.State is LooseState.Authorized && known.ExpiresAt <= now ? store.End(known, LooseState.Expired, Actor.System, now)
        : known;

    private static bool IsSame(LooseReservation known, LooseHold wanted) =>
        known.IsOpen && known.SalesChannel == wanted.SalesChannel
        && known.Units.OrderBy(units => units.Place, StockOrder.Ordinal).SequenceEqual(wanted.Units.OrderBy(units => units.Place, StockOrder.Ordinal));

    private static LooseAnswer Open(LooseReservation known) => new(known, known.IsOpen ? null : LooseProblem.Over);

    private static LooseAnswer Saved(LooseStore store, LooseReservation changed)
    {
        store.Save(changed);
        return new(changed);
    }

    private async Task<T> Run<T>(Func<LooseStore, DateTimeOffset, T> work, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            using var store = new LooseStore(connection);
            return await Commit(connection, store, now => work(store, now), cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    // The instant is asked for when nobody else moves units any more: who waited is not judged by an earlier one.
    private async Task<T> Commit<T>(DbConnection connection, LooseStore store, Func<DateTimeOffset, T> work, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        store.Enlist(transaction);
        await store.Wait(cancellationToken);
        var done = work(time.GetUtcNow());
        await transaction.CommitAsync(cancellationToken);
        watch.Counted();
        return done;
    }
}
