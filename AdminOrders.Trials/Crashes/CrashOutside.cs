namespace AdminOrders.Trials.Crashes;

/// <summary>All whom a server owes something, on ports of this machine; no crash of the server ends them.</summary>
internal sealed class CrashOutside : IAsyncDisposable
{
    private readonly LastingServer provider;
    private readonly LastingServer amazon;

    private CrashOutside(CrashProvider asked, LastingServer provider, CrashAmazon told, LastingServer amazon) =>
        (Provider, this.provider, Amazon, this.amazon) = (asked, provider, told, amazon);

    public CrashProvider Provider { get; }

    public CrashAmazon Amazon { get; }

    /// <summary>What Amazon notifies of.</summary>
    public Notifications Notifications { get; } = new();

    public string ProviderAddress => provider.Address;

    public string AmazonAddress => amazon.Address;

    /// <summary>What a server has to be told to ask here.</summary>
    public IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("Outside__Allowed", $"{ProviderAddress},{AmazonAddress}"), new("Outside__Timeout", "00:00:02"),
        new("Payments__Provider__Address", ProviderAddress), new("Payments__Provider__AppKey", "trial"), new("Payments__Provider__AppToken", "trial"),
        new("Channels__Amazon__Endpoint", AmazonAddress), new("Channels__Amazon__TokenAddress", AmazonAddress + CrashAmazon.TokenPath),
        new("Channels__Amazon__ClientId", "trial"), new("Channels__Amazon__ClientSecret", "trial"), new("Channels__Amazon__RefreshToken", "trial"),
        new("Channels__Amazon__MarketplaceIds", "A2Q3Y263D00KWC"),
    ];

    public static async Task<CrashOutside> Start(CancellationToken cancellationToken)
    {
        var (asked, told) = (new CrashProvider(), new CrashAmazon());
        return new(asked, await LastingServer.Start(asked.Answer, cancellationToken), told, await LastingServer.Start(told.Answer, cancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        await provider.DisposeAsync();
        await amazon.DisposeAsync();
    }
}
