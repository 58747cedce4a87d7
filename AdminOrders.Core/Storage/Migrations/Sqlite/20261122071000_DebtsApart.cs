using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdminOrders.Core.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DebtsApart : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Subject",
                table: "Deliveries",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            // Debts that are on record are about a payment too.
            migrationBuilder.Sql(
                """
                UPDATE "Deliveries" SET "Subject" = (SELECT json_extract(h."Payload", '$.paymentId') FROM "History" h WHERE h."HistoryId" = "Deliveries"."HistoryId")
                WHERE "Consumer" = 'payment'
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Subject",
                table: "Deliveries");
        }
    }
}
