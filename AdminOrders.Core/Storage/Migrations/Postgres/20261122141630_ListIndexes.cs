using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdminOrders.Core.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ListIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SkuNames",
                columns: table => new
                {
                    SkuId = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Text = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SkuNames", x => new { x.SkuId, x.Text });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Payments_Refunded",
                table: "Payments",
                column: "OrderKey",
                filter: "\"Refunded\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_CanceledById",
                table: "Orders",
                column: "CanceledById",
                filter: "\"CanceledById\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_CanceledFor",
                table: "Orders",
                column: "CanceledFor",
                filter: "\"CanceledFor\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_CancelReasonLabelId",
                table: "Orders",
                column: "CancelReasonLabelId",
                filter: "\"CancelReasonLabelId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_OrderCounters_Currency",
                table: "OrderCounters",
                column: "Currency",
                filter: "\"Days\" = 32");

            // The names of the SKUs of orders that are there are filled in when the store is opened.
            migrationBuilder.Sql("""INSERT INTO "Settings" ("Name", "Value") SELECT 'sku-names.missing', '1' WHERE EXISTS (SELECT 1 FROM "Orders")""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SkuNames");

            migrationBuilder.DropIndex(
                name: "IX_Payments_Refunded",
                table: "Payments");

            migrationBuilder.DropIndex(
                name: "IX_Orders_CanceledById",
                table: "Orders");

            migrationBuilder.DropIndex(
                name: "IX_Orders_CanceledFor",
                table: "Orders");

            migrationBuilder.DropIndex(
                name: "IX_Orders_CancelReasonLabelId",
                table: "Orders");

            migrationBuilder.DropIndex(
                name: "IX_OrderCounters_Currency",
                table: "OrderCounters");
        }
    }
}
