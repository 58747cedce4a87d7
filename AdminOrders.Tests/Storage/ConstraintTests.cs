using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;
using Microsoft.Data.Sqlite;

namespace AdminOrders.Tests.Storage;

public sealed class ConstraintTests
{
    [Theory]
    [InlineData("""UPDATE "Reservations" SET "Released" = "Reserved" - "Consumed" + 1""")]
    [InlineData("""UPDATE "Reservations" SET "Released" = -1""")]
    [InlineData("""UPDATE "Payments" SET "Owed" = "Value" + 1""")]
    [InlineData("""UPDATE "Payments" SET "Refunded" = "Value", "Owed" = 1""")]
    [InlineData("""UPDATE "Payments" SET "Captured" = -1""")]
    [InlineData("""UPDATE "Orders" SET "Value" = -1""")]
    [InlineData("""UPDATE "Orders" SET "Status" = 'canceled', "OpenRequests" = 1""")]
    [InlineData("""UPDATE "OrderItems" SET "InvoicedQuantity" = -1""")]
    [InlineData("""INSERT INTO "Invoices" ("OrderKey", "Type", "Number", "Value", "IssuedAt") SELECT "OrderKey", "Type", "Number", "Value" + 1, "IssuedAt" FROM "Invoices" """)]
    [InlineData("""INSERT INTO "Positions" ("Id", "Last") VALUES (2, 0)""")]
    [InlineData("""UPDATE "History" SET "OrderKey" = 4711""")]
    [InlineData("""DELETE FROM "Orders" """)]
    [InlineData("""UPDATE "Orders" SET "OrderId" = 'one'""")]
    [InlineData("""UPDATE "History" SET "Number" = 1""")]
    public async Task The_engine_refuses_what_no_rule_would_write(string sql)
    {
        await using var store = await TestStore.Open();
        await store.Import(An.Order("one").Captured().Handling().AskedBy(Side.Customer));
        await store.Import(An.Order("two").Captured().Handling().PartlyInvoiced());
        await store.Send("two", new AddComment("a second row"), Actors.Operator);

        var refused = await Assert.ThrowsAsync<SqliteException>(() => store.Execute(sql));

        Assert.Equal(19, refused.SqliteErrorCode);
    }
}
