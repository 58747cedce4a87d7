using System.Data.Common;
using AdminOrders.Core.Documents;
using AdminOrders.Core.Effects;
using AdminOrders.Core.Sample;
using AdminOrders.Core.Storage.Bulk;
using AdminOrders.Core.Storage.Channels;
using AdminOrders.Core.Storage.Copying;
using AdminOrders.Core.Storage.Export;
using AdminOrders.Core.Storage.Health;
using AdminOrders.Core.Storage.Insights;
using AdminOrders.Core.Storage.Stock;
using AdminOrders.Core.Storage.Verification;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace AdminOrders.Core.Storage;

/// <summary>What a host says to have the store.</summary>
public static class OrderStorage
{
    /// <summary>
    /// Registers the store: <see cref="IDbContextFactory{TContext}"/> and scoped <see cref="OrdersDb"/>, the workflow, the reads,
    /// reasons and policy. Configuration: <c>Storage:Provider</c>, <c>Storage:ConnectionString</c>.
    /// </summary>
    public static IServiceCollection AddOrderStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => StoreSource.From(
            configuration, provider.GetService<IHostEnvironment>()?.ContentRootPath ?? AppContext.BaseDirectory));
        services.AddSingleton<DbDataSource>(provider => provider.GetRequiredService<StoreSource>());
        services.AddSingleton<IDbContextFactory<OrdersDb>, OrdersDbFactory>();
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<OrdersDb>>().CreateDbContext());
        services.AddSingleton<CancellationReasons>();
        services.AddSingleton<PolicySetting>();
        services.AddSingleton<CustomerLinks>();
        services.AddSingleton(PublicAddress.From(configuration));
        services.AddSingleton<AppKeys>();
        services.AddSingleton<AppKeyUse>();
        services.AddHostedService(provider => provider.GetRequiredService<AppKeyUse>());
        services.AddSingleton<AppKeyDoor>().AddSingleton<UserDoor>();
        services.AddSingleton<OrderWorkflow>();
        services.AddSingleton<TimerRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<TimerRunner>());
        services.AddSingleton<SealRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<SealRunner>());
        services.AddSingleton<OrderReader>();
        services.AddSingleton<OrderPages>();
        services.AddSingleton<OrderCounts>().AddSingleton<InsightReader>();
        services.AddSingleton<OrderFeed>();
        services.AddQueues();
        services.AddJobs(configuration);
        services.AddChannelStorage();
        services.AddSingleton<LimitChoices>();
        services.AddSingleton<Colleagues>();
        services.AddSingleton<Cancelers>();
        services.AddSingleton<OrderViewStore>().AddSingleton<SavedViews>().AddSingleton<ListLayouts>();
        services.AddSingleton<OrderDetails>();
        services.AddSingleton<OrderRecords>();
        services.AddSingleton<OrderComments>();
        services.AddSingleton<OrderImport>();
        services.AddSingleton<StoreVerification>();
        services.AddSingleton<BackgroundVerification>();
        services.AddSingleton<StoreHealth>();
        services.AddSingleton<TimerReader>();
        services.AddSingleton<SampleStore>();
        return services;
    }

    // What goes on when who began it has left.
    private static void AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ActorReader>();
        services.AddSingleton<JobWatch>();
        services.AddBulk();
        services.AddExports(configuration);
    }

    private static void AddExports(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(provider => ExportSettings.From(configuration, provider.GetRequiredService<StoreSource>().Folder));
        services.AddSingleton<OrderExport>();
        services.AddSingleton<ExportFiles>();
        services.AddSingleton<ExportWriting>();
        services.AddSingleton<PastExports>();
        services.AddSingleton<ExportRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<ExportRunner>());
    }

    private static void AddBulk(this IServiceCollection services)
    {
        services.AddSingleton<BulkReader>();
        services.AddSingleton<BulkResults>();
        services.AddSingleton<BulkOutlook>();
        services.AddSingleton<BulkSnapshot>();
        services.AddSingleton<BulkJobs>();
        services.AddSingleton<BulkRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<BulkRunner>());
    }

    private static void AddChannelStorage(this IServiceCollection services)
    {
        services.AddSingleton<ChannelInbox>();
        services.AddSingleton<ChannelOrders>();
        services.AddSingleton<ChannelProgress>();
        services.AddSingleton<ChannelReasons>();
        services.AddSingleton<ChannelSecrets>();
        services.AddSingleton<ChannelReader>();
        services.AddSingleton<ChannelWatch>();
    }

    // What orders leave to be done: requests to answer, effects to work off, units to count.
    private static void AddQueues(this IServiceCollection services)
    {
        services.AddSingleton<RequestReader>();
        services.AddSingleton<RequestCounts>();
        services.AddSingleton<EffectPulse>();
        services.AddSingleton<UnfinishedReader>();
        services.AddSingleton<UnfinishedCounts>();
        services.AddSingleton<StockWatch>();
        services.AddSingleton<StockReader>();
        services.AddSingleton<StockDetails>();
        services.AddSingleton<StockCounts>();
        services.AddSingleton<LooseReservations>();
        services.AddSingleton<StockLocks>();
        services.AddSingleton<StockCountFile>();
    }

    /// <summary>Prepares the engine, applies the migrations, asserts the engine's promises, gives a new store its reasons. Call it before the host starts.</summary>
    /// <exception cref="StoreUnusableException">
    /// The engine does not keep a promise, its owner has to do something first, or the store is an incomplete copy; the text says which.
    /// </exception>
    public static async Task MigrateStorage(this IServiceProvider services, CancellationToken cancellationToken = default)
    {
        var source = services.GetRequiredService<StoreSource>();
        await source.Migrate(cancellationToken);
        await using (var connection = await source.OpenConnectionAsync(cancellationToken))
        {
            CopyMark.Refuse(connection);
        }

        await DefaultReasons.InsertInto(source, cancellationToken);
    }

    /// <summary>Whether there is a store at all; none is made.</summary>
    public static async Task<bool> HasStorage(this IServiceProvider services, CancellationToken cancellationToken = default)
    {
        await using var db = services.GetRequiredService<StoreSource>().CreateContext();
        return (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Any();
    }

    /// <summary>Makes sure of a store that is there, and leaves it as it is: nothing is made and no migration applied. One that is damaged is left to whoever reads it.</summary>
    /// <param name="mayBeOlder">Whether it may be of an older version.</param>
    /// <exception cref="StoreUnusableException">There is none, it is of a version that does not do, or it is an incomplete copy; the text says which.</exception>
    public static async Task FindStorage(this IServiceProvider services, bool mayBeOlder, CancellationToken cancellationToken = default)
    {
        var source = services.GetRequiredService<StoreSource>();
        try
        {
            if (!await services.HasStorage(cancellationToken))
            {
                throw new StoreUnusableException($"There is no store at {source.Place}. Nothing was made.");
            }

            await RefuseOtherVersions(source, mayBeOlder, cancellationToken);
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            CopyMark.Refuse(connection);
        }
        catch (DbException damage) when (source.IsDamage(damage))
        {
            // Named by what is done with it.
        }
    }

    private static async Task RefuseOtherVersions(StoreSource source, bool mayBeOlder, CancellationToken cancellationToken)
    {
        await using var db = source.CreateContext();
        await NewerSchema.Refuse(db, cancellationToken);
        if (!mayBeOlder && (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            throw new StoreUnusableException(
                $"The store at {source.Place} was last used by an older version of this program. Save it (backup), start this version on it once, and try again. Nothing was changed.");
        }
    }
}

internal sealed class OrdersDbFactory(StoreSource source) : IDbContextFactory<OrdersDb>
{
    public OrdersDb CreateDbContext() => source.CreateContext();
}
