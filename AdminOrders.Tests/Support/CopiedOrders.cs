using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Migrations;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Tests.Support;

/// <summary>Many rows of the list made of one order's by SQL: what thousands of imports would take minutes for.</summary>
internal static class CopiedOrders
{
    /// <summary>Adds so many rows like the order's, numbered <c>n.i</c> from 1 on, and counts all orders anew. Nothing else of an order is copied.</summary>
    /// <param name="columns">SQL for columns that differ, by their names; key and id always do.</param>
    public static async Task Copy(this TestStore store, string orderId, int copies, params (string Column, string Sql)[] columns)
    {
        await using var db = store.Read();
        var own = columns.ToDictionary(column => column.Column, column => column.Sql, StringComparer.Ordinal);
        own.TryAdd(nameof(OrderRow.Key), "1000000 + n.i");
        own.TryAdd(nameof(OrderRow.OrderId), "'copy-' || n.i");
        var names = db.Model.FindEntityType(typeof(OrderRow))!.GetProperties().Select(property => property.GetColumnName()).ToList();
        await store.Execute(
            $"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {copies})
            INSERT INTO "Orders" ({string.Join(", ", names.Select(name => $"\"{name}\""))})
            SELECT {string.Join(", ", names.Select(name => own.GetValueOrDefault(name, $"o.\"{name}\"")))} FROM n, "Orders" o WHERE o."OrderId" = '{orderId}';
            DELETE FROM "OrderCounters";
            {CountersSoFar.Fill}
            """);
    }
}
