namespace AdminOrders.Trials.Crashes;

/// <summary>All whom a server owes something, on ports of this machine; no crash of the server ends them.</summary>
internal sealed class CrashOutside : IAsyncDisposable
{
    private readonly LastingServer provider;
    private readonly LastingServer amazon;
    private readonly LastingServer seller;

    private CrashOutside(LastingServer provider, LastingServer amazon, LastingServer seller) => (this.provider, this.amazon, this.seller) = (provider, amazon, seller);

    public required CrashProvider Provider { get; init; }

    public required CrashAmazon Amazon { get; init; }

    public required CrashSeller Seller { get; init; }

    /// <summary>What Amazon notifies of.</summary>
    public required Notifications Notifications { get; init; }

    public string ProviderAddress => provider.Address;

    public string AmazonAddress => amazon.Address;

    public string SellerAddress => seller.Address;

    /// <summary>What a server has to be told to ask here.</summary>
    public IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("Outside__Allowed", $"{ProviderAddress},{AmazonAddress},{SellerAddress}"), new("Outside__Timeout", "00:00:02"),
        new("Payments__Provider__Address", ProviderAddress), new("Payments__Provider__AppKey", "trial"), new("Payments__Provider__AppToken", "trial"),
        new("Channels__Amazon__Endpoint", AmazonAddress), new("Channels__Amazon__TokenAddress", AmazonAddress + CrashAmazon.TokenPath),
        new("Channels__Amazon__ClientId", "trial"), new("Channels__Amazon__ClientSecret", "trial"), new("Channels__Amazon__RefreshToken", "trial"),
        new("Channels__Amazon__MarketplaceIds", "A2Q3Y263D00KWC"), new("Channels__Amazon__Lease", "00:00:01"),
        new("Sellers__0__SellerId", CrashSeller.Id), new("Sellers__0__FulfillmentEndpoint", SellerAddress),
    ];

    public static async Task<CrashOutside> Start(CancellationToken cancellationToken)
    {
        var (provider, amazon, seller) = (new CrashProvider(), new CrashAmazon(), new CrashSeller());
        return new(
            await LastingServer.Start(provider.Answer, cancellationToken), await LastingServer.Start(amazon.Answer, cancellationToken), await LastingServer.Start(seller.Answer, cancellationToken))
        {
            Provider = provider,
            Amazon = amazon,
            Notifications = new(amazon.Sales),
            Seller = seller,
        };
    }

    public async ValueTask DisposeAsync()
    {
        await provider.DisposeAsync();
        await amazon.DisposeAsync();
        await seller.DisposeAsync();
    }
}
