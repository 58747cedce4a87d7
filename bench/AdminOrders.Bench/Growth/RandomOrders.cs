using System.Data.Common;
using AdminOrders.Core.Storage;

namespace AdminOrders.Bench.Growth;

/// <summary>Orders from all over the store, the same ones at every run.</summary>
internal static class RandomOrders
{
    /// <summary>At most so many different orders that meet the condition on <c>"Orders"</c>.</summary>
    public static List<(long Key, string OrderId)> Of(StoreSource source, int most, string condition)
    {
        using var connection = source.OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText = $"""SELECT "Key", "OrderId" FROM "Orders" WHERE {condition}""";
        using var rows = command.ExecuteReader();
        return Sample(rows, most);
    }

    // One pass, a bounded number of rows kept: each row is as likely to stay as every other.
    private static List<(long Key, string OrderId)> Sample(DbDataReader rows, int most)
    {
        var random = new Random(1);
        List<(long, string)> kept = [];
        for (var seen = 0; rows.Read(); seen++)
        {
            var place = kept.Count < most ? kept.Count : random.Next(seen + 1);
            if (place == kept.Count)
            {
                kept.Add((rows.GetInt64(0), rows.GetString(1)));
            }
            else if (place < most)
            {
                kept[place] = (rows.GetInt64(0), rows.GetString(1));
            }
        }

        var shuffled = kept.ToArray();
        random.Shuffle(shuffled);
        return [.. shuffled];
    }
}
