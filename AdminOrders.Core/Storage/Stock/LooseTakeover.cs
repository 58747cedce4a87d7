using System.Data.Common;
using System.Globalization;

namespace AdminOrders.Core.Storage.Stock;

/// <summary>Units that a reservation without an order held until its order came in.</summary>
internal sealed record TakenUnits(string ReservationId, StockPlace Place, int Quantity);

/// <summary>Finds and ends reservations without an order whose order comes in. Asks nothing more than whether there are any while there are none.</summary>
internal sealed class LooseTakeover
{
    private const int AtOnce = 64;
    private readonly SqlStatement any;
    private readonly SqlStatement find;
    private readonly SqlWrite end;
    private readonly SqlWrite empty;

    public LooseTakeover(SqlStatements statements, StoreWrites writes)
    {
        any = statements.Add("""SELECT "ReservationId" FROM "LooseReservations" WHERE "EndedAt" IS NULL LIMIT 1""");
        var ids = string.Join(", ", Enumerable.Range(0, AtOnce).Select(at => string.Create(CultureInfo.InvariantCulture, $"@Id{at}")));
        find = statements.Add($"""SELECT "ReservationId", "SkuId", "WarehouseId", "Held" FROM "LooseUnits" WHERE "Held" > 0 AND "ReservationId" IN ({ids})""");
        end = writes.Add(
            $"""UPDATE "LooseReservations" SET "State" = {(int)LooseState.TakenOver}, "EndedAt" = @EndedAt, "OrderKey" = @OrderKey WHERE "ReservationId" = @ReservationId""");
        empty = writes.Add("""UPDATE "LooseUnits" SET "Held" = 0 WHERE "ReservationId" = @ReservationId""");
    }

    /// <summary>What is held under these ids, by id; the transaction has drawn positions, so nobody ends one of them meanwhile.</summary>
    public Dictionary<string, List<TakenUnits>> Held(IReadOnlyList<string> ids)
    {
        Dictionary<string, List<TakenUnits>> found = new(StringComparer.Ordinal);
        if (ids.Count == 0 || any.Value() is null)
        {
            return found;
        }

        foreach (var some in ids.Distinct(StringComparer.Ordinal).Chunk(AtOnce))
        {
            using var rows = find.Read([.. some, .. Enumerable.Repeat<object?>("", AtOnce - some.Length)]);
            while (rows.Read())
            {
                Add(found, rows);
            }
        }

        return found;
    }

    /// <summary>Queues its end.</summary>
    public void End(string id, long orderKey, DateTimeOffset at)
    {
        end.Later(Ticks.Of(at), orderKey, id);
        empty.Later(id);
    }

    private static void Add(Dictionary<string, List<TakenUnits>> found, DbDataReader row)
    {
        var units = new TakenUnits(row.GetString(0), new(row.GetString(1), row.GetString(2)), row.GetInt32(3));
        if (!found.TryGetValue(units.ReservationId, out var all))
        {
            found.Add(units.ReservationId, all = []);
        }

        all.Add(units);
    }
}
