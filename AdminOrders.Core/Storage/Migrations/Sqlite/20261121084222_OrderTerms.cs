using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdminOrders.Core.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OrderTerms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "EstimatedFrom",
                table: "Orders",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "EstimatedTo",
                table: "Orders",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "GiftListId",
                table: "Orders",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "GiftListType",
                table: "Orders",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "IsInStore",
                table: "Orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "OperatorName",
                table: "Orders",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "Units",
                table: "Orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            // Without a row id: the table is its own key, so that each term lies there once.
            migrationBuilder.Sql(
                """
                CREATE TABLE "OrderTerms" (
                    "Kind" INTEGER NOT NULL,
                    "Value" TEXT NOT NULL,
                    "CreatedAt" INTEGER NOT NULL,
                    "OrderKey" INTEGER NOT NULL,
                    CONSTRAINT "PK_OrderTerms" PRIMARY KEY ("Kind", "Value", "CreatedAt", "OrderKey")
                ) WITHOUT ROWID
                """);

            migrationBuilder.CreateIndex(
                name: "IX_Orders_AffiliateId_CreatedAt_Key",
                table: "Orders",
                columns: new[] { "AffiliateId", "CreatedAt", "Key" },
                filter: "\"AffiliateId\" <> ''");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_AuthorizedAt_Key",
                table: "Orders",
                columns: new[] { "AuthorizedAt", "Key" },
                filter: "\"AuthorizedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_EstimatedTo_Key",
                table: "Orders",
                columns: new[] { "EstimatedTo", "Key" },
                filter: "\"EstimatedTo\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_InvoicedAt_Key",
                table: "Orders",
                columns: new[] { "InvoicedAt", "Key" },
                filter: "\"InvoicedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_Returned_CreatedAt",
                table: "Orders",
                columns: new[] { "CreatedAt", "Key" },
                filter: "\"InputInvoices\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_SalesChannel_CreatedAt_Key",
                table: "Orders",
                columns: new[] { "SalesChannel", "CreatedAt", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_Orders_SellerName_CreatedAt_Key",
                table: "Orders",
                columns: new[] { "SellerName", "CreatedAt", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_Orders_Units_Key",
                table: "Orders",
                columns: new[] { "Units", "Key" });

            // What the orders of an older store lack is filled in from their documents, beginning behind this key.
            migrationBuilder.Sql("""INSERT INTO "Settings" ("Name", "Value") SELECT 'listing.behind', '0' WHERE EXISTS (SELECT 1 FROM "Orders")""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "OrderTerms");

            migrationBuilder.DropIndex(
                name: "IX_Orders_AffiliateId_CreatedAt_Key",
                table: "Orders");

            migrationBuilder.DropIndex(
                name: "IX_Orders_AuthorizedAt_Key",
                table: "Orders");

            migrationBuilder.DropIndex(
                name: "IX_Orders_EstimatedTo_Key",
                table: "Orders");

            migrationBuilder.DropIndex(
                name: "IX_Orders_InvoicedAt_Key",
                table: "Orders");

            migrationBuilder.DropIndex(
                name: "IX_Orders_Returned_CreatedAt",
                table: "Orders");

            migrationBuilder.DropIndex(
                name: "IX_Orders_SalesChannel_CreatedAt_Key",
                table: "Orders");

            migrationBuilder.DropIndex(
                name: "IX_Orders_SellerName_CreatedAt_Key",
                table: "Orders");

            migrationBuilder.DropIndex(
                name: "IX_Orders_Units_Key",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "EstimatedFrom",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "EstimatedTo",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "GiftListId",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "GiftListType",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "IsInStore",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "OperatorName",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "Units",
                table: "Orders");
        }
    }
}
