using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdminOrders.Core.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Begin : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AspNetRoles",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetRoles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUsers",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    DisplayName = table.Column<string>(type: "TEXT", nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUsers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CancellationReasons",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    LabelId = table.Column<int>(type: "INTEGER", nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    MarketplaceCode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CancellationReasons", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Leases",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Leases", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "Orders",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrderId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Sequence = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    OrderGroup = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SellerOrderId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    MarketplaceOrderId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Origin = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    AffiliateId = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    SalesChannel = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    SellerId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SellerName = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    StatusBefore = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Value = table.Column<long>(type: "INTEGER", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastChangeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AuthorizedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    InvoicedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CustomerName = table.Column<string>(type: "TEXT", maxLength: 1001, nullable: false),
                    CustomerEmail = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    CustomerDocument = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ProductCount = table.Column<int>(type: "INTEGER", nullable: false),
                    PaymentNames = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    IsMarketplaceOrder = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsExternalSeller = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsMovedHere = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsPaymentRecorded = table.Column<bool>(type: "INTEGER", nullable: false),
                    OutputInvoices = table.Column<int>(type: "INTEGER", nullable: false),
                    InvoicedValue = table.Column<long>(type: "INTEGER", nullable: false),
                    InputInvoices = table.Column<int>(type: "INTEGER", nullable: false),
                    ReturnedValue = table.Column<long>(type: "INTEGER", nullable: false),
                    StatusDueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RequestDueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    OpenRequests = table.Column<int>(type: "INTEGER", nullable: false),
                    CustomerDeclinedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CanceledFor = table.Column<int>(type: "INTEGER", nullable: true),
                    CanceledBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    CanceledById = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    CanceledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CancelRequestId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    CancelReasonLabelId = table.Column<int>(type: "INTEGER", nullable: true),
                    CancelReceipt = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    DocumentHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Position = table.Column<long>(type: "INTEGER", nullable: false),
                    HistoryCount = table.Column<int>(type: "INTEGER", nullable: false),
                    LastHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Orders", x => x.Key);
                    table.CheckConstraint("CK_Orders_Amounts", "\"Value\" >= 0 AND \"InvoicedValue\" >= 0 AND \"ReturnedValue\" >= 0");
                    table.CheckConstraint("CK_Orders_Canceled", "\"Status\" <> 'canceled' OR (\"OpenRequests\" = 0 AND \"RequestDueAt\" IS NULL)");
                    table.CheckConstraint("CK_Orders_Counts", "\"OutputInvoices\" >= 0 AND \"InputInvoices\" >= 0 AND \"OpenRequests\" >= 0 AND \"HistoryCount\" >= 0");
                });

            migrationBuilder.CreateTable(
                name: "Positions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Last = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Positions", x => x.Id);
                    table.CheckConstraint("CK_Positions_One", "\"Id\" = 1");
                });

            migrationBuilder.CreateTable(
                name: "Settings",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Settings", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "Views",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Filter = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Views", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetRoleClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RoleId = table.Column<string>(type: "TEXT", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetRoleClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetRoleClaims_AspNetRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "AspNetRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    UserId = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserRoles",
                columns: table => new
                {
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    RoleId = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserRoles", x => new { x.UserId, x.RoleId });
                    table.ForeignKey(
                        name: "FK_AspNetUserRoles_AspNetRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "AspNetRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AspNetUserRoles_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CancellationReasonLabels",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ReasonId = table.Column<int>(type: "INTEGER", nullable: false),
                    En = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Es = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Pt = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CancellationReasonLabels", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CancellationReasonLabels_CancellationReasons_ReasonId",
                        column: x => x.ReasonId,
                        principalTable: "CancellationReasons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Alerts",
                columns: table => new
                {
                    OrderKey = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    RaisedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Alerts", x => new { x.OrderKey, x.Kind });
                    table.ForeignKey(
                        name: "FK_Alerts_Orders_OrderKey",
                        column: x => x.OrderKey,
                        principalTable: "Orders",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CancellationRequests",
                columns: table => new
                {
                    RequestId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    OrderKey = table.Column<long>(type: "INTEGER", nullable: false),
                    RequestedBy = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredBySide = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    EnteredByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    EnteredByIssuer = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ReasonLabelId = table.Column<int>(type: "INTEGER", nullable: true),
                    RequestedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ClosedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Receipt = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ClosedByHistoryId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CancellationRequests", x => new { x.OrderKey, x.RequestId });
                    table.ForeignKey(
                        name: "FK_CancellationRequests_Orders_OrderKey",
                        column: x => x.OrderKey,
                        principalTable: "Orders",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "History",
                columns: table => new
                {
                    Position = table.Column<long>(type: "INTEGER", nullable: false),
                    HistoryId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    OrderKey = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    KindVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ActorSide = table.Column<int>(type: "INTEGER", nullable: false),
                    ActorId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ActorName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Payload = table.Column<string>(type: "TEXT", nullable: false),
                    TextHashes = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_History", x => x.Position);
                    table.UniqueConstraint("AK_History_HistoryId", x => x.HistoryId);
                    table.ForeignKey(
                        name: "FK_History_Orders_OrderKey",
                        column: x => x.OrderKey,
                        principalTable: "Orders",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Invoices",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrderKey = table.Column<long>(type: "INTEGER", nullable: false),
                    Type = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Value = table.Column<long>(type: "INTEGER", nullable: false),
                    IssuedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Url = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    AccessKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Courier = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    TrackingNumber = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    TrackingUrl = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Invoices", x => x.Id);
                    table.CheckConstraint("CK_Invoices_Value", "\"Value\" >= 0");
                    table.ForeignKey(
                        name: "FK_Invoices_Orders_OrderKey",
                        column: x => x.OrderKey,
                        principalTable: "Orders",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OrderDocuments",
                columns: table => new
                {
                    OrderKey = table.Column<long>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrderDocuments", x => x.OrderKey);
                    table.ForeignKey(
                        name: "FK_OrderDocuments_Orders_OrderKey",
                        column: x => x.OrderKey,
                        principalTable: "Orders",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OrderItems",
                columns: table => new
                {
                    OrderKey = table.Column<long>(type: "INTEGER", nullable: false),
                    ItemIndex = table.Column<int>(type: "INTEGER", nullable: false),
                    SkuId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    InvoicedQuantity = table.Column<int>(type: "INTEGER", nullable: false),
                    RemovedQuantity = table.Column<int>(type: "INTEGER", nullable: false),
                    ReturnedQuantity = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitPrice = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrderItems", x => new { x.OrderKey, x.ItemIndex });
                    table.CheckConstraint("CK_OrderItems_Quantities", "\"Quantity\" >= 0 AND \"InvoicedQuantity\" >= 0 AND \"RemovedQuantity\" >= 0 AND \"ReturnedQuantity\" >= 0");
                    table.ForeignKey(
                        name: "FK_OrderItems_Orders_OrderKey",
                        column: x => x.OrderKey,
                        principalTable: "Orders",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OrderSearch",
                columns: table => new
                {
                    OrderKey = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrderSearch", x => x.OrderKey);
                    table.ForeignKey(
                        name: "FK_OrderSearch_Orders_OrderKey",
                        column: x => x.OrderKey,
                        principalTable: "Orders",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Payments",
                columns: table => new
                {
                    OrderKey = table.Column<long>(type: "INTEGER", nullable: false),
                    PaymentId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    TransactionId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SystemName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    PaymentGroup = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Installments = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Value = table.Column<long>(type: "INTEGER", nullable: false),
                    Captured = table.Column<long>(type: "INTEGER", nullable: false),
                    Refunded = table.Column<long>(type: "INTEGER", nullable: false),
                    Owed = table.Column<long>(type: "INTEGER", nullable: false),
                    OwedKind = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Payments", x => new { x.OrderKey, x.PaymentId });
                    table.CheckConstraint("CK_Payments_Amounts", "\"Value\" >= 0 AND \"Captured\" >= 0 AND \"Refunded\" >= 0 AND \"Owed\" >= 0");
                    table.CheckConstraint("CK_Payments_GivenBack", "\"Refunded\" + \"Owed\" <= (CASE WHEN \"Captured\" > \"Value\" THEN \"Captured\" ELSE \"Value\" END)");
                    table.ForeignKey(
                        name: "FK_Payments_Orders_OrderKey",
                        column: x => x.OrderKey,
                        principalTable: "Orders",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Reservations",
                columns: table => new
                {
                    OrderKey = table.Column<long>(type: "INTEGER", nullable: false),
                    ReservationId = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    ItemIndex = table.Column<int>(type: "INTEGER", nullable: false),
                    WarehouseId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SkuId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Reserved = table.Column<int>(type: "INTEGER", nullable: false),
                    Released = table.Column<int>(type: "INTEGER", nullable: false),
                    Consumed = table.Column<int>(type: "INTEGER", nullable: false),
                    Destination = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reservations", x => new { x.OrderKey, x.ReservationId });
                    table.CheckConstraint("CK_Reservations_Held", "\"Released\" + \"Consumed\" <= \"Reserved\"");
                    table.CheckConstraint("CK_Reservations_Units", "\"Reserved\" >= 0 AND \"Released\" >= 0 AND \"Consumed\" >= 0");
                    table.ForeignKey(
                        name: "FK_Reservations_Orders_OrderKey",
                        column: x => x.OrderKey,
                        principalTable: "Orders",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Deliveries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrderKey = table.Column<long>(type: "INTEGER", nullable: false),
                    HistoryId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Consumer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    NextAttemptAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastAnswer = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deliveries", x => x.Id);
                    table.CheckConstraint("CK_Deliveries_Attempts", "\"Attempts\" >= 0");
                    table.ForeignKey(
                        name: "FK_Deliveries_History_HistoryId",
                        column: x => x.HistoryId,
                        principalTable: "History",
                        principalColumn: "HistoryId",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "HistoryTexts",
                columns: table => new
                {
                    HistoryId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    OrderKey = table.Column<long>(type: "INTEGER", nullable: false),
                    Salt = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HistoryTexts", x => new { x.HistoryId, x.Name });
                    table.ForeignKey(
                        name: "FK_HistoryTexts_History_HistoryId",
                        column: x => x.HistoryId,
                        principalTable: "History",
                        principalColumn: "HistoryId",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InvoiceItems",
                columns: table => new
                {
                    InvoiceId = table.Column<long>(type: "INTEGER", nullable: false),
                    ItemIndex = table.Column<int>(type: "INTEGER", nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InvoiceItems", x => new { x.InvoiceId, x.ItemIndex });
                    table.CheckConstraint("CK_InvoiceItems_Quantity", "\"Quantity\" >= 0");
                    table.ForeignKey(
                        name: "FK_InvoiceItems_Invoices_InvoiceId",
                        column: x => x.InvoiceId,
                        principalTable: "Invoices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "Leases",
                columns: new[] { "Name", "Owner", "Until" },
                values: new object[] { "timers", "", 0L });

            migrationBuilder.InsertData(
                table: "Positions",
                columns: new[] { "Id", "Last" },
                values: new object[] { 1, 0L });

            migrationBuilder.CreateIndex(
                name: "IX_AspNetRoleClaims_RoleId",
                table: "AspNetRoleClaims",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "RoleNameIndex",
                table: "AspNetRoles",
                column: "NormalizedName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserRoles_RoleId",
                table: "AspNetUserRoles",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "AspNetUsers",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "AspNetUsers",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CancellationReasonLabels_ReasonId",
                table: "CancellationReasonLabels",
                column: "ReasonId");

            migrationBuilder.CreateIndex(
                name: "IX_CancellationReasons_Code",
                table: "CancellationReasons",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_HistoryId_Consumer",
                table: "Deliveries",
                columns: new[] { "HistoryId", "Consumer" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_OrderKey",
                table: "Deliveries",
                column: "OrderKey");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Owed",
                table: "Deliveries",
                columns: new[] { "NextAttemptAt", "Id" },
                filter: "\"State\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_History_OrderKey_Number",
                table: "History",
                columns: new[] { "OrderKey", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_HistoryTexts_OrderKey",
                table: "HistoryTexts",
                column: "OrderKey");

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_OrderKey_Type_Number",
                table: "Invoices",
                columns: new[] { "OrderKey", "Type", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Orders_CreatedAt_Key",
                table: "Orders",
                columns: new[] { "CreatedAt", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_Orders_LastChangeAt_Key",
                table: "Orders",
                columns: new[] { "LastChangeAt", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_Orders_OpenRequests_CreatedAt",
                table: "Orders",
                columns: new[] { "CreatedAt", "Key" },
                filter: "\"OpenRequests\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_OpenRequests_LastChangeAt",
                table: "Orders",
                columns: new[] { "LastChangeAt", "Key" },
                filter: "\"OpenRequests\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_OpenRequests_Status",
                table: "Orders",
                columns: new[] { "Status", "CreatedAt", "Key" },
                filter: "\"OpenRequests\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_OpenRequests_Value",
                table: "Orders",
                columns: new[] { "Value", "Key" },
                filter: "\"OpenRequests\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_OrderId",
                table: "Orders",
                column: "OrderId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Orders_Origin_CreatedAt_Key",
                table: "Orders",
                columns: new[] { "Origin", "CreatedAt", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_Orders_Position",
                table: "Orders",
                column: "Position");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_RequestDueAt_Key",
                table: "Orders",
                columns: new[] { "RequestDueAt", "Key" },
                filter: "\"RequestDueAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_SellerId_CreatedAt_Key",
                table: "Orders",
                columns: new[] { "SellerId", "CreatedAt", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_Orders_Sequence",
                table: "Orders",
                column: "Sequence");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_Status_CreatedAt_Key",
                table: "Orders",
                columns: new[] { "Status", "CreatedAt", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_Orders_Status_LastChangeAt_Key",
                table: "Orders",
                columns: new[] { "Status", "LastChangeAt", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_Orders_Status_Value_Key",
                table: "Orders",
                columns: new[] { "Status", "Value", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_Orders_StatusDueAt_Key",
                table: "Orders",
                columns: new[] { "StatusDueAt", "Key" },
                filter: "\"StatusDueAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_Value_Key",
                table: "Orders",
                columns: new[] { "Value", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_Views_CreatedAt",
                table: "Views",
                column: "CreatedAt");

            // The engine's own part: a trigram index over the folded text, kept by triggers.
            migrationBuilder.Sql(
                """
                CREATE VIRTUAL TABLE "OrderSearchIndex" USING fts5("Text", content='OrderSearch', content_rowid='OrderKey', tokenize='trigram');
                """);
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "OrderSearch_Inserted" AFTER INSERT ON "OrderSearch" BEGIN
                    INSERT INTO "OrderSearchIndex"(rowid, "Text") VALUES (new."OrderKey", new."Text");
                END;
                """);
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "OrderSearch_Deleted" AFTER DELETE ON "OrderSearch" BEGIN
                    INSERT INTO "OrderSearchIndex"("OrderSearchIndex", rowid, "Text") VALUES ('delete', old."OrderKey", old."Text");
                END;
                """);
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "OrderSearch_Updated" AFTER UPDATE ON "OrderSearch" BEGIN
                    INSERT INTO "OrderSearchIndex"("OrderSearchIndex", rowid, "Text") VALUES ('delete', old."OrderKey", old."Text");
                    INSERT INTO "OrderSearchIndex"(rowid, "Text") VALUES (new."OrderKey", new."Text");
                END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""DROP TABLE "OrderSearchIndex";""");

            migrationBuilder.DropTable(
                name: "Alerts");

            migrationBuilder.DropTable(
                name: "AspNetRoleClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserRoles");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "CancellationReasonLabels");

            migrationBuilder.DropTable(
                name: "CancellationRequests");

            migrationBuilder.DropTable(
                name: "Deliveries");

            migrationBuilder.DropTable(
                name: "HistoryTexts");

            migrationBuilder.DropTable(
                name: "InvoiceItems");

            migrationBuilder.DropTable(
                name: "Leases");

            migrationBuilder.DropTable(
                name: "OrderDocuments");

            migrationBuilder.DropTable(
                name: "OrderItems");

            migrationBuilder.DropTable(
                name: "OrderSearch");

            migrationBuilder.DropTable(
                name: "Payments");

            migrationBuilder.DropTable(
                name: "Positions");

            migrationBuilder.DropTable(
                name: "Reservations");

            migrationBuilder.DropTable(
                name: "Settings");

            migrationBuilder.DropTable(
                name: "Views");

            migrationBuilder.DropTable(
                name: "AspNetRoles");

            migrationBuilder.DropTable(
                name: "AspNetUsers");

            migrationBuilder.DropTable(
                name: "CancellationReasons");

            migrationBuilder.DropTable(
                name: "History");

            migrationBuilder.DropTable(
                name: "Invoices");

            migrationBuilder.DropTable(
                name: "Orders");
        }
    }
}
