using System.Collections.Immutable;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage.Verification;
using AdminOrders.Tests.Support;
using static AdminOrders.Tests.Storage.Verification.GoodStore;

namespace AdminOrders.Tests.Storage.Verification;

/// <summary>What a document told, and what followed from it, cannot be changed or taken away unseen.</summary>
public sealed class ToldCheckTests
{
    private const Invariant Told = Invariant.AsTheDocumentTold;
    private const string Asked = $"CancellationRequests {ToldStore.AskedThere}";

    // Each: the order, the change of it or of a row of a table that hangs on it, the invariant, the row that is named.
    private static readonly (string Order, string Table, string Change, Invariant Invariant, string Row)[] Damages =
    [
        .. Rows(ToldStore.Worked, "Orders", [("Value", "\"Value\" + 1"), ("Currency", "'USD'"), ("SellerId", "'x'"), ("SalesChannel", "'9'"),
            ("IsMarketplaceOrder", "NOT \"IsMarketplaceOrder\""), ("IsExternalSeller", "NOT \"IsExternalSeller\""), ("IsPaymentRecorded", "NOT \"IsPaymentRecorded\""),
            ("AuthorizedAt", "\"AuthorizedAt\" + 1"), ("InvoicedAt", "1"), ("CreatedAt", "\"CreatedAt\" + 1"), ("CanceledBy", "'Zoe'"), ("CustomerName", "'Zoe'"), ("Sequence", "'9'")]),
        .. Rows(ToldStore.Twice, "Orders", [("Value", "\"Value\" + 1"), ("Currency", "'USD'"), ("SellerId", "'x'"), ("SalesChannel", "'9'"), ("CreatedAt", "\"CreatedAt\" + 1")]),
        .. Rows(ToldStore.CanceledThere, "Orders", [("CanceledBy", "'Zoe'")]),
        .. new[] { "\"CanceledFor\" = 1", "\"CanceledById\" = 'x'", "\"CanceledAt\" = \"CanceledAt\" + 1", "\"CancelRequestId\" = 'x'" }
            .Select(change => (ToldStore.CanceledThere, "Orders", change, Invariant.CancellationKept, "Orders")),
        .. Rows(ToldStore.Worked, "Payments", [("Value", "2001"), ("Captured", "1999"), ("Refunded", "1"), ("State", "0"), ("OwedKind", "NULL"), ("SystemName", "'x'"), ("Place", "5")], "\"PaymentId\" = 'pix'", "pix"),
        .. Rows(ToldStore.Twice, "Payments", [("Value", "2001")], "\"PaymentId\" = 'pix'", "pix"),
        .. Rows(ToldStore.Invoiced, "OrderItems", [("Quantity", "3"), ("UnitPrice", "1"), ("SkuId", "'x'"), ("InvoicedQuantity", "0"), ("ReturnedQuantity", "1")], "\"ItemIndex\" = 0", "0"),
        .. Rows(ToldStore.Twice, "OrderItems", [("Quantity", "3"), ("UnitPrice", "1"), ("SkuId", "'x'")], "\"ItemIndex\" = 0", "0"),
        .. Rows(ToldStore.Worked, "Reservations", [("Reserved", "3"), ("Released", "1"), ("Consumed", "1"), ("SkuId", "'x'"), ("WarehouseId", "'x'"), ("Destination", "NULL")], "1 = 1", "00-told-worked-01/0/0"),
        .. Rows(ToldStore.Invoiced, "Invoices", [("IssuedAt", "1"), ("Value", "1")], "1 = 1", "(Output, T-1)"),
        (ToldStore.Invoiced, "Invoices", "\"Number\" = 'T-9'", Told, "Invoices (Output, T-1)"),
        (ToldStore.Twice, "Invoices", "\"Number\" = 'T-9'", Told, "Invoices (Output, T-2)"),
        .. new[] { "RequestedBy", "EnteredBySide" }.Select(column => (ToldStore.Requested, "CancellationRequests", $"\"{column}\" = 4", Invariant.RequestRows, Asked)),
        (ToldStore.Requested, "CancellationRequests", "\"RequestedAt\" = 1", Invariant.RequestRows, Asked),
        (ToldStore.Requested, "CancellationRequests", "\"EnteredByName\" = 'Zoe'", Invariant.RequestRows, Asked + " EnteredByName"),
        (ToldStore.Requested, "CancellationRequests", "\"EnteredByIssuer\" = 'x'", Invariant.RequestRows, Asked + " EnteredByIssuer"),
        (ToldStore.Requested, "CancellationRequests", "\"RequestId\" = 'x'", Invariant.RequestRows, "CancellationRequests x"),
        .. new[] { "RequestedBy = 4", "EnteredBy = 'x'", "EnteredBySide = 4", "EnteredByName = 'Zoe'", "DueAt = 1", "RequestedAt = 1", "ClosedAt = 1", "ClosedByName = 'Zoe'", "State = 2" }.Select(change => change.Split(" = "))
            .Select(change => (ToldStore.Worked, "CancellationRequests", $"\"{change[0]}\" = {change[1]}", Invariant.RequestRows, $"CancellationRequests {ToldStore.AskedHere} {change[0]}")),
    ];

    private static readonly (string Sql, Invariant Invariant, string Row)[] Deletions =
    [
        ($"""DELETE FROM "Payments" WHERE "OrderKey" = {KeyOf(ToldStore.Invoiced)} AND "PaymentId" = 'pix'""", Told, "Payments pix"),
        ($"""DELETE FROM "Payments" WHERE "OrderKey" = {KeyOf(ToldStore.Twice)} AND "PaymentId" = 'card'""", Told, "Payments card"),
        ($"""DELETE FROM "OrderItems" WHERE "OrderKey" = {KeyOf(ToldStore.Worked)}""", Told, "OrderItems 0"),
        ($"""DELETE FROM "OrderItems" WHERE "OrderKey" = {KeyOf(ToldStore.Twice)}""", Told, "OrderItems 0"),
        ($"""DELETE FROM "Reservations" WHERE "OrderKey" = {KeyOf(ToldStore.Invoiced)}""", Told, "Reservations 00-told-invoiced-01/0/0"),
        ($"""DELETE FROM "InvoiceItems" WHERE "InvoiceId" = (SELECT "Id" FROM "Invoices" WHERE "Number" = 'T-1')""", Told, "Invoices (Output, T-1) InvoiceItems"),
        ($"""UPDATE "Payments" SET "OrderKey" = {KeyOf(ToldStore.CanceledThere)}, "PaymentId" = 'moved' WHERE "OrderKey" = {KeyOf(ToldStore.Invoiced)} AND "PaymentId" = 'pix'""", Told, "Payments pix"),
        ($"""UPDATE "Reservations" SET "OrderKey" = {KeyOf(ToldStore.CanceledThere)} WHERE "OrderKey" = {KeyOf(ToldStore.Invoiced)}""", Told, "Reservations 00-told-invoiced-01/0/0"),
        ("""DELETE FROM "CancellationReasonLabels" WHERE "Id" = 1""", Invariant.RowBelongs, "CancellationReasons 1"),
    ];

    public static IEnumerable<object[]> Changed => Damages.Select((damage, number) => new object[] { number, $"{damage.Order} {damage.Table} {damage.Change}" });

    public static IEnumerable<object[]> Deleted => Deletions.Select((deletion, number) => new object[] { number, deletion.Row });

    [Theory]
    [EveryEngine]
    public async Task Orders_that_real_documents_told_are_clean(Engine engine)
    {
        await using var store = await ToldStore.Open(engine);

        StoreVerificationTests.AssertClean(await store.Verify());
    }

    [Theory]
    [MemberData(nameof(Changed))]
    public async Task A_column_that_was_changed_is_named(int number, string what)
    {
        var (order, table, change, invariant, row) = Damages[number];
        var where = table == "Orders" ? $"\"OrderId\" = '{order}'" : $"\"OrderKey\" = {KeyOf(order)}";
        var condition = change.Split(" WHERE ");
        await AssertNamed($"UPDATE \"{table}\" SET {condition[0]} WHERE {where}{(condition.Length > 1 ? " AND " + condition[1] : "")}", invariant, row, what);
    }

    [Theory]
    [MemberData(nameof(Deleted))]
    public Task A_row_that_was_taken_away_is_named(int number, string what) => AssertNamed(Deletions[number].Sql, Deletions[number].Invariant, Deletions[number].Row, what);

    [Fact]
    public async Task Many_imported_invoices_cost_no_more_than_their_number()
    {
        await using var store = await TestStore.Open();
        var order = An.Order("many-invoices-01").Handling().Captured();
        var invoices = Enumerable.Range(0, 20_000).Select(number => new InvoiceFact($"T-{number}", InvoiceType.Output, 0)).ToImmutableArray();
        await store.Import(order);
        await store.Send("many-invoices-01", new Cancel(new('9', 32), Side.Store, new Reason(null, "sold out")), Actors.Operator);
        await store.Import(Imported.From(order.Build() with { Invoices = invoices }, """{"orderId":"many-invoices-01","again":true}"""));
        var began = TimeProvider.System.GetTimestamp();

        var report = await store.Verify();

        Assert.Equal(1, report.Orders);
        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    private static async Task AssertNamed(string sql, Invariant invariant, string row, string what)
    {
        await using var store = await ToldStore.Open();
        await store.Damage(sql);

        var report = await store.Verify();

        Assert.True(report.Broken.Any(broken => broken.Invariant == invariant && broken.First.Row == row), $"{what}: {string.Join(Environment.NewLine, report.Broken)}");
    }

    private static IEnumerable<(string, string, string, Invariant, string)> Rows(
        string order, string table, (string Column, string Value)[] changes, string? condition = null, string? key = null) => changes.Select(change =>
        (order, table, $"\"{change.Column}\" = {change.Value}{(condition is null ? "" : " WHERE " + condition)}", Told, $"{table} {(key is null ? "" : key + " ")}{change.Column}"));
}
