using AdminOrders.Core.Storage;
using Microsoft.Extensions.Configuration;

namespace AdminOrders.Tests.Storage;

public sealed class StoreSourceTests
{
    private const string Somewhere = "Host=db.example;Database=orders;Username=admin;Password=secret";

    [Theory]
    [InlineData("Sqlite", false)]
    [InlineData("sqlite", false)]
    [InlineData("Postgres", true)]
    [InlineData("PostgreSQL", true)]
    [InlineData("POSTGRES", true)]
    public void The_provider_is_known_in_any_case(string provider, bool isShared)
    {
        using var source = StoreSource.Of(provider, isShared ? Somewhere : "Data Source=orders.db", "/srv/orders");
        Assert.Equal(isShared, source.IsShared);
        Assert.Equal(isShared ? "/srv/orders/data" : "/srv/orders", source.Folder);
    }

    [Fact]
    public void Without_settings_the_store_is_a_file_beside_the_program()
    {
        using var source = StoreSource.From(new ConfigurationBuilder().Build(), "/srv/orders");
        Assert.Equal("/srv/orders/data", source.Folder);
    }

    [Theory]
    [InlineData("Oracle", "Data Source=orders.db")]
    [InlineData("Sqlite", "")]
    [InlineData("Sqlite", "Data Source=:memory:")]
    [InlineData("Sqlite", Somewhere)]
    [InlineData("Postgres", null)]
    [InlineData("Postgres", "Data Source=data/orders.db;Foreign Keys=True")]
    [InlineData("Postgres", "Host=db.example;Username=admin;Password=secret")]
    public void What_names_no_store_is_refused_and_no_password_is_repeated(string provider, string? connectionString)
    {
        var refused = Assert.Throws<StoreUnusableException>(() => StoreSource.Of(provider, connectionString, "/srv/orders"));
        Assert.DoesNotContain("secret", refused.ToString(), StringComparison.Ordinal);
    }
}
