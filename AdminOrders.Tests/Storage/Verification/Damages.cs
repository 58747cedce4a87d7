using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Verification;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static AdminOrders.Tests.Storage.Verification.GoodStore;

namespace AdminOrders.Tests.Storage.Verification;

/// <summary>A way to break one invariant of the <see cref="GoodStore"/>, and the first row that a verification has to name.</summary>
/// <param name="OrderId">Null where the row belongs to no order.</param>
internal sealed record Damage(Invariant Invariant, string? OrderId, string Row, Func<TestStore, Task> Do)
{
    private const string Somewhere = """ WHERE "OrderKey" = """;

    private static readonly string[] PartsOfAnOrder =
        ["HistoryTexts", "Deliveries", "StockMovements", "History", "OrderItems", "Payments", "Reservations", "CancellationRequests", "OrderDocuments", "OrderSearch"];

    public static readonly IReadOnlyList<Damage> OnEveryEngine = [.. Trail(), .. Seals(), .. Rules(), .. State(), .. Parts(), .. Model()];

    public static readonly IReadOnlyList<Damage> OnAFile = [.. File()];

    private static IEnumerable<Damage> Trail() =>
    [
        Sql(Invariant.PositionsWithoutGap, null, "Positions 1", """UPDATE "Positions" SET "Last" = "Last" + 1"""),
        Sql(Invariant.PositionsWithoutGap, null, "History 3", $"""{RemoveAllOf(Requested)}; DELETE FROM "Orders" WHERE "OrderId" = '{Requested}'"""),
        Sql(Invariant.HistoryGapFree, Canceled, "History 10", $"""UPDATE "History" SET "Number" = "Number" + 7 {Of(Canceled)} AND "Number" > 2"""),
        Sql(Invariant.HistoryGapFree, Requested, "Orders", $"""DELETE FROM "History" {Of(Requested)}"""),
        Sql(Invariant.HistoryChain, Canceled, "History 2", $"""UPDATE "History" SET "ActorName" = 'Somebody' {Of(Canceled)} AND "Number" = 2"""),
        Sql(Invariant.HistoryEnd, Requested, "Orders", Order(Requested, """ "LastHash" = substr("LastHash", 2) """)),
        Sql(Invariant.HistoryEnd, Requested, "Orders", Order(Requested, """ "HistoryCount" = 1 """)),
        Sql(Invariant.HistoryEnd, Requested, "Orders", $"""DELETE FROM "History" {Of(Requested)} AND "Number" = 2"""),
        new(Invariant.EventReadable, Returned, "History 2", store => store.Forge(Returned, history => history[1].Payload = "{")),
        new(Invariant.EventReadable, Returned, "History 2", store => store.Forge(Returned, history => history[1].Kind = "never-written")),
        Sql(Invariant.TextHash, Canceled, "HistoryTexts 2 reason", """UPDATE "HistoryTexts" SET "Value" = 'another' WHERE "Value" = 'sold out'"""),
        Sql(Invariant.TextHash, Canceled, "HistoryTexts 2 reason", """DELETE FROM "HistoryTexts" WHERE "Value" = 'sold out'"""),
        Sql(Invariant.TextHash, Requested, "HistoryTexts 2 extra", $"""INSERT INTO "HistoryTexts" SELECT "HistoryId", 'extra', "OrderKey", "Salt", "Value" FROM "HistoryTexts" {Of(Requested)}"""),
    ];

    private static IEnumerable<Damage> Seals() =>
    [
        Sealed(Invariant.SealChain, "Seals 2", """DELETE FROM "Seals" WHERE "Number" = 1"""),
        Sealed(Invariant.SealChain, "Seals 2", """UPDATE "Seals" SET "FirstPosition" = "FirstPosition" + 1 WHERE "Number" = 2"""),
        Sealed(Invariant.SealHash, "Seals 1", """UPDATE "Seals" SET "SealedAt" = "SealedAt" + 1 WHERE "Number" = 1"""),
        Sealed(Invariant.SealHash, "Seals 2", """UPDATE "Seals" SET "Hash" = substr("Hash", 2) WHERE "Number" = 2"""),
        Sealed(Invariant.SealHash, "Seals 2", """UPDATE "Seals" SET "LastPosition" = "LastPosition" + 1 WHERE "Number" = 2"""),
        Sealed(Invariant.SealHash, "Seals 1", """UPDATE "Seals" SET "FirstPosition" = 0 WHERE "Number" = 1"""),
        Sealed(Invariant.SealHash, "Seals 1", $"""DELETE FROM "History" {Of(CanceledThere)}"""),
        Sealed(Invariant.PositionsWithoutGap, "History 5", """DELETE FROM "History" WHERE "Position" <= 4"""),
    ];

    private static IEnumerable<Damage> Rules() =>
    [
        Sql(Invariant.StatusOfLastEvent, Partly, "Orders", Order(Partly, """ "Status" = 'ready-for-handling' """)),
        new(Invariant.StatusOfEvent, Canceled, "History 2", store => store.Forge(Canceled, history => history[1].Status = Status.Handling)),
        new(Invariant.CanceledIsFinal, Canceled, "History 6", store => store.ForgeEvent(Canceled, new StatusAdvanced { To = Status.Handling })),
        new(Invariant.CanceledIsFinal, Canceled, "History 6", store => store.ForgeEvent(Canceled, new ItemsChanged([new(0, 1)], 1))),
        new(Invariant.CanceledPartlyInvoiced, Partly, "History 6", store => store.ForgeEvent(Partly, Cancellation)),
        new(Invariant.CanceledWithoutReturn, Returned, "History 4", async store =>
        {
            await store.Damage("""UPDATE "Invoices" SET "Value" = 9999 WHERE "Number" = 'R-1' """);
            await store.ForgeEvent(Returned, Cancellation);
        }),
        Sql(Invariant.RequestedHasRequest, Requested, "Orders", $"""UPDATE "CancellationRequests" SET "State" = 4 {Of(Requested)}"""),
        Sql(Invariant.RequestedHasRequest, Requested, "Orders", Order(Requested, """ "StatusBefore" = NULL """)),
        Sql(Invariant.CanceledHoldsNothing, Canceled, "Reservations r-north", $"""UPDATE "Reservations" SET "Released" = 0 {Of(Canceled)} AND "ReservationId" = 'r-north'"""),
        Sql(Invariant.CanceledHoldsNothing, Canceled, $"CancellationRequests {new string('2', 32)}", $"""UPDATE "CancellationRequests" SET "OrderKey" = {KeyOf(Canceled)}"""),
        Sql(Invariant.WayOut, Requested, "Orders", $"""{Order(Requested, """ "StatusBefore" = 'window-to-cancel' """)}; DELETE FROM "CancellationRequests" {Of(Requested)}"""),
    ];

    private static IEnumerable<Damage> State() =>
    [
        Sql(Invariant.StateFolded, Partly, "Orders Version", Order(Partly, """ "Version" = 99 """)),
        Sql(Invariant.StateFolded, Requested, "Orders StatusBefore", Order(Requested, """ "StatusBefore" = 'handling' """)),
        Sql(Invariant.StateFolded, Canceled, "Orders StatusDueAt", Order(Canceled, """ "StatusDueAt" = 1 """)),
        Sql(Invariant.StateFolded, Requested, "Orders IsMovedHere", Order(Requested, """ "IsMovedHere" = NOT "IsMovedHere" """)),
        Sql(Invariant.StateFolded, Partly, "Orders CustomerDeclinedAt", Order(Partly, """ "CustomerDeclinedAt" = 1 """)),
        Sql(Invariant.StateFolded, Partly, "Orders Value", Order(Partly, """ "Value" = 9000 """)),
        Sql(Invariant.CancellationKept, Canceled, "Orders", Order(Canceled, """ "CanceledById" = 'user:somebody' """)),
        Sql(Invariant.CancellationKept, CanceledThere, "Orders", Order(CanceledThere, """ "CancelReceipt" = NULL """)),
        Sql(Invariant.CancellationKept, Partly, "Orders", Order(Partly, """ "CanceledAt" = 1 """)),
        Sql(Invariant.RequestRows, Requested, $"CancellationRequests {new string('2', 32)}", $"""UPDATE "CancellationRequests" SET "EnteredBy" = 'user:somebody' {Of(Requested)}"""),
        Sql(Invariant.RequestRows, Requested, $"CancellationRequests {new string('2', 32)}", $"""DELETE FROM "CancellationRequests" {Of(Requested)}"""),
        Sql(Invariant.OpenRequests, Requested, "Orders", Order(Requested, """ "OpenRequests" = 2 """)),
        Sql(Invariant.OpenRequests, Requested, "Orders", Order(Requested, """ "RequestDueAt" = "RequestDueAt" + 1 """)),
    ];

    private static IEnumerable<Damage> Parts() =>
    [
        Sql(Invariant.InvoiceRows, Partly, "Invoices Output I-1", """UPDATE "Invoices" SET "Value" = 1999 WHERE "Number" = 'I-1' """),
        Sql(Invariant.InvoiceRows, Partly, "Invoices Output I-1", """UPDATE "InvoiceItems" SET "Quantity" = 2 WHERE "InvoiceId" = (SELECT "Id" FROM "Invoices" WHERE "Number" = 'I-1') """),
        Sql(Invariant.InvoiceSums, Partly, "Orders", Order(Partly, """ "InvoicedValue" = 0 """)),
        Sql(Invariant.ItemUnits, Requested, "OrderItems 0", $"""UPDATE "OrderItems" SET "InvoicedQuantity" = 4 {Of(Requested)} AND "ItemIndex" = 0"""),
        Sql(Invariant.ItemUnits, Partly, "OrderItems 1", $"""UPDATE "OrderItems" SET "RemovedQuantity" = 0 {Of(Partly)}"""),
        Sql(Invariant.ReservationUnits, Requested, "Reservations r-north", $"""UPDATE "Reservations" SET "Released" = 4 {Of(Requested)} AND "ReservationId" = 'r-north'"""),
        Sql(Invariant.StockReleased, Partly, "Reservations r-south", $"""UPDATE "Reservations" SET "Released" = 0 {Of(Partly)}"""),
        Sql(Invariant.StockMovements, Canceled, "History 3", $"""DELETE FROM "StockMovements" {Of(Canceled)} AND "ReservationId" = 'r-north'"""),
        Sql(Invariant.StockMovements, Canceled, "History 3", $"""UPDATE "StockMovements" SET "Quantity" = 99 {Of(Canceled)} AND "ReservationId" = 'r-south'"""),
        Sql(Invariant.StockMovements, Partly, "Reservations r-north", $"""UPDATE "StockMovements" SET "Quantity" = 3 {Of(Partly)} AND "Kind" = 4"""),
        Sql(Invariant.StockReserved, null, "StockLevels sku-1 north", """UPDATE "StockLevels" SET "Reserved" = "Reserved" + 1"""),
        Sql(Invariant.StockReserved, null, "StockLevels sku-2 south", """DELETE FROM "StockLevels" WHERE "SkuId" = 'sku-2' """),
        Sql(Invariant.StockReserved, null, "StockLevels sku-9 north", """UPDATE "StockLevels" SET "Reserved" = 0 WHERE "SkuId" = 'sku-9' """),
        Sql(Invariant.LooseReservations, null, "LooseUnits lock-1 sku-9 north", """UPDATE "LooseUnits" SET "Held" = 0; UPDATE "StockLevels" SET "Reserved" = 0 WHERE "SkuId" = 'sku-9' """),
        Sql(Invariant.LooseReservations, null, "LooseUnits lock-1 sku-9 north", """DELETE FROM "StockMovements" WHERE "ReservationId" = 'lock-1' """),
        Sql(Invariant.StockMoved, null, "StockLevels sku-1 north", """UPDATE "StockLevels" SET "Quarantined" = 1"""),
        Sql(Invariant.StockMoved, null, "StockLevels sku-1 north", """UPDATE "StockLevels" SET "Missing" = 1 WHERE "SkuId" = 'sku-1' """),
        Sql(Invariant.StockMoved, null, "StockLevels sku-2 south", """UPDATE "StockLevels" SET "OnHand" = 7 WHERE "SkuId" = 'sku-2' """),
        Sql(Invariant.MoneyGivenBack, Canceled, "Payments card", $"""UPDATE "Payments" SET "Refunded" = 1 {Of(Canceled)}"""),
        Sql(Invariant.MoneyOwed, Requested, "Payments card", $"""UPDATE "Payments" SET "Owed" = 1 {Of(Requested)}"""),
        Sql(Invariant.MoneyOwed, Canceled, "Payments card", $"""UPDATE "Payments" SET "Owed" = "Owed" - 1 {Of(Canceled)}"""),
        Sql(Invariant.MoneyAnswered, Canceled, "Deliveries 3", $"""UPDATE "Deliveries" SET "State" = {(int)DeliveryState.Done} {Of(Canceled)} AND "Consumer" = 'payment'"""),
        new(Invariant.MoneyAnswered, Canceled, "Deliveries 3", async store =>
        {
            await using var db = store.Read();
            var owed = await db.Deliveries.FirstAsync(row => row.Consumer == Consumers.Payment);
            await store.ForgeEvent(Canceled, new MoneyReturned(EffectId.Of(owed.HistoryId, owed.Consumer), new("card", DebtKind.Refund, 10_000)));
        }),
        Sql(Invariant.ReturnRefunded, Returned, "History 2", $"""UPDATE "History" SET "Payload" = replace("Payload", '10000', '10001') {Of(Returned)} AND "Kind" = 'money-owed'"""),
        Sql(Invariant.MoneyKept, Canceled, "Payments card", $"""UPDATE "Payments" SET "Value" = "Value" + 1, "Captured" = "Captured" + 1 {Of(Canceled)}"""),
        Sql(Invariant.DeliveriesOwed, Canceled, "History 2", $"""DELETE FROM "Deliveries" {Of(Canceled)} AND "Consumer" = 'mail-store'"""),
        Sql(Invariant.DoneByHand, Canceled, "Deliveries 1", $"""UPDATE "Deliveries" SET "State" = {(int)DeliveryState.DoneByHand} {Of(Canceled)} AND "Consumer" = 'mail-store'"""),
        new(Invariant.DoneByHand, Canceled, "Deliveries 1", async store =>
        {
            await using var db = store.Read();
            var owed = await db.Deliveries.OrderBy(row => row.Id).FirstAsync();
            await store.ForgeEvent(Canceled, new EffectDoneByHand(EffectId.Of(owed.HistoryId, owed.Consumer)));
        }),
        Sql(Invariant.DeliveriesOwed, Requested, "History 2", $"""UPDATE "Deliveries" SET "Consumer" = 'channel' {Of(Requested)} AND "Consumer" = 'mail-store'"""),
        Sql(Invariant.DeliveriesOwed, Canceled, "History 4", $"""UPDATE "Deliveries" SET "Subject" = 'another' {Of(Canceled)} AND "Consumer" = 'payment'"""),
        Sql(Invariant.DocumentHash, Partly, "Orders", Order(Partly, """ "DocumentHash" = substr("DocumentHash", 2) """)),
        Sql(Invariant.DocumentHash, Partly, "OrderDocuments", $"""UPDATE "OrderDocuments" SET "Content" = substr("Content", 2) {Of(Partly)}"""),
        Sql(Invariant.DocumentHash, Partly, "OrderDocuments", $"""DELETE FROM "OrderDocuments" {Of(Partly)}"""),
        Sql(Invariant.SearchText, Partly, "OrderSearch", $"""UPDATE "OrderSearch" SET "Text" = 'nobody' {Of(Partly)}"""),
        Sql(Invariant.SearchText, Partly, "OrderSearch", $"""DELETE FROM "OrderSearch" {Of(Partly)}"""),
        Sql(Invariant.ListColumns, Partly, "Orders", Order(Partly, """ "Units" = 99 """)),
        Sql(Invariant.ListColumns, Partly, "Orders", Order(Partly, """ "OperatorName" = 'nobody' """)),
        Sql(Invariant.ListColumns, Partly, "Orders", Order(Partly, """ "IsRefunded" = NOT "IsRefunded" """)),
        Sql(Invariant.ListColumns, Requested, "Orders", Order(Requested, """ "EstimatedTo" = 1 """)),
        Sql(Invariant.OrderTerms, Requested, "OrderTerms Sku", """DELETE FROM "OrderTerms" WHERE "Value" = 'sku-listed' """),
        Sql(Invariant.OrderTerms, Requested, "OrderTerms Sku", """UPDATE "OrderTerms" SET "CreatedAt" = "CreatedAt" + 1 WHERE "Value" = 'sku-listed' """),
        Sql(
            Invariant.ChannelRemembered, Canceled, "ChannelOrders amazon 1",
            $"""INSERT INTO "ChannelOrders" ("Channel", "ChannelOrderId", "OrderId", "UpdatedAt", "CanceledItems", "CanceledAt", "CanceledFor") VALUES ('amazon', '1', '{Canceled}', 1, '', 1, 0)"""),
        Sql(
            Invariant.ChannelHints, null, "ChannelInbox 1",
            """
            INSERT INTO "ChannelInbox" ("Channel", "NotificationId", "ReceivedAt", "ChannelOrderId", "Kind", "Payload", "State", "Attempts") VALUES ('amazon', '1', 1, '1', 'x', '', 0, 0)
            """),
        Sql(Invariant.OrderCounters, null, "OrderCounters 1 739676 canceled 1 Marketplace BRL", """UPDATE "OrderCounters" SET "Orders" = "Orders" + 1 WHERE "Status" = 'canceled' """),
        Sql(Invariant.OrderCounters, null, "OrderCounters 32 739648 handling 1 Marketplace BRL", """UPDATE "OrderCounters" SET "Value" = "Value" - 1 WHERE "Days" = 32 AND "Status" = 'handling' """),
        Sql(Invariant.OrderCounters, null, "OrderCounters 1 739676 invoiced 1 Marketplace BRL", """DELETE FROM "OrderCounters" WHERE "Status" = 'invoiced' """),
        Sql(
            Invariant.OrderCounters, null, "OrderCounters 1 1 invoiced 9 Chain BRL",
            """INSERT INTO "OrderCounters" ("Days", "Day", "Status", "SellerId", "Origin", "Currency", "Orders", "Value") VALUES (1, 1, 'invoiced', '9', 'Chain', 'BRL', 1, 1)"""),
        Sql(Invariant.OrderTerms, null, "OrderTerms Nsu", """INSERT INTO "OrderTerms" ("Kind", "Value", "CreatedAt", "OrderKey") VALUES (9, 'x', 0, 4711)"""),
    ];

    private static IEnumerable<Damage> Model() =>
    [
        Sql(Invariant.RowReadable, Requested, "Orders", Order(Requested, """ "CreatedAt" = -5 """)),
        Sql(Invariant.RowReadable, Partly, "Orders", Order(Partly, """ "StatusDueAt" = 9223372036854775807 """)),
        Sql(Invariant.CheckConstraint, Requested, "OrderItems 1", $"""UPDATE "OrderItems" SET "ReturnedQuantity" = -1 {Of(Requested)} AND "ItemIndex" = 1"""),
        Sql(Invariant.CheckConstraint, Canceled, "Orders 1", Order(Canceled, """ "OpenRequests" = 1 """)),
        Sql(Invariant.CheckConstraint, null, "Positions 2", """INSERT INTO "Positions" ("Id", "Last") VALUES (2, 0)"""),
        Sql(Invariant.RowBelongs, null, "Alerts GoodsMayHaveLeft", $"""INSERT INTO "Alerts" ("OrderKey", "Kind", "RaisedAt") VALUES (4711, {(int)AlertKind.GoodsMayHaveLeft}, 0)"""),
        Sql(Invariant.RowBelongs, null, "History 1", $"""DELETE FROM "Orders" WHERE "OrderId" = '{Requested}' """),
        Sql(Invariant.RowBelongs, Canceled, "HistoryTexts nowhere reason", $"""UPDATE "HistoryTexts" SET "HistoryId" = 'nowhere' {Of(Canceled)} AND "Name" = 'reason'"""),
        Sql(Invariant.RowBelongs, Requested, "Deliveries 4", $"""UPDATE "Deliveries" SET "HistoryId" = 'nowhere' {Of(Requested)}"""),
        Sql(Invariant.RowBelongs, Canceled, "StockMovements 1", $"""UPDATE "StockMovements" SET "HistoryId" = 'nowhere' {Of(Canceled)} AND "ReservationId" = 'r-north'"""),
        Sql(Invariant.RowBelongs, null, "InvoiceItems 4711 0", """INSERT INTO "InvoiceItems" ("InvoiceId", "ItemIndex", "Quantity") VALUES (4711, 0, 1)"""),
    ];

    // PostgreSQL keeps its indexes itself.
    private static IEnumerable<Damage> File() =>
    [
        Sql(Invariant.ColumnType, Requested, "Orders 2 Value", Order(Requested, """ "Value" = 'abc' """)),
        Sql(Invariant.ColumnType, Canceled, "Payments card Captured", $"""UPDATE "Payments" SET "Captured" = 99.7 {Of(Canceled)}"""),
        Sql(Invariant.ColumnType, Requested, "OrderItems 0 Quantity", $"""UPDATE "OrderItems" SET "Quantity" = 5000000000 {Of(Requested)} AND "ItemIndex" = 0"""),
        Sql(Invariant.ColumnType, Requested, "Orders 2 IsMovedHere", Order(Requested, """ "IsMovedHere" = 2 """)),
        Sql(Invariant.ColumnType, Requested, "OrderDocuments 2 Content", $"""UPDATE "OrderDocuments" SET "Content" = 'text' {Of(Requested)}"""),
        Sql(
            Invariant.DatabaseWhole, null, "-",
            $"""
            PRAGMA writable_schema=ON;
            UPDATE sqlite_master SET sql = replace(sql, '"Name" TEXT NOT NULL', '"Name" TEXT') WHERE name = 'OrderItems';
            PRAGMA writable_schema=OFF; PRAGMA schema_version=4711;
            UPDATE "OrderItems" SET "Name" = NULL {Of(Requested)};
            PRAGMA writable_schema=ON;
            UPDATE sqlite_master SET sql = replace(sql, '"Name" TEXT', '"Name" TEXT NOT NULL') WHERE name = 'OrderItems';
            PRAGMA writable_schema=OFF; PRAGMA schema_version=4712
            """),
        Sql(Invariant.SearchIndex, Partly, "OrderSearchIndex", $"""DROP TRIGGER "OrderSearch_Inserted"; DELETE FROM "OrderSearch" {Of(Partly)}; INSERT INTO "OrderSearch" ("OrderKey", "Text") VALUES ({KeyOf(Partly)}, 'x')"""),
        Sql(
            Invariant.DatabaseWhole, null, "-",
            """
            PRAGMA writable_schema=ON;
            UPDATE sqlite_master SET sql = replace(sql, '("Sequence")', '("OrderGroup")') WHERE name = 'IX_Orders_Sequence';
            PRAGMA writable_schema=OFF; PRAGMA schema_version=4711
            """),
    ];

    private static OrderCanceled Cancellation { get; } = new(CancellationCause.Direct, Side.Store, null, null) { To = Status.Canceled };

    private static Damage Sql(Invariant invariant, string? orderId, string row, string sql) => new(invariant, orderId, row, store => store.Damage(sql));

    private static Damage Sealed(Invariant invariant, string row, string sql) => new(invariant, null, row, async store =>
    {
        await store.Seal();
        store.Clock.Advance(TimeSpan.FromHours(1));
        await store.Send(Requested, new AddComment("sealed later"), Actors.Operator);
        await store.Seal();
        await store.Damage(sql);
    });

    private static string Of(string orderId) => Somewhere + KeyOf(orderId);

    private static string Order(string orderId, string change) => $"""UPDATE "Orders" SET {change} WHERE "OrderId" = '{orderId}'""";

    private static string RemoveAllOf(string orderId) => string.Join(';', PartsOfAnOrder.Select(table => $"""DELETE FROM "{table}" {Of(orderId)}"""));
}
