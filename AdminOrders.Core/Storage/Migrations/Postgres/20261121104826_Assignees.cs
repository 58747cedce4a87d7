using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdminOrders.Core.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Assignees : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "AssigneeId",
                table: "Orders",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "AssigneeName",
                table: "Orders",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true,
                collation: "C");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_AssigneeId_RequestDueAt_Key",
                table: "Orders",
                columns: new[] { "AssigneeId", "RequestDueAt", "Key" },
                filter: "\"RequestDueAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_SellerId_RequestDueAt_Key",
                table: "Orders",
                columns: new[] { "SellerId", "RequestDueAt", "Key" },
                filter: "\"RequestDueAt\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Orders_AssigneeId_RequestDueAt_Key",
                table: "Orders");

            migrationBuilder.DropIndex(
                name: "IX_Orders_SellerId_RequestDueAt_Key",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "AssigneeId",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "AssigneeName",
                table: "Orders");
        }
    }
}
