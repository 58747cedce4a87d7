using System.Data.Common;
using System.Runtime.CompilerServices;
using AdminOrders.Core.Storage.Copying;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AdminOrders.Core.Storage.Verification;

/// <summary>
/// What the model makes the engine hold, asked again of the rows: an engine can be told not to look, and a file can be written by others.
/// Rows that hang on an order are looked at with it.
/// </summary>
internal sealed class ModelCheck(OrdersDb db, StoreSource source)
{
    /// <summary>Values against their column's type, rows against each CHECK, and rows that point at nothing.</summary>
    public async IAsyncEnumerable<Finding> Run([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var model = db.GetService<IDesignTimeModel>().Model;
        foreach (var entity in model.GetEntityTypes())
        {
            await foreach (var finding in Types(entity, cancellationToken))
            {
                yield return finding;
            }

            foreach (var check in entity.GetCheckConstraints())
            {
                await foreach (var row in Rows(entity, $"NOT ({check.Sql})", cancellationToken))
                {
                    yield return new(Invariant.CheckConstraint, row.OrderId, row.Name, $"{check.Name}: {check.Sql}", "-");
                }
            }

            if (LabelOf(entity) is { } label)
            {
                var isMissing = $"r.\"{label}\" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM \"CancellationReasonLabels\" l WHERE l.\"Id\" = r.\"{label}\")";
                await foreach (var row in Rows(entity, isMissing, cancellationToken))
                {
                    yield return new(Invariant.RowBelongs, row.OrderId, row.Name, "CancellationReasonLabels", "-");
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

    private async IAsyncEnumerable<Finding> Types(IEntityType entity, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var columns = entity.GetProperties().Select(property => (Name: property.GetColumnName(), Kind: CopiedTable.KindOf(property))).ToArray();
        var wrong = columns.Select(column => (column.Name, Sql: source.IsOfAnotherKind($"r.\"{column.Name}\"", column.Kind))).Where(column => column.Sql is not null).ToArray();
        if (wrong.Length == 0)
        {
            yield break;
        }

        var first = $"CASE {string.Concat(wrong.Select(column => $"WHEN {column.Sql} THEN '{column.Name}' "))}END";
        await foreach (var row in Rows(entity, $"{first} IS NOT NULL", cancellationToken, first))
        {
            var expected = columns.Single(column => column.Name == row.Found).Kind;
            yield return new(Invariant.ColumnType, row.OrderId, $"{row.Name} {row.Found}", expected.ToString(), "-");
        }
    }

    // No key of the engine leads from a reason to its wording, nor from an order or a request to the one that was chosen.
    private static string? LabelOf(IEntityType entity) => entity.ClrType == typeof(CancellationReasonRow) ? nameof(CancellationReasonRow.LabelId)
        : entity.ClrType == typeof(OrderRow) ? nameof(OrderRow.CancelReasonLabelId)
        : entity.ClrType == typeof(CancellationRequestRow) ? nameof(CancellationRequestRow.ReasonLabelId)
        : null;

    private static bool PointsBesideOrders(IForeignKey key) =>
        key.PrincipalEntityType.ClrType != typeof(OrderRow) && key.PrincipalEntityType.ClrType != typeof(HistoryRow);

    private static string PointsAtNothing(IForeignKey key)
    {
        var pairs = key.Properties.Zip(key.PrincipalKey.Properties, (own, other) => $"p.\"{other.GetColumnName()}\" = r.\"{own.GetColumnName()}\"");
        var given = key.Properties.Select(own => $"r.\"{own.GetColumnName()}\" IS NOT NULL");
        return $"{string.Join(" AND ", given)} AND NOT EXISTS (SELECT 1 FROM \"{key.PrincipalEntityType.GetTableName()}\" p WHERE {string.Join(" AND ", pairs)})";
    }

    private async IAsyncEnumerable<(string? OrderId, string Name, string Found)> Rows(
        IEntityType entity, string condition, [EnumeratorCancellation] CancellationToken cancellationToken, string found = "'-'")
    {
        var table = entity.GetTableName()!;
        var keys = entity.FindPrimaryKey()!.Properties.Select(property => property.GetColumnName()).ToArray();
        var columns = string.Join(", ", keys.Select(key => $"r.\"{key}\""));
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT {OrderIdOf(entity)}, {columns}, {found} FROM \"{table}\" r WHERE {condition} ORDER BY {columns}";
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            yield return (rows.IsDBNull(0) ? null : rows.GetString(0), $"{table} {KeyOf(rows, keys)}", rows.GetString(keys.Length + 1));
        }
    }

    private static string OrderIdOf(IEntityType entity) => entity.ClrType == typeof(OrderRow) ? "r.\"OrderId\""
        : entity.FindProperty(nameof(HistoryRow.OrderKey)) is not null ? """(SELECT o."OrderId" FROM "Orders" o WHERE o."Key" = r."OrderKey")"""
        : "NULL";

    private static string KeyOf(DbDataReader row, string[] keys) => string.Join(
        ' ', keys.Select((key, at) => (key, at)).Where(column => keys.Length == 1 || column.key != nameof(HistoryRow.OrderKey)).Select(column => row.GetValue(column.at + 1)));
}
