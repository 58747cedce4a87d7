using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace AdminOrders.Core.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Channels : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsFulfilledByChannel",
                table: "Orders",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "ChannelInbox",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Channel = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false, collation: "C"),
                    NotificationId = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    ReceivedAt = table.Column<long>(type: "bigint", nullable: false),
                    ChannelOrderId = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    Payload = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C"),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    NextAt = table.Column<long>(type: "bigint", nullable: true),
                    HandledAt = table.Column<long>(type: "bigint", nullable: true),
                    Deed = table.Column<int>(type: "integer", nullable: true),
                    Words = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    OrderId = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChannelInbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ChannelOrders",
                columns: table => new
                {
                    Channel = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false, collation: "C"),
                    ChannelOrderId = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    OrderId = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false),
                    CanceledItems = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C"),
                    CanceledAt = table.Column<long>(type: "bigint", nullable: true),
                    CanceledFor = table.Column<int>(type: "integer", nullable: true),
                    ReasonLabelId = table.Column<int>(type: "integer", nullable: true),
                    ReasonText = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChannelOrders", x => new { x.Channel, x.ChannelOrderId });
                });

            migrationBuilder.CreateTable(
                name: "ChannelReasons",
                columns: table => new
                {
                    Channel = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false, collation: "C"),
                    Words = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    ReasonId = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChannelReasons", x => new { x.Channel, x.Words });
                    table.ForeignKey(
                        name: "FK_ChannelReasons_CancellationReasons_ReasonId",
                        column: x => x.ReasonId,
                        principalTable: "CancellationReasons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Channels",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false, collation: "C"),
                    PolledTo = table.Column<long>(type: "bigint", nullable: true),
                    LastPollAt = table.Column<long>(type: "bigint", nullable: true),
                    LastSuccessAt = table.Column<long>(type: "bigint", nullable: true),
                    LastError = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    LastErrorAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Channels", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "ChannelSecrets",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Channel = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false, collation: "C"),
                    Hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    MadeAt = table.Column<long>(type: "bigint", nullable: false),
                    EndsAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChannelSecrets", x => x.Id);
                });

            migrationBuilder.InsertData(
                table: "Leases",
                columns: new[] { "Name", "Owner", "Until" },
                values: new object[] { "channel-amazon", "", 0L });

            migrationBuilder.CreateIndex(
                name: "IX_ChannelInbox_Channel_ChannelOrderId",
                table: "ChannelInbox",
                columns: new[] { "Channel", "ChannelOrderId" });

            migrationBuilder.CreateIndex(
                name: "IX_ChannelInbox_Channel_NextAt",
                table: "ChannelInbox",
                columns: new[] { "Channel", "NextAt" },
                filter: "\"NextAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ChannelInbox_Channel_NotificationId",
                table: "ChannelInbox",
                columns: new[] { "Channel", "NotificationId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChannelOrders_OrderId",
                table: "ChannelOrders",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_ChannelReasons_ReasonId",
                table: "ChannelReasons",
                column: "ReasonId");

            migrationBuilder.CreateIndex(
                name: "IX_ChannelSecrets_Channel",
                table: "ChannelSecrets",
                column: "Channel");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ChannelInbox");

            migrationBuilder.DropTable(
                name: "ChannelOrders");

            migrationBuilder.DropTable(
                name: "ChannelReasons");

            migrationBuilder.DropTable(
                name: "Channels");

            migrationBuilder.DropTable(
                name: "ChannelSecrets");

            migrationBuilder.DeleteData(
                table: "Leases",
                keyColumn: "Name",
                keyValue: "channel-amazon");

            migrationBuilder.DropColumn(
                name: "IsFulfilledByChannel",
                table: "Orders");
        }
    }
}
