using System.Data.Common;

namespace AdminOrders.Core.Storage;

/// <summary>Columns that may hold nothing.</summary>
internal static class NullableColumns
{
    public static string? TextOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static long? LongOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    public static int? IntOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    /// <summary>An instant in ticks of UTC.</summary>
    public static DateTimeOffset? InstantOrNull(this DbDataReader row, int column) => Ticks.From(row.LongOrNull(column));
}
