using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdminOrders.Core.Storage.Migrations.Postgres
{
    /// <summary>Levels say how many more left than were counted, and orders that hang have an index.</summary>
    public partial class ToCount : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Missing",
                table: "StockLevels",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateIndex(
                name: "IX_StockLevels_Missing",
                table: "StockLevels",
                columns: new[] { "SkuId", "WarehouseId" },
                filter: "\"Missing\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_Hanging",
                table: "Orders",
                columns: new[] { "StatusDueAt", "Key" },
                filter: "(\"Status\" || '') IN ('approving-transaction', 'created', 'creating', 'notify-payment', 'order-created', 'processing')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_StockLevels_Missing",
                table: "StockLevels");

            migrationBuilder.DropIndex(
                name: "IX_Orders_Hanging",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "Missing",
                table: "StockLevels");
        }
    }
}
