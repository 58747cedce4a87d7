using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdminOrders.Core.Storage.Migrations.Postgres
{
    /// <summary>Ids of payments lie by the day of their order: what comes in together lies together.</summary>
    public partial class TermsByDay : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""ALTER TABLE "OrderTerms" ALTER COLUMN "Value" TYPE character varying(220)""");
            migrationBuilder.Sql("""UPDATE "OrderTerms" SET "Value" = ("CreatedAt" / 864000000000) || ':' || "Value" WHERE "Kind" IN (6, 7, 8, 9)""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""UPDATE "OrderTerms" SET "Value" = SUBSTRING("Value" FROM POSITION(':' IN "Value") + 1) WHERE "Kind" IN (6, 7, 8, 9)""");
            migrationBuilder.Sql("""ALTER TABLE "OrderTerms" ALTER COLUMN "Value" TYPE character varying(200)""");
        }
    }
}
