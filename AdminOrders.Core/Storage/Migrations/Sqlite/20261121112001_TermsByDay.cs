using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdminOrders.Core.Storage.Migrations.Sqlite
{
    /// <summary>Ids of payments lie by the day of their order: what comes in together lies together.</summary>
    public partial class TermsByDay : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
            """UPDATE "OrderTerms" SET "Value" = ("CreatedAt" / 864000000000) || ':' || "Value" WHERE "Kind" IN (6, 7, 8, 9)""");

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
            """UPDATE "OrderTerms" SET "Value" = SUBSTR("Value", INSTR("Value", ':') + 1) WHERE "Kind" IN (6, 7, 8, 9)""");
    }
}
