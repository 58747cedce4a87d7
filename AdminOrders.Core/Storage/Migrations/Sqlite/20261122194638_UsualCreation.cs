using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdminOrders.Core.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class UsualCreation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Orders_Invoiced_CreatedAt",
                table: "Orders",
                columns: new[] { "CreatedAt", "Key" },
                filter: "\"OutputInvoices\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_Unusual_AuthorizedAt",
                table: "Orders",
                columns: new[] { "CreatedAt", "Key" },
                filter: "(\"AuthorizedAt\" < \"CreatedAt\" OR \"AuthorizedAt\" > \"CreatedAt\" + 51840000000000)");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_Unusual_EstimatedTo",
                table: "Orders",
                columns: new[] { "CreatedAt", "Key" },
                filter: "(\"EstimatedTo\" < \"CreatedAt\" OR \"EstimatedTo\" > \"CreatedAt\" + 51840000000000)");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_Unusual_InvoicedAt",
                table: "Orders",
                columns: new[] { "CreatedAt", "Key" },
                filter: "(\"InvoicedAt\" < \"CreatedAt\" OR \"InvoicedAt\" > \"CreatedAt\" + 51840000000000)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Orders_Invoiced_CreatedAt",
                table: "Orders");

            migrationBuilder.DropIndex(
                name: "IX_Orders_Unusual_AuthorizedAt",
                table: "Orders");

            migrationBuilder.DropIndex(
                name: "IX_Orders_Unusual_EstimatedTo",
                table: "Orders");

            migrationBuilder.DropIndex(
                name: "IX_Orders_Unusual_InvoicedAt",
                table: "Orders");
        }
    }
}
