using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdminOrders.Core.Storage.Migrations.Sqlite
{
    /// <summary>Orders are counted as they are written.</summary>
    public partial class OrderCounters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Without a row id: a stretch of days is read as it lies.
            migrationBuilder.Sql(
                """
                CREATE TABLE "OrderCounters" (
                    "Days" INTEGER NOT NULL,
                    "Day" INTEGER NOT NULL,
                    "Status" TEXT NOT NULL,
                    "SellerId" TEXT NOT NULL,
                    "Origin" TEXT NOT NULL,
                    "Currency" TEXT NOT NULL,
                    "Orders" INTEGER NOT NULL,
                    "Value" INTEGER NOT NULL,
                    CONSTRAINT "PK_OrderCounters" PRIMARY KEY ("Days", "Day", "Status", "SellerId", "Origin", "Currency"),
                    CONSTRAINT "CK_OrderCounters_Orders" CHECK ("Orders" > 0)
                ) WITHOUT ROWID
                """);

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
