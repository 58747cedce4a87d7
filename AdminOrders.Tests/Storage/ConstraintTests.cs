using System.Data.Common;
using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace AdminOrders.Tests.Storage;

public sealed class ConstraintTests
{
    [Theory]
    [EveryEngine("""UPDATE "Reservations" SET "Released" = "Reserved" - "Consumed" + 1""")]
    [EveryEngine("""UPDATE "Reservations" SET "Released" = -1""")]
    [EveryEngine("""UPDATE "Payments" SET "Owed" = "Value" + 1""")]
    [EveryEngine("""UPDATE "Payments" SET "Refunded" = "Value", "Owed" = 1""")]
    [EveryEngine("""UPDATE "Payments" SET "Captured" = -1""")]
    [EveryEngine("""UPDATE "Orders" SET "Value" = -1""")]
    [EveryEngine("""UPDATE "Orders" SET "Status" = 'canceled', "OpenRequests" = 1""")]
    [EveryEngine("""UPDATE "OrderItems" SET "InvoicedQuantity" = -1""")]
    [EveryEngine("""INSERT INTO "Invoices" ("OrderKey", "Type", "Number", "Value", "IssuedAt") SELECT "OrderKey", "Type", "Number", "Value" + 1, "IssuedAt" FROM "Invoices" """)]
    [EveryEngine("""INSERT INTO "Positions" ("Id", "Last") VALUES (2, 0)""")]
    [EveryEngine("""UPDATE "History" SET "OrderKey" = 4711""")]
    [EveryEngine("""DELETE FROM "Orders" """)]
    [EveryEngine("""UPDATE "Orders" SET "OrderId" = 'one'""")]
    [EveryEngine("""UPDATE "History" SET "Number" = 1""")]
    public async Task The_engine_refuses_what_no_rule_would_write(Engine engine, string sql)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order("one").Captured().Handling().AskedBy(Side.Customer));
        await store.Import(An.Order("two").Captured().Handling().PartlyInvoiced());
        await store.Send("two", new AddComment("a second row"), Actors.Operator);

        var refused = await Assert.ThrowsAnyAsync<DbException>(() => store.Execute(sql));

        Assert.True(refused is SqliteException { SqliteErrorCode: 19 } or PostgresException { SqlState: ['2', '3', ..] }, refused.Message);
    }
}
