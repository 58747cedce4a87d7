using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace AdminOrders.Core.Storage.Migrations.Postgres
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
                    SkuId = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    WarehouseId = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    SearchName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    OnHand = table.Column<long>(type: "bigint", nullable: true),
                    Reserved = table.Column<long>(type: "bigint", nullable: false),
                    Quarantined = table.Column<long>(type: "bigint", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    SkuId = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    WarehouseId = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Quantity = table.Column<long>(type: "bigint", nullable: false),
                    OrderKey = table.Column<long>(type: "bigint", nullable: true),
                    ReservationId = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: true, collation: "C"),
                    HistoryId = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true, collation: "C"),
                    ActorId = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    ActorName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C")
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
                CROSS JOIN LATERAL (
                    SELECT j ->> 'skuId' AS "SkuId", j ->> 'warehouseId' AS "WarehouseId", j ->> 'reservationId' AS "ReservationId",
                        j ->> 'destination' AS "Destination", (j ->> 'quantity')::bigint AS "Quantity"
                    FROM jsonb_array_elements(h."Payload"::jsonb -> 'units') j
                ) u
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
