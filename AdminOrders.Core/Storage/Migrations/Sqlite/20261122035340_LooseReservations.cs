using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdminOrders.Core.Storage.Migrations.Sqlite
{
    /// <summary>Reservations without an order hold units in the levels too, until they end once; captures claim payments.</summary>
    public partial class LooseReservations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Claimed",
                table: "Payments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "LooseReservations",
                columns: table => new
                {
                    ReservationId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    SalesChannel = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ReservedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ConfirmedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AcknowledgedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    OrderKey = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LooseReservations", x => x.ReservationId);
                    table.CheckConstraint("CK_LooseReservations_Ended", "(\"State\" < 3) = (\"EndedAt\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_LooseReservations_Orders_OrderKey",
                        column: x => x.OrderKey,
                        principalTable: "Orders",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LooseUnits",
                columns: table => new
                {
                    ReservationId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SkuId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    WarehouseId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    Held = table.Column<int>(type: "INTEGER", nullable: false),
                    SlaType = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    DockId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LooseUnits", x => new { x.ReservationId, x.SkuId, x.WarehouseId });
                    table.CheckConstraint("CK_LooseUnits_Held", "\"Quantity\" > 0 AND (\"Held\" = 0 OR \"Held\" = \"Quantity\")");
                    table.ForeignKey(
                        name: "FK_LooseUnits_LooseReservations_ReservationId",
                        column: x => x.ReservationId,
                        principalTable: "LooseReservations",
                        principalColumn: "ReservationId",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_LooseReservations_ExpiresAt_ReservationId",
                table: "LooseReservations",
                columns: new[] { "ExpiresAt", "ReservationId" },
                filter: "\"State\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_LooseReservations_Open",
                table: "LooseReservations",
                column: "ReservationId",
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_LooseReservations_OrderKey",
                table: "LooseReservations",
                column: "OrderKey");

            migrationBuilder.CreateIndex(
                name: "IX_LooseUnits_SkuId_WarehouseId_ReservationId",
                table: "LooseUnits",
                columns: new[] { "SkuId", "WarehouseId", "ReservationId" },
                filter: "\"Held\" > 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Claimed",
                table: "Payments");

            migrationBuilder.DropTable(
                name: "LooseUnits");

            migrationBuilder.DropTable(
                name: "LooseReservations");
        }
    }
}
