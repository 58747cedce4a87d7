using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AdminOrders.Core.Storage.Postgres;

/// <summary>The model on PostgreSQL: texts compare byte by byte as on SQLite, whatever the database's language, and the search has a trigram index.</summary>
public sealed class PostgresOrdersDb(DbContextOptions<PostgresOrdersDb> options) : OrdersDb(options)
{
    internal const string TrigramExtension = "pg_trgm";

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<string>().UseCollation("C");

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.HasPostgresExtension(TrigramExtension);
        builder.Entity<OrderSearchRow>().HasIndex(row => row.Text).HasMethod("gin").HasOperators("gin_trgm_ops");
        MapKeys(builder.Entity<CookieKeyRow>());
    }

    private static void MapKeys(EntityTypeBuilder<CookieKeyRow> key)
    {
        key.ToTable("CookieKeys");
        key.HasKey(row => row.Name);
        key.Property(row => row.Name).HasMaxLength(200);
    }
}

/// <summary>A key that protects cookies, as XML: servers that share a store share what they sign. Beside a file these lie in a folder.</summary>
public sealed class CookieKeyRow
{
    public required string Name { get; set; }

    public required string Xml { get; set; }
}

internal sealed class PostgresOrdersDbAtDesignTime : IDesignTimeDbContextFactory<PostgresOrdersDb>
{
    public PostgresOrdersDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresOrdersDb>().UseNpgsql("Host=localhost;Database=orders").Options);
}
