using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdminOrders.Core.Storage.Migrations.Postgres
{
    /// <summary>Orders are counted as they are written.</summary>
    public partial class OrderCounters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "OrderCounters",
                columns: table => new
                {
                    Days = table.Column<int>(type: "integer", nullable: false),
                    Day = table.Column<int>(type: "integer", nullable: false),
                    Status = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    SellerId = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Origin = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "C"),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    Orders = table.Column<long>(type: "bigint", nullable: false),
                    Value = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrderCounters", x => new { x.Days, x.Day, x.Status, x.SellerId, x.Origin, x.Currency });
                    table.CheckConstraint("CK_OrderCounters_Orders", "\"Orders\" > 0");
                });

            // The counters of today are written again and again: room on their page keeps the new row beside the old one.
            migrationBuilder.Sql("""ALTER TABLE "OrderCounters" SET (fillfactor = 50)""");

            migrationBuilder.Sql(CountersSoFar.Fill);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "OrderCounters");
        }
    }
}
