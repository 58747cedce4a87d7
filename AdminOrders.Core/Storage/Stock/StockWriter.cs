using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage.Stock;

/// <summary>
/// Keeps the levels in step with the orders' reservations, and writes what moved. Each level is written once a batch, and all of them in one order,
/// so that processes which write at the same time wait for each other and never in a circle.
/// </summary>
internal sealed class StockWriter(SqlStatements statements, StoreWrites writes)
{
    private readonly SqlWrite reserve = writes.Add(
        """
        INSERT INTO "StockLevels" ("SkuId", "WarehouseId", "Name", "SearchName", "Reserved", "Quarantined") VALUES (@SkuId, @WarehouseId, @Name, @SearchName, @Reserved, 0)
        ON CONFLICT ("SkuId", "WarehouseId") DO UPDATE SET "Name" = excluded."Name", "SearchName" = excluded."SearchName",
            "Reserved" = "StockLevels"."Reserved" + excluded."Reserved"
        """);

    // A count that less than has left cannot have been right. Nothing is on hand then, and the level says how many were missing until somebody counts.
    private readonly SqlWrite free = writes.Add(
        """
        UPDATE "StockLevels" SET "Reserved" = "Reserved" - @Freed, "Quarantined" = "Quarantined" + @Quarantined,
            "Missing" = "Missing" + CASE WHEN "OnHand" < @Gone THEN @Gone - "OnHand" ELSE 0 END,
            "OnHand" = CASE WHEN "OnHand" >= @Gone THEN "OnHand" - @Gone WHEN "OnHand" IS NOT NULL THEN 0 END
        WHERE "SkuId" = @SkuId AND "WarehouseId" = @WarehouseId
        """);

    private readonly SqlWrite miss = writes.Add(
        $"""
        INSERT INTO "StockMovements" ("SkuId", "WarehouseId", "At", "Kind", "Quantity", "HistoryId")
        SELECT "SkuId", "WarehouseId", @At, {(int)StockMovementKind.Missing}, @Gone - "OnHand", @HistoryId FROM "StockLevels"
        WHERE "SkuId" = @SkuId AND "WarehouseId" = @WarehouseId AND "OnHand" < @Gone
        """);

    private readonly SqlWrite move = writes.AddInsert(
        "StockMovements", "SkuId", "WarehouseId", "At", "Kind", "Quantity", "OrderKey", "ReservationId", "HistoryId");

    private readonly SortedDictionary<StockPlace, Difference> waiting = new(StockOrder.Ordinal);

    private readonly LooseTakeover loose = new(statements, writes);
    private readonly List<(long OrderKey, Happening Happening)> cameIn = [];

    public void Clear()
    {
        waiting.Clear();
        cameIn.Clear();
    }

    public void Write(long orderKey, OrderChange change)
    {
        if (change.Imported is not null)
        {
            cameIn.Add((orderKey, change.Happenings.First(happening => OrderChange.DocumentOf(happening.Event) is not null)));
        }

        foreach (var happening in change.Happenings.Where(happening => happening.Before.Reservations != happening.After.Reservations))
        {
            foreach (var kept in happening.After.Reservations)
            {
                Write(orderKey, happening, happening.Before.Reservations.FirstOrDefault(known => known.Id == kept.Id), kept);
            }
        }
    }

    /// <summary>Queues the levels, once positions are drawn.</summary>
    public void Flush()
    {
        TakeOver();
        foreach (var ((skuId, warehouseId), difference) in waiting)
        {
            if (difference.Reserved > 0)
            {
                reserve.Later(skuId, warehouseId, difference.Name, StockLevelRow.SearchNameOf(difference.Name), difference.Reserved);
            }

            if (difference is { Gone: > 0, Last: { } last })
            {
                miss.Later(Ticks.Of(last.At), difference.Gone, last.HistoryId, skuId, warehouseId);
            }

            if (difference.Freed > 0)
            {
                free.Later(difference.Freed, difference.Quarantined, difference.Gone, skuId, warehouseId);
            }
        }

        waiting.Clear();
    }

    // An order that comes in holds its units itself: what was kept for it until then is free in the same commit.
    private void TakeOver()
    {
        var locks = cameIn.ConvertAll(came => (came.OrderKey, came.Happening, Ids: LooseLocks.Of(came.Happening.After, OrderChange.DocumentOf(came.Happening.Event)!.Description).ToList()));
        var held = loose.Held(locks.SelectMany(came => came.Ids).ToList());
        foreach (var (orderKey, happening, ids) in held.Count == 0 ? [] : locks)
        {
            foreach (var id in ids.Where(held.ContainsKey))
            {
                held.Remove(id, out var units);
                units!.ForEach(taken => TakeOver(happening, taken));
                loose.End(id, orderKey, happening.At);
            }
        }

        cameIn.Clear();
    }

    private void TakeOver(Happening happening, TakenUnits taken)
    {
        var (skuId, warehouseId) = taken.Place;
        move.Later(skuId, warehouseId, Ticks.Of(happening.At), (int)StockMovementKind.TakenOver, (long)taken.Quantity, null, taken.ReservationId, happening.HistoryId);
        At(taken.Place, "").Freed += taken.Quantity;
    }

    // What a document brings is held from now on; what had left before nobody moved here.
    private void Write(long orderKey, Happening happening, ReservationFact? before, ReservationFact after)
    {
        if (before is null)
        {
            Of(happening, after).Reserved += after.Held;
            return;
        }

        if (after.Consumed > before.Consumed)
        {
            Move(orderKey, happening, after, StockMovementKind.Invoiced, after.Consumed - before.Consumed);
        }

        if (after.Released > before.Released)
        {
            var released = (StockReleased)happening.Event;
            Move(orderKey, happening, after, KindOf(released.Units.Last(units => units.ReservationId == after.Id).Destination), after.Released - before.Released);
        }
    }

    private void Move(long orderKey, Happening happening, ReservationFact from, StockMovementKind kind, int units)
    {
        move.Later(from.SkuId, from.WarehouseId, Ticks.Of(happening.At), (int)kind, (long)units, orderKey, from.Id, happening.HistoryId);
        var difference = Of(happening, from);
        difference.Freed += units;
        difference.Quarantined += kind is StockMovementKind.Quarantined ? units : 0;
        difference.Gone += kind is StockMovementKind.Released ? 0 : units;
        difference.Last = happening;
    }

    /// <summary>What is written where units go there.</summary>
    public static StockMovementKind KindOf(StockDestination destination) => destination switch
    {
        StockDestination.OnSale => StockMovementKind.Released,
        StockDestination.Quarantine => StockMovementKind.Quarantined,
        StockDestination.WrittenOff => StockMovementKind.WrittenOff,
    };

    private Difference Of(Happening happening, ReservationFact at) =>
        At(new(at.SkuId, at.WarehouseId), happening.After.Items.FirstOrDefault(item => item.Index == at.ItemIndex)?.Name ?? "");

    private Difference At(StockPlace place, string name)
    {
        if (!waiting.TryGetValue(place, out var difference))
        {
            waiting.Add(place, difference = new(name));
        }

        return difference;
    }

    private sealed record Difference(string Name)
    {
        public long Reserved { get; set; }

        /// <summary>Reserved no longer.</summary>
        public long Freed { get; set; }

        public long Quarantined { get; set; }

        /// <summary>Of <see cref="Freed"/>, what is not on sale again.</summary>
        public long Gone { get; set; }

        /// <summary>What moved units there last.</summary>
        public Happening? Last { get; set; }
    }
}

/// <summary>The order in which every writer takes levels.</summary>
internal sealed class StockOrder : IComparer<StockPlace>
{
    public static StockOrder Ordinal { get; } = new();

    public int Compare(StockPlace one, StockPlace other) =>
        string.CompareOrdinal(one.SkuId, other.SkuId) is var bySku and not 0 ? bySku : string.CompareOrdinal(one.WarehouseId, other.WarehouseId);
}
