using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AdminOrders.Core.Storage.Verification;

/// <summary>
/// What the model makes the engine hold, asked again of the rows: an engine can be told not to look, and a file can be written by others.
/// Rows that hang on an order are looked at with it.
/// </summary>
internal sealed class ModelCheck(OrdersDb db)
{
    /// <summary>Rows against each CHECK, and rows that point at nothing.</summary>
    public async IAsyncEnumerable<Finding> Run([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var model = db.GetService<IDesignTimeModel>().Model;
        foreach (var entity in model.GetEntityTypes())
        {
            foreach (var check in entity.GetCheckConstraints())
            {
                await foreach (var row in Rows(entity, $"NOT ({check.Sql})", cancellationToken))
                {
                    yield return new(Invariant.CheckConstraint, row.OrderId, row.Name, $"{check.Name}: {check.Sql}", "-");
                }
            }

            foreach (var key in entity.GetForeignKeys().Where(PointsBesideOrders))
            {
                await foreach (var row in Rows(entity, PointsAtNothing(key), cancellationToken))
                {
                    yield return new(Invariant.RowBelongs, row.OrderId, row.Name, key.PrincipalEntityType.GetTableName()!, "-");
                }
            }
        }
    }

    private static bool PointsBesideOrders(IForeignKey key) =>
        key.PrincipalEntityType.ClrType != typeof(OrderRow) && key.PrincipalEntityType.ClrType != typeof(HistoryRow);

    private static string PointsAtNothing(IForeignKey key)
    {
        var pairs = key.Properties.Zip(key.PrincipalKey.Properties, (own, other) => $"p.\"{other.GetColumnName()}\" = r.\"{own.GetColumnName()}\"");
        var given = key.Properties.Select(own => $"r.\"{own.GetColumnName()}\" IS NOT NULL");
        return $"{string.Join(" AND ", given)} AND NOT EXISTS (SELECT 1 FROM \"{key.PrincipalEntityType.GetTableName()}\" p WHERE {string.Join(" AND ", pairs)})";
    }

    private async IAsyncEnumerable<(string? OrderId, string Name)> Rows(
        IEntityType entity, string condition, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var table = entity.GetTableName()!;
        var keys = entity.FindPrimaryKey()!.Properties.Select(property => property.GetColumnName()).ToArray();
        var columns = string.Join(", ", keys.Select(key => $"r.\"{key}\""));
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT {OrderIdOf(entity)}, {columns} FROM \"{table}\" r WHERE {condition} ORDER BY {columns}";
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            yield return (rows.IsDBNull(0) ? null : rows.GetString(0), $"{table} {KeyOf(rows, keys)}");
        }
    }

    private static string OrderIdOf(IEntityType entity) => entity.ClrType == typeof(OrderRow) ? "r.\"OrderId\""
        : entity.FindProperty(nameof(HistoryRow.OrderKey)) is not null ? """(SELECT o."OrderId" FROM "Orders" o WHERE o."Key" = r."OrderKey")"""
        : "NULL";

    private static string KeyOf(DbDataReader row, string[] keys) => string.Join(
        ' ', keys.Select((key, at) => (key, at)).Where(column => keys.Length == 1 || column.key != nameof(HistoryRow.OrderKey)).Select(column => row.GetValue(column.at + 1)));
}
