using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdminOrders.Core.Storage.Migrations.Sqlite
{
    /// <summary>
    /// Puts items, payments, reservations and invoiced items where their keys lie: reading an order's goes down one tree instead of two for
    /// each row, and writing one fills one. The engine has no statement for it but a table made anew.
    /// </summary>
    public partial class PartsByOrder : Migration
    {
        private static readonly (string Table, string Columns)[] Parts =
        [
            (
                "OrderItems",
                """
                "OrderKey" INTEGER NOT NULL,
                "ItemIndex" INTEGER NOT NULL,
                "SkuId" TEXT NOT NULL,
                "Name" TEXT NOT NULL,
                "Quantity" INTEGER NOT NULL,
                "InvoicedQuantity" INTEGER NOT NULL,
                "RemovedQuantity" INTEGER NOT NULL,
                "ReturnedQuantity" INTEGER NOT NULL,
                "UnitPrice" INTEGER NOT NULL,
                CONSTRAINT "PK_OrderItems" PRIMARY KEY ("OrderKey", "ItemIndex"),
                CONSTRAINT "CK_OrderItems_Quantities" CHECK ("Quantity" >= 0 AND "InvoicedQuantity" >= 0 AND "RemovedQuantity" >= 0 AND "ReturnedQuantity" >= 0),
                CONSTRAINT "FK_OrderItems_Orders_OrderKey" FOREIGN KEY ("OrderKey") REFERENCES "Orders" ("Key") ON DELETE RESTRICT
                """
            ),
            (
                "Payments",
                """
                "OrderKey" INTEGER NOT NULL,
                "PaymentId" TEXT NOT NULL,
                "Place" INTEGER NOT NULL,
                "TransactionId" TEXT NOT NULL,
                "SystemName" TEXT NOT NULL,
                "PaymentGroup" TEXT NOT NULL,
                "Installments" INTEGER NOT NULL,
                "State" INTEGER NOT NULL,
                "Value" INTEGER NOT NULL,
                "Captured" INTEGER NOT NULL,
                "Refunded" INTEGER NOT NULL,
                "Owed" INTEGER NOT NULL,
                "OwedKind" INTEGER NULL,
                CONSTRAINT "PK_Payments" PRIMARY KEY ("OrderKey", "PaymentId"),
                CONSTRAINT "CK_Payments_Amounts" CHECK ("Value" >= 0 AND "Captured" >= 0 AND "Refunded" >= 0 AND "Owed" >= 0),
                CONSTRAINT "CK_Payments_GivenBack" CHECK ("Refunded" + "Owed" <= (CASE WHEN "Captured" > "Value" THEN "Captured" ELSE "Value" END)),
                CONSTRAINT "FK_Payments_Orders_OrderKey" FOREIGN KEY ("OrderKey") REFERENCES "Orders" ("Key") ON DELETE RESTRICT
                """
            ),
            (
                "Reservations",
                """
                "OrderKey" INTEGER NOT NULL,
                "ReservationId" TEXT NOT NULL,
                "Place" INTEGER NOT NULL,
                "ItemIndex" INTEGER NOT NULL,
                "WarehouseId" TEXT NOT NULL,
                "SkuId" TEXT NOT NULL,
                "State" INTEGER NOT NULL,
                "Reserved" INTEGER NOT NULL,
                "Released" INTEGER NOT NULL,
                "Consumed" INTEGER NOT NULL,
                "Destination" INTEGER NULL,
                CONSTRAINT "PK_Reservations" PRIMARY KEY ("OrderKey", "ReservationId"),
                CONSTRAINT "CK_Reservations_Held" CHECK ("Released" + "Consumed" <= "Reserved"),
                CONSTRAINT "CK_Reservations_Units" CHECK ("Reserved" >= 0 AND "Released" >= 0 AND "Consumed" >= 0),
                CONSTRAINT "FK_Reservations_Orders_OrderKey" FOREIGN KEY ("OrderKey") REFERENCES "Orders" ("Key") ON DELETE RESTRICT
                """
            ),
            (
                "InvoiceItems",
                """
                "InvoiceId" INTEGER NOT NULL,
                "ItemIndex" INTEGER NOT NULL,
                "Quantity" INTEGER NOT NULL,
                CONSTRAINT "PK_InvoiceItems" PRIMARY KEY ("InvoiceId", "ItemIndex"),
                CONSTRAINT "CK_InvoiceItems_Quantity" CHECK ("Quantity" >= 0),
                CONSTRAINT "FK_InvoiceItems_Invoices_InvoiceId" FOREIGN KEY ("InvoiceId") REFERENCES "Invoices" ("Id") ON DELETE RESTRICT
                """
            ),
        ];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => MakeAnew(migrationBuilder, "WITHOUT ROWID");

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => MakeAnew(migrationBuilder, "");

        private static void MakeAnew(MigrationBuilder migrationBuilder, string how)
        {
            foreach (var (table, columns) in Parts)
            {
                migrationBuilder.Sql($"""CREATE TABLE "Anew_{table}" ({columns}) {how};""");
                migrationBuilder.Sql($"""INSERT INTO "Anew_{table}" SELECT * FROM "{table}" ORDER BY 1, 2;""");
                migrationBuilder.Sql($"""DROP TABLE "{table}";""");
                migrationBuilder.Sql($"""ALTER TABLE "Anew_{table}" RENAME TO "{table}";""");
            }
        }
    }
}
