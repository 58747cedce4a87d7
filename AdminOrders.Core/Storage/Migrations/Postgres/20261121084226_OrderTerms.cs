using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdminOrders.Core.Storage.Migrations.Postgres
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
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "EstimatedTo",
                table: "Orders",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "GiftListId",
                table: "Orders",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "GiftListType",
                table: "Orders",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<bool>(
                name: "IsInStore",
                table: "Orders",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "OperatorName",
                table: "Orders",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<long>(
                name: "Units",
                table: "Orders",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "OrderTerms",
                columns: table => new
                {
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Value = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    OrderKey = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrderTerms", x => new { x.Kind, x.Value, x.CreatedAt, x.OrderKey });
                });

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
