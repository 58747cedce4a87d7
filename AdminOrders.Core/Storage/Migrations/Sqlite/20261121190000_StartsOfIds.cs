using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdminOrders.Core.Storage.Migrations.Sqlite
{
    /// <summary>The newest orders whose id or sequence begins with one or two characters are found where they lie, however far back.</summary>
    public partial class StartsOfIds : Migration
    {
        private static readonly string[] Columns = ["OrderId", "Sequence"];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            foreach (var column in Columns)
            {
                migrationBuilder.Sql($"""CREATE INDEX "IX_Orders_{column}2_CreatedAt_Key" ON "Orders" (substr("{column}", 1, 2), "CreatedAt", "Key")""");
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var column in Columns)
            {
                migrationBuilder.Sql($"""DROP INDEX "IX_Orders_{column}2_CreatedAt_Key" """);
            }
        }
    }
}
