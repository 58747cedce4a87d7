using System.Net;
using System.Net.Sockets;

namespace AdminOrders.Core.Connectors.Outside;

/// <summary>Which addresses belong to the open internet: not this machine, not a network behind it, and no other form of such an address.</summary>
internal static class OpenInternet
{
    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    // Teredo and its kin, documentation, 6to4: what stands within such an address is an IPv4 address that nobody has checked.
    private static readonly IPNetwork[] Closed6 = Networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private static readonly IPNetwork[] Closed4 = Networks(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
        "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4");

    /// <summary>Whether the address can be somebody outside. An IPv4 address that is written as IPv6 cannot: no name resolves to one honestly.</summary>
    public static bool Has(IPAddress address) => address.AddressFamily switch
    {
        AddressFamily.InterNetwork => !IsIn(Closed4, address),
        // IPNetwork compares the IPv4 part of a mapped address with an IPv6 network: ::ffff:10.0.0.1 would be in 2000::/3.
        AddressFamily.InterNetworkV6 => !address.IsIPv4MappedToIPv6 && Global6.Contains(address) && !IsIn(Closed6, address),
        _ => false,
    };

    private static bool IsIn(IPNetwork[] networks, IPAddress address) => Array.Exists(networks, network => network.Contains(address));

    private static IPNetwork[] Networks(params string[] written) => [.. written.Select(IPNetwork.Parse)];
}
