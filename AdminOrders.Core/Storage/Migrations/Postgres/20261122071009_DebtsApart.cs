using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdminOrders.Core.Storage.Migrations.Postgres
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
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "",
                collation: "C");

            // Debts that are on record are about a payment too.
            migrationBuilder.Sql(
                """
                UPDATE "Deliveries" SET "Subject" = (SELECT h."Payload"::jsonb ->> 'paymentId' FROM "History" h WHERE h."HistoryId" = "Deliveries"."HistoryId")
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
