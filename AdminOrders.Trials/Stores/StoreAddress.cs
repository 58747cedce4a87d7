using Microsoft.Extensions.Configuration;

namespace AdminOrders.Trials.Stores;

/// <summary>Where a store is: what <c>Storage:Provider</c> and <c>Storage:ConnectionString</c> say.</summary>
internal sealed record StoreAddress(string Provider, string ConnectionString)
{
    public IConfiguration Configuration => new ConfigurationBuilder()
        .AddInMemoryCollection([new("Storage:Provider", Provider), new("Storage:ConnectionString", ConnectionString)]).Build();
}
