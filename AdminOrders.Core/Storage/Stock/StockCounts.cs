using System.Globalization;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage.Stock;

/// <summary>So many units were found there, those that orders have reserved among them.</summary>
/// <param name="Note">What who counted says to it; null: nothing.</param>
public sealed record StockCount(string SkuId, string WarehouseId, long OnHand, string? Note = null)
{
    /// <summary>The most characters of a note.</summary>
    public const int LongestNote = 500;

    /// <summary>The most units that a count may name.</summary>
    public const long Most = 1_000_000_000_000;

    private const int LongestId = 100;

    /// <summary>Whether it names a SKU, a warehouse and a number of units that can be, and is not too long.</summary>
    public bool IsPossible => IsId(SkuId) && IsId(WarehouseId) && OnHand is >= 0 and <= Most && !(Note?.Length > LongestNote);

    private static bool IsId(string id) => !string.IsNullOrWhiteSpace(id) && id.Length <= LongestId && !id.Any(char.IsControl);
}

/// <summary>What came of a count.</summary>
/// <param name="Reserved">What open reservations hold there.</param>
/// <param name="IsTaken">False: fewer units than orders hold, which nobody has confirmed.</param>
public sealed record CountedStock(StockCount Count, long Reserved, bool IsTaken);

/// <summary>Units that leave quarantine.</summary>
/// <param name="Destination">On sale or written off.</param>
/// <param name="Reason">What was found, by whoever looked at them.</param>
public sealed record QuarantineExit(StockPlace Place, long Quantity, StockDestination Destination, string Reason)
{
    /// <summary>Whether it names a SKU, a warehouse, at least one unit, where it goes and why.</summary>
    public bool IsPossible =>
        Quantity > 0 && Destination is not StockDestination.Quarantine && !string.IsNullOrWhiteSpace(Reason) && new StockCount(Place.SkuId, Place.WarehouseId, Quantity, Reason).IsPossible;
}

/// <summary>What came of taking units out of quarantine.</summary>
/// <param name="Quarantined">How many were in quarantine there.</param>
/// <param name="IsTaken">False: there were fewer, and nothing was changed.</param>
public sealed record QuarantineAnswer(long Quarantined, bool IsTaken);

/// <summary>Takes what was counted in the warehouses, and what left quarantine there.</summary>
public sealed class StockCounts(StoreSource source, StockWatch watch, TimeProvider time)
{
    /// <summary>Takes counts in one commit, each with a movement that says who counted.</summary>
    /// <param name="mayBeBelowReserved">Whether fewer units than orders hold are taken too; some of those orders cannot be sent then.</param>
    /// <exception cref="ArgumentException">A count names no SKU or warehouse, or a number that cannot be.</exception>
    public async Task<IReadOnlyList<CountedStock>> Take(
        IReadOnlyList<StockCount> counts, Actor actor, bool mayBeBelowReserved = false, CancellationToken cancellationToken = default)
    {
        if (counts.FirstOrDefault(count => !count.IsPossible) is { } wrong)
        {
            throw new ArgumentException($"Nobody can have counted {wrong}.", nameof(counts));
        }

        return await Run(actor, taking => taking.Run(counts, mayBeBelowReserved), cancellationToken);
    }

    /// <summary>Takes units out of quarantine, with a movement that says who did and why; they are on hand again where they go on sale and the level is counted.</summary>
    /// <exception cref="ArgumentException">It is no such exit (<see cref="QuarantineExit.IsPossible"/>).</exception>
    public Task<QuarantineAnswer> TakeOut(QuarantineExit exit, Actor actor, CancellationToken cancellationToken = default) => exit.IsPossible
        ? Run(actor, taking => taking.TakeOut(exit), cancellationToken)
        : throw new ArgumentException($"Nothing leaves quarantine like that: {exit}.", nameof(exit));

    private async Task<T> Run<T>(Actor actor, Func<Taking, T> take, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        using var statements = new SqlStatements(connection);
        var taking = new Taking(statements, actor, Ticks.Of(time.GetUtcNow()));
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        statements.Enlist(transaction);
        await taking.Wait(cancellationToken);
        var taken = take(taking);
        await transaction.CommitAsync(cancellationToken);
        watch.Counted();
        return taken;
    }

    private sealed class Taking(SqlStatements statements, Actor actor, long at)
    {
        // Whoever writes orders draws positions first: from here on nobody moves units until the commit.
        private readonly SqlStatement wait = statements.Add("""UPDATE "Positions" SET "Last" = "Last" WHERE "Id" = 1""");

        private readonly SqlStatement reserved = statements.Add(
            """SELECT "Reserved" FROM "StockLevels" WHERE "SkuId" = @SkuId AND "WarehouseId" = @WarehouseId""");

        private readonly SqlStatement level = statements.Add(
            """
            INSERT INTO "StockLevels" ("SkuId", "WarehouseId", "Name", "SearchName", "OnHand", "Reserved", "Quarantined") VALUES (@SkuId, @WarehouseId, '', '', @OnHand, 0, 0)
            ON CONFLICT ("SkuId", "WarehouseId") DO UPDATE SET "OnHand" = excluded."OnHand", "Missing" = 0
            """);

        private readonly SqlStatement quarantined = statements.Add(
            """SELECT "Quarantined" FROM "StockLevels" WHERE "SkuId" = @SkuId AND "WarehouseId" = @WarehouseId""");

        private readonly SqlStatement takeOut = statements.Add(
            """
            UPDATE "StockLevels" SET "Quarantined" = "Quarantined" - @Quantity, "OnHand" = "OnHand" + @OnSale WHERE "SkuId" = @SkuId AND "WarehouseId" = @WarehouseId
            """);

        private readonly SqlStatement movement = statements.Add(SqlStatement.Insert(
            "StockMovements", "SkuId", "WarehouseId", "At", "Kind", "Quantity", "ActorId", "ActorName", "Note"));

        public Task Wait(CancellationToken cancellationToken) => wait.RunAsync(cancellationToken);

        public List<CountedStock> Run(IReadOnlyList<StockCount> counts, bool mayBeBelowReserved) => [.. counts.Select(count => Take(count, mayBeBelowReserved))];

        public QuarantineAnswer TakeOut(QuarantineExit exit)
        {
            var (sku, warehouse) = exit.Place;
            var held = Convert.ToInt64(quarantined.Value(sku, warehouse) ?? 0L, CultureInfo.InvariantCulture);
            if (held < exit.Quantity)
            {
                return new(held, IsTaken: false);
            }

            var isOnSale = exit.Destination is StockDestination.OnSale;
            takeOut.Run(exit.Quantity, isOnSale ? exit.Quantity : 0L, sku, warehouse);
            var kind = isOnSale ? StockMovementKind.BackOnSale : StockMovementKind.Discarded;
            movement.Run(sku, warehouse, at, (int)kind, exit.Quantity, actor.Id, actor.Name, exit.Reason);
            return new(held, IsTaken: true);
        }

        private CountedStock Take(StockCount count, bool mayBeBelowReserved)
        {
            var held = Convert.ToInt64(reserved.Value(count.SkuId, count.WarehouseId) ?? 0L, CultureInfo.InvariantCulture);
            if (count.OnHand < held && !mayBeBelowReserved)
            {
                return new(count, held, IsTaken: false);
            }

            level.Run(count.SkuId, count.WarehouseId, count.OnHand);
            movement.Run(count.SkuId, count.WarehouseId, at, (int)StockMovementKind.Counted, count.OnHand, actor.Id, actor.Name, count.Note);
            return new(count, held, IsTaken: true);
        }
    }
}
