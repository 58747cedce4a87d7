using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdminOrders.Core.Storage.Migrations.Sqlite
{
    /// <summary>Levels of stock follow from reservations, invoices and counts, and every unit that moves is written down.</summary>
    public partial class Stock : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "StockLevels",
                columns: table => new
                {
                    SkuId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    WarehouseId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    SearchName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    OnHand = table.Column<long>(type: "INTEGER", nullable: true),
                    Reserved = table.Column<long>(type: "INTEGER", nullable: false),
                    Quarantined = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StockLevels", x => new { x.SkuId, x.WarehouseId });
                    table.CheckConstraint("CK_StockLevels_Units", "(\"OnHand\" IS NULL OR \"OnHand\" >= 0) AND \"Reserved\" >= 0 AND \"Quarantined\" >= 0");
                });

            migrationBuilder.CreateTable(
                name: "StockMovements",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SkuId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    WarehouseId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    OrderKey = table.Column<long>(type: "INTEGER", nullable: true),
                    ReservationId = table.Column<string>(type: "TEXT", maxLength: 250, nullable: true),
                    HistoryId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    ActorId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ActorName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StockMovements", x => x.Id);
                    table.CheckConstraint("CK_StockMovements_Quantity", "\"Quantity\" >= 0");
                    table.ForeignKey(
                        name: "FK_StockMovements_Reservations_OrderKey_ReservationId",
                        columns: x => new { x.OrderKey, x.ReservationId },
                        principalTable: "Reservations",
                        principalColumns: new[] { "OrderKey", "ReservationId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Reservations_SkuId_WarehouseId_OrderKey",
                table: "Reservations",
                columns: new[] { "SkuId", "WarehouseId", "OrderKey" },
                filter: "\"Released\" + \"Consumed\" < \"Reserved\"");

            migrationBuilder.CreateIndex(
                name: "IX_StockLevels_NotCounted",
                table: "StockLevels",
                columns: new[] { "SkuId", "WarehouseId" },
                filter: "\"OnHand\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_StockLevels_SearchName_SkuId_WarehouseId",
                table: "StockLevels",
                columns: new[] { "SearchName", "SkuId", "WarehouseId" });

            migrationBuilder.CreateIndex(
                name: "IX_StockLevels_Short",
                table: "StockLevels",
                columns: new[] { "SkuId", "WarehouseId" },
                filter: "\"OnHand\" < \"Reserved\"");

            migrationBuilder.CreateIndex(
                name: "IX_StockLevels_WarehouseId_SkuId",
                table: "StockLevels",
                columns: new[] { "WarehouseId", "SkuId" });

            migrationBuilder.CreateIndex(
                name: "IX_StockMovements_OrderKey_ReservationId_HistoryId",
                table: "StockMovements",
                columns: new[] { "OrderKey", "ReservationId", "HistoryId" },
                unique: true,
                filter: "\"OrderKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_StockMovements_SkuId_WarehouseId_Id",
                table: "StockMovements",
                columns: new[] { "SkuId", "WarehouseId", "Id" });

            migrationBuilder.Sql(StockSoFar.Movements(
                """
                JOIN (
                    SELECT e."Position", j.value ->> 'skuId' AS "SkuId", j.value ->> 'warehouseId' AS "WarehouseId", j.value ->> 'reservationId' AS "ReservationId",
                        j.value ->> 'destination' AS "Destination", CAST(j.value ->> 'quantity' AS INTEGER) AS "Quantity"
                    FROM "History" e, json_each(e."Payload", '$.units') j
                    WHERE e."Kind" = 'stock-released'
                ) u ON u."Position" = h."Position"
                """));
            migrationBuilder.Sql(StockSoFar.Levels);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "StockLevels");

            migrationBuilder.DropTable(
                name: "StockMovements");

            migrationBuilder.DropIndex(
                name: "IX_Reservations_SkuId_WarehouseId_OrderKey",
                table: "Reservations");
        }
    }
}
