using System.Collections.Immutable;
using AdminOrders.Core.Connectors.Outside;
using Microsoft.Extensions.Configuration;

namespace AdminOrders.Core.Connectors.Protocol;

/// <summary>Somebody who speaks VTEX's marketplace protocol with us: an external seller, or a marketplace that we sell on.</summary>
/// <param name="Id">The seller's id, or the affiliate's, as orders name it.</param>
/// <param name="Endpoint">Ends with a slash; <c>pvt/orders/…</c> follows.</param>
/// <param name="AppKey">Null, and the token with it: it wants no credentials.</param>
internal sealed record ProtocolPartner(string Id, Uri Endpoint, string? AppKey, string? AppToken)
{
    /// <summary>
    /// The external sellers that are called: <c>Sellers:0:SellerId</c>, <c>FulfillmentEndpoint</c> and, where the seller wants them, <c>AppKey</c> and <c>AppToken</c>; the next
    /// under <c>Sellers:1</c> and so on.
    /// </summary>
    /// <exception cref="InvalidOperationException">A setting is wrong; the message names it, and never holds a secret.</exception>
    public static ImmutableArray<ProtocolPartner> Sellers(IConfiguration configuration, OutsideSettings outside) =>
        Read(configuration.GetSection("Sellers"), outside, "SellerId", "FulfillmentEndpoint");

    /// <summary>The marketplaces that are told what happens here: the same under <c>Channels:Marketplaces</c>, with <c>AffiliateId</c> and <c>ServicesEndpoint</c>.</summary>
    /// <exception cref="InvalidOperationException">A setting is wrong; the message names it, and never holds a secret.</exception>
    public static ImmutableArray<ProtocolPartner> Marketplaces(IConfiguration configuration, OutsideSettings outside) =>
        Read(configuration.GetSection("Channels:Marketplaces"), outside, "AffiliateId", "ServicesEndpoint");

    /// <summary>Whether an address can carry the id as it is: one of dots would lead elsewhere, and an empty one nowhere.</summary>
    public static bool CanName(string orderId) => orderId.Any(letter => letter is not '.');

    /// <summary>Without credentials.</summary>
    public override string ToString() => Endpoint.Host;

    private static ImmutableArray<ProtocolPartner> Read(IConfigurationSection list, OutsideSettings outside, string id, string endpoint)
    {
        ImmutableArray<ProtocolPartner> partners = [.. list.GetChildren().Select(one => One(one, outside, id, endpoint))];
        var twice = partners.GroupBy(partner => partner.Id, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1)?.Key;
        return twice is null ? partners : throw new InvalidOperationException($"{list.Path} names \"{twice}\" twice.");
    }

    private static ProtocolPartner One(IConfigurationSection one, OutsideSettings outside, string id, string endpoint)
    {
        var told = Told(one, endpoint) ?? throw Wrong(one, endpoint, "is not set.");
        var address = outside.AddressOf(told.EndsWith('/') ? told : told + "/") ?? throw Wrong(one, endpoint, $"is \"{told}\"; {OutsideSettings.AddressRule}");
        var (key, token) = (Credential(one, nameof(AppKey)), Credential(one, nameof(AppToken)));
        return key is null == token is null
            ? new(Told(one, id) ?? throw Wrong(one, id, "is not set."), address, key, token)
            : throw Wrong(one, key is null ? nameof(AppKey) : nameof(AppToken), "is not set, but the other of the two is.");
    }

    // What a header carries between quotes.
    private static string? Credential(IConfigurationSection one, string name) => Told(one, name) switch
    {
        { } value when !value.All(letter => letter is > ' ' and <= '~' and not '"' and not '\\') =>
            throw Wrong(one, name, "has a letter that no header carries: a space, a quotation mark, a backslash or one beyond ASCII."),
        var value => value,
    };

    private static string? Told(IConfigurationSection one, string name) => one[name] is { Length: > 0 } value ? value : null;

    private static InvalidOperationException Wrong(IConfigurationSection one, string name, string why) => new($"{one.Path}:{name} {why}");
}
