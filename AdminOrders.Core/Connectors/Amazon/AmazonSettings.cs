using System.Collections.Immutable;
using AdminOrders.Core.Connectors.Outside;
using AdminOrders.Core.Storage.Channels;
using Microsoft.Extensions.Configuration;

namespace AdminOrders.Core.Connectors.Amazon;

/// <summary>The Amazon account whose orders are brought in and canceled.</summary>
/// <param name="Endpoint">Of the Selling Partner API, by region; ends with a slash.</param>
/// <param name="TokenAddress">Of Login with Amazon.</param>
/// <param name="MarketplaceIds">Whose orders are asked for, 1 to 50.</param>
internal sealed record AmazonSettings(
    string ClientId, string ClientSecret, string RefreshToken, Uri Endpoint, Uri TokenAddress, ImmutableArray<string> MarketplaceIds)
{
    private const string Prefix = "Channels:Amazon:";
    private const string NorthAmerica = "https://sellingpartnerapi-na.amazon.com";
    private const string LoginWithAmazon = "https://api.amazon.com/auth/o2/token";
    private const int MostMarketplaces = 50;
    private static readonly TimeSpan LongestLease = TimeSpan.FromHours(1);
    private static readonly string[] Needed = ["ClientId", "ClientSecret", "RefreshToken", "MarketplaceIds"];
    private static readonly string[] Others = ["Endpoint", "TokenAddress", "AffiliateId", "SellerId", "WarehouseId", "DefaultPostalCode", "Lease"];

    /// <summary>By which name the store's orders know Amazon.</summary>
    public string AffiliateId { get; init; } = "AMZ";

    /// <summary>Who sells, in imported orders: the store's own id.</summary>
    public string SellerId { get; init; } = "1";

    /// <summary>The warehouse that holds the stock of imported orders.</summary>
    public string WarehouseId { get; init; } = "1_1";

    /// <summary>Where an order goes for as long as Amazon keeps its address; null: nowhere.</summary>
    public string? DefaultPostalCode { get; init; }

    /// <summary>For how long after its last turn no other process asks Amazon: as long nobody does when it is killed.</summary>
    public TimeSpan Lease { get; init; } = ChannelLease.Length;

    /// <summary>
    /// Reads <c>Channels:Amazon:</c> <c>ClientId</c>, <c>ClientSecret</c>, <c>RefreshToken</c> (of Login with Amazon), <c>MarketplaceIds</c> (with commas between), and, where the default does
    /// not do, <c>Endpoint</c>, <c>TokenAddress</c>, <c>AffiliateId</c>, <c>SellerId</c>, <c>WarehouseId</c>, <c>DefaultPostalCode</c>, <c>Lease</c>. Null: none of them is set.
    /// </summary>
    /// <exception cref="InvalidOperationException">A setting is wrong; the message names it, and never holds a secret.</exception>
    public static AmazonSettings? From(IConfiguration configuration, OutsideSettings outside)
    {
        if (Needed.Concat(Others).FirstOrDefault(name => Told(configuration, name) is not null) is not { } first)
        {
            return null;
        }

        var missing = Needed.FirstOrDefault(name => Told(configuration, name) is null);
        return missing is null ? Read(configuration, outside) : throw Wrong(missing, $"is not set, but {Prefix}{first} is.");
    }

    /// <summary>Without secrets.</summary>
    public override string ToString() => Endpoint.Host;

    private static AmazonSettings Read(IConfiguration configuration, OutsideSettings outside) => new(
        Told(configuration, "ClientId")!, Told(configuration, "ClientSecret")!, Told(configuration, "RefreshToken")!,
        AddressFrom(configuration, outside, "Endpoint", NorthAmerica + "/", "/"), AddressFrom(configuration, outside, "TokenAddress", LoginWithAmazon, ""),
        MarketplacesFrom(configuration))
    {
        AffiliateId = Told(configuration, "AffiliateId") ?? "AMZ",
        SellerId = Told(configuration, "SellerId") ?? "1",
        WarehouseId = Told(configuration, "WarehouseId") ?? "1_1",
        DefaultPostalCode = Told(configuration, "DefaultPostalCode"),
        Lease = SettingOfTime.Read(configuration, Prefix + "Lease", ChannelLease.Length, LongestLease),
    };

    private static ImmutableArray<string> MarketplacesFrom(IConfiguration configuration)
    {
        var told = Told(configuration, "MarketplaceIds")!;
        ImmutableArray<string> ids = [.. told.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
        return ids is { Length: > 0 and <= MostMarketplaces } && ids.All(id => id.All(char.IsAsciiLetterOrDigit))
            ? ids
            : throw Wrong("MarketplaceIds", $"is \"{told}\"; it has to be 1 to {MostMarketplaces} ids with commas between, for example A2Q3Y263D00KWC,ATVPDKIKX0DER.");
    }

    private static Uri AddressFrom(IConfiguration configuration, OutsideSettings outside, string name, string usual, string end)
    {
        var told = Told(configuration, name) ?? usual;
        return outside.AddressOf(told.EndsWith(end, StringComparison.Ordinal) ? told : told + end) ?? throw Wrong(name, $"is \"{told}\"; {OutsideSettings.AddressRule}");
    }

    private static string? Told(IConfiguration configuration, string name) => configuration[Prefix + name] is { Length: > 0 } value ? value : null;

    private static InvalidOperationException Wrong(string name, string why) => new($"{Prefix}{name} {why}");
}
