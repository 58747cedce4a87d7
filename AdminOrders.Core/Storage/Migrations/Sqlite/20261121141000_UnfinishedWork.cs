using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdminOrders.Core.Storage.Migrations.Sqlite
{
    /// <summary>What is owed and not done is found by age, and a person can have it tried again.</summary>
    public partial class UnfinishedWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "AttemptsBefore",
                table: "Deliveries",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "ClaimedUntil",
                table: "Deliveries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Failed",
                table: "Deliveries",
                columns: new[] { "Consumer", "Id" },
                filter: "\"State\" = 2");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_OwedByAge",
                table: "Deliveries",
                columns: new[] { "Consumer", "Id" },
                filter: "\"State\" = 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Deliveries_Failed",
                table: "Deliveries");

            migrationBuilder.DropIndex(
                name: "IX_Deliveries_OwedByAge",
                table: "Deliveries");

            migrationBuilder.DropColumn(
                name: "AttemptsBefore",
                table: "Deliveries");

            migrationBuilder.DropColumn(
                name: "ClaimedUntil",
                table: "Deliveries");
        }
    }
}
