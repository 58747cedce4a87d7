using AdminOrders.Core.Storage.Bulk;
using AdminOrders.Core.Storage.Channels;
using AdminOrders.Core.Storage.Counters;
using AdminOrders.Core.Storage.Export;
using AdminOrders.Core.Storage.Stock;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Storage;

/// <summary>The model of the store: orders with what belongs to them, accounts, settings. Reads only; orders change through <see cref="OrderWorkflow"/>.</summary>
public class OrdersDb(DbContextOptions options) : IdentityDbContext<User, Role, string>(options)
{
    public DbSet<OrderRow> Orders => Set<OrderRow>();

    public DbSet<OrderItemRow> OrderItems => Set<OrderItemRow>();

    public DbSet<InvoiceRow> Invoices => Set<InvoiceRow>();

    public DbSet<InvoiceItemRow> InvoiceItems => Set<InvoiceItemRow>();

    public DbSet<PaymentRow> Payments => Set<PaymentRow>();

    public DbSet<ReservationRow> Reservations => Set<ReservationRow>();

    public DbSet<StockLevelRow> StockLevels => Set<StockLevelRow>();

    public DbSet<LooseReservationRow> LooseReservations => Set<LooseReservationRow>();

    public DbSet<LooseUnitsRow> LooseUnits => Set<LooseUnitsRow>();

    public DbSet<StockMovementRow> StockMovements => Set<StockMovementRow>();

    public DbSet<CancellationRequestRow> CancellationRequests => Set<CancellationRequestRow>();

    public DbSet<HistoryRow> History => Set<HistoryRow>();

    public DbSet<HistoryTextRow> HistoryTexts => Set<HistoryTextRow>();

    public DbSet<DeliveryRow> Deliveries => Set<DeliveryRow>();

    public DbSet<OrderDocumentRow> OrderDocuments => Set<OrderDocumentRow>();

    public DbSet<OrderSearchRow> OrderSearch => Set<OrderSearchRow>();

    public DbSet<OrderTermRow> OrderTerms => Set<OrderTermRow>();

    public DbSet<SkuNameRow> SkuNames => Set<SkuNameRow>();

    public DbSet<OrderCounterRow> OrderCounters => Set<OrderCounterRow>();

    public DbSet<AlertRow> Alerts => Set<AlertRow>();

    public DbSet<SealRow> Seals => Set<SealRow>();

    public DbSet<RestoreRow> Restores => Set<RestoreRow>();

    public DbSet<PositionRow> Positions => Set<PositionRow>();

    public DbSet<LeaseRow> Leases => Set<LeaseRow>();

    public DbSet<CancellationReasonRow> CancellationReasons => Set<CancellationReasonRow>();

    public DbSet<CancellationReasonLabelRow> CancellationReasonLabels => Set<CancellationReasonLabelRow>();

    public DbSet<ViewRow> Views => Set<ViewRow>();

    public DbSet<SavedViewRow> SavedViews => Set<SavedViewRow>();

    public DbSet<ListLayoutRow> ListLayouts => Set<ListLayoutRow>();

    public DbSet<CancelPostRow> CancelPosts => Set<CancelPostRow>();

    public DbSet<KeptAnswerRow> KeptAnswers => Set<KeptAnswerRow>();

    public DbSet<SettingRow> Settings => Set<SettingRow>();

    public DbSet<CustomerLinkKeyRow> CustomerLinkKeys => Set<CustomerLinkKeyRow>();

    public DbSet<AppKeyRow> AppKeys => Set<AppKeyRow>();

    public DbSet<AppKeyRoleRow> AppKeyRoles => Set<AppKeyRoleRow>();

    public DbSet<ChannelRow> Channels => Set<ChannelRow>();

    public DbSet<ChannelInboxRow> ChannelInbox => Set<ChannelInboxRow>();

    public DbSet<ChannelOrderRow> ChannelOrders => Set<ChannelOrderRow>();

    public DbSet<ChannelSecretRow> ChannelSecrets => Set<ChannelSecretRow>();

    public DbSet<ChannelReasonRow> ChannelReasons => Set<ChannelReasonRow>();

    public DbSet<BulkJobRow> BulkJobs => Set<BulkJobRow>();

    public DbSet<BulkItemRow> BulkItems => Set<BulkItemRow>();

    public DbSet<ExportRow> Exports => Set<ExportRow>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(OrdersDb).Assembly);
    }
}
