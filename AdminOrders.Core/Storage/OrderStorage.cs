using System.Data.Common;
using AdminOrders.Core.Documents;
using AdminOrders.Core.Sample;
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
        services.AddSingleton(provider => StoreFile.From(
            configuration, provider.GetService<IHostEnvironment>()?.ContentRootPath ?? AppContext.BaseDirectory));
        services.AddSingleton<StoreSource, SqliteSource>();
        services.AddSingleton<DbDataSource>(provider => provider.GetRequiredService<StoreSource>());
        services.AddSingleton<IDbContextFactory<OrdersDb>, OrdersDbFactory>();
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<OrdersDb>>().CreateDbContext());
        services.AddSingleton<CancellationReasons>();
        services.AddSingleton<PolicySetting>();
        services.AddSingleton<OrderWorkflow>();
        services.AddSingleton<TimerRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<TimerRunner>());
        services.AddSingleton<OrderReader>();
        services.AddSingleton<OrderFeed>();
        services.AddSingleton<OrderViewStore>();
        services.AddSingleton<OrderDetails>();
        services.AddSingleton<OrderImport>();
        services.AddSingleton<StoreVerification>();
        services.AddSingleton<SampleStore>();
        return services;
    }

    /// <summary>Makes the folder, applies the migrations, asserts the engine's promises, gives a new store its reasons. Call it before the host starts.</summary>
    public static async Task MigrateStorage(this IServiceProvider services, CancellationToken cancellationToken = default)
    {
        Directory.CreateDirectory(services.GetRequiredService<StoreFile>().Folder);
        var factory = services.GetRequiredService<IDbContextFactory<OrdersDb>>();
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        SqlitePragmas.Assert(db.Database.GetDbConnection());
        await using var writers = await services.GetRequiredService<StoreSource>().OpenConnectionAsync(cancellationToken);
        SqlitePragmas.Assert(writers);
        await DefaultReasons.InsertInto(db, cancellationToken);
    }
}

internal sealed class OrdersDbFactory(StoreFile location) : IDbContextFactory<OrdersDb>
{
    private readonly DbContextOptions<SqliteOrdersDb> options = new DbContextOptionsBuilder<SqliteOrdersDb>()
        .UseSqlite(location.ConnectionString)
        .AddInterceptors(new SqlitePragmas())
        .Options;

    public OrdersDb CreateDbContext() => new SqliteOrdersDb(options);
}
