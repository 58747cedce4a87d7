using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdminOrders.Core.Storage.Migrations.Sqlite
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
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "ChannelInbox",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    NotificationId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChannelOrderId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Payload = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    NextAt = table.Column<long>(type: "INTEGER", nullable: true),
                    HandledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Deed = table.Column<int>(type: "INTEGER", nullable: true),
                    Words = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    OrderId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChannelInbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ChannelOrders",
                columns: table => new
                {
                    Channel = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    ChannelOrderId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    OrderId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    CanceledItems = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    CanceledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CanceledFor = table.Column<int>(type: "INTEGER", nullable: true),
                    ReasonLabelId = table.Column<int>(type: "INTEGER", nullable: true),
                    ReasonText = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChannelOrders", x => new { x.Channel, x.ChannelOrderId });
                });

            migrationBuilder.CreateTable(
                name: "ChannelReasons",
                columns: table => new
                {
                    Channel = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ReasonId = table.Column<int>(type: "INTEGER", nullable: true)
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
                    Key = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    PolledTo = table.Column<long>(type: "INTEGER", nullable: true),
                    LastPollAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastSuccessAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastError = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    LastErrorAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Channels", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "ChannelSecrets",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndsAt = table.Column<long>(type: "INTEGER", nullable: true)
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
