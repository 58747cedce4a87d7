using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdminOrders.Core.Storage.Migrations.Sqlite
{
    /// <summary>Orders whose money went back can be listed in the order of creation.</summary>
    public partial class Refunded : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsRefunded",
                table: "Orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.Sql("""UPDATE "Orders" SET "IsRefunded" = TRUE WHERE "Key" IN (SELECT "OrderKey" FROM "Payments" WHERE "Refunded" > 0)""");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_Refunded_CreatedAt",
                table: "Orders",
                columns: new[] { "CreatedAt", "Key" },
                filter: "\"IsRefunded\"");

            migrationBuilder.DropIndex(
                name: "IX_Payments_Refunded",
                table: "Payments");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Orders_Refunded_CreatedAt",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "IsRefunded",
                table: "Orders");

            migrationBuilder.CreateIndex(
                name: "IX_Payments_Refunded",
                table: "Payments",
                column: "OrderKey",
                filter: "\"Refunded\" > 0");
        }
    }
}
