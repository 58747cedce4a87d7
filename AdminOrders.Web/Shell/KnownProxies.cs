using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace AdminOrders.Web.Shell;

/// <summary>The proxies whose word is taken for who calls: by default nobody's.</summary>
internal static class KnownProxies
{
    private const string Setting = "Proxies:Known";

    /// <summary>Reads <c>Proxies:Known</c>: addresses and networks (<c>10.0.0.5, 10.1.0.0/16</c>) with commas between.</summary>
    /// <exception cref="InvalidOperationException">One of them is neither, or a network that is everybody.</exception>
    public static void AddKnownProxies(this IServiceCollection services, IConfiguration configuration)
    {
        var known = From(configuration);
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            // The framework's own default trusts whoever is on this machine.
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            options.ForwardedHeaders = known.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            // As many as there are in a row: each has to be known, the first that is not is who calls.
            options.ForwardLimit = null;
            foreach (var network in known)
            {
                options.KnownIPNetworks.Add(network);
            }
        });
    }

    private static List<IPNetwork> From(IConfiguration configuration) =>
        [.. (configuration[Setting] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Network)];

    private static IPNetwork Network(string told)
    {
        if (IPAddress.TryParse(told, out var address))
        {
            return new(address, address.GetAddressBytes().Length * 8);
        }

        return !IPNetwork.TryParse(told, out var network) ? throw Wrong(told, "is neither an address nor a network such as 10.1.0.0/16.")
            : network.PrefixLength == 0 ? throw Wrong(told, "is everybody: name the proxies, or their network.")
            : network;
    }

    private static InvalidOperationException Wrong(string told, string why) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{Setting} has \"{told}\", which {why}"));
}
