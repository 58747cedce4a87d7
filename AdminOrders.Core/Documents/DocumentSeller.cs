namespace AdminOrders.Core.Documents;

/// <summary>Who sells what the document lists, and whether somebody outside fulfils it.</summary>
internal sealed record DocumentSeller(string Id, string Name, bool IsExternal)
{
    /// <summary>The store itself among the sellers of an order.</summary>
    private const string OwnSeller = "1";

    /// <summary>Hosts where a platform account answers for itself: fulfilled by the same workflow, not by an outside system.</summary>
    private static readonly string[] PlatformHosts =
        ["vtex.com", "vtex.com.br", "myvtex.com", "vtexcommerce.com.br", "vtexcommercestable.com.br", "vtexcommercebeta.com.br", "vtexinternal.com", "vtexinternal.com.br"];

    /// <summary>The first seller counts for the order: an order is split by seller before it gets an id.</summary>
    public static DocumentSeller Read(DocumentField root)
    {
        if (root["sellers"].List() is not [var seller, ..])
        {
            return new(OwnSeller, "", false);
        }

        var id = seller["id"].Text(100) is { Length: > 0 } own ? own : OwnSeller;
        return new(id, seller["name"].Text(), id != OwnSeller && IsOutside(seller["fulfillmentEndpoint"].Text(2_000)));
    }

    private static bool IsOutside(string endpoint) =>
        Uri.TryCreate(endpoint, UriKind.Absolute, out var address)
        && !PlatformHosts.Any(host => address.Host == host || address.Host.EndsWith("." + host, StringComparison.OrdinalIgnoreCase));
}
