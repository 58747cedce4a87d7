using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdminOrders.Core.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AppKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AppKeys",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Side = table.Column<int>(type: "INTEGER", nullable: false),
                    Party = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    SecondCall = table.Column<int>(type: "INTEGER", nullable: true),
                    TokenHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    PreviousHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    PreviousUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    IssuedById = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RotatedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RevokedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastUsedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AppKeys", x => x.Id);
                    table.CheckConstraint("CK_AppKeys_Previous", "(\"PreviousHash\" IS NULL) = (\"PreviousUntil\" IS NULL)");
                    table.CheckConstraint("CK_AppKeys_SecondCall", "\"SecondCall\" >= 0");
                    table.CheckConstraint("CK_AppKeys_Side", "(\"Side\" = 0 AND \"Party\" IS NULL) OR (\"Side\" IN (1, 2) AND \"Party\" IS NOT NULL)");
                });

            migrationBuilder.CreateTable(
                name: "AppKeyRoles",
                columns: table => new
                {
                    AppKeyId = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RoleId = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AppKeyRoles", x => new { x.AppKeyId, x.RoleId });
                    table.ForeignKey(
                        name: "FK_AppKeyRoles_AppKeys_AppKeyId",
                        column: x => x.AppKeyId,
                        principalTable: "AppKeys",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AppKeyRoles_AspNetRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "AspNetRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AppKeyRoles_RoleId",
                table: "AppKeyRoles",
                column: "RoleId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AppKeyRoles");

            migrationBuilder.DropTable(
                name: "AppKeys");
        }
    }
}
