using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdminOrders.Core.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Posts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "DeliveredDate",
                table: "Invoices",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "DispatchedDate",
                table: "Invoices",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<bool>(
                name: "IsDelivered",
                table: "Invoices",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Posted",
                table: "Invoices",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Steps",
                table: "Invoices",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.CreateTable(
                name: "CancelPosts",
                columns: table => new
                {
                    OrderKey = table.Column<long>(type: "bigint", nullable: false),
                    Credential = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    IdempotencyKey = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false, collation: "C"),
                    PostId = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    Number = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CancelPosts", x => new { x.OrderKey, x.Credential, x.IdempotencyKey });
                    table.ForeignKey(
                        name: "FK_CancelPosts_Orders_OrderKey",
                        column: x => x.OrderKey,
                        principalTable: "Orders",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "KeptAnswers",
                columns: table => new
                {
                    Credential = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    IdempotencyKey = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false, collation: "C"),
                    Fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Receipt = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true, collation: "C"),
                    ReceiptAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptAnswers", x => new { x.Credential, x.IdempotencyKey });
                });

            migrationBuilder.CreateIndex(
                name: "IX_KeptAnswers_At",
                table: "KeptAnswers",
                column: "At");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CancelPosts");

            migrationBuilder.DropTable(
                name: "KeptAnswers");

            migrationBuilder.DropColumn(
                name: "DeliveredDate",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "DispatchedDate",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "IsDelivered",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "Posted",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "Steps",
                table: "Invoices");
        }
    }
}
