using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdminOrders.Core.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OwedByConsumer : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Deliveries_Owed",
                table: "Deliveries");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Owed",
                table: "Deliveries",
                columns: new[] { "Consumer", "NextAttemptAt", "Id" },
                filter: "\"State\" = 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Deliveries_Owed",
                table: "Deliveries");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Owed",
                table: "Deliveries",
                columns: new[] { "NextAttemptAt", "Id" },
                filter: "\"State\" = 0");
        }
    }
}
