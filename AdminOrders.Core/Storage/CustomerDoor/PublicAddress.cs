using Microsoft.Extensions.Configuration;

namespace AdminOrders.Core.Storage;

/// <summary>Under which address customers and the store's people reach this installation: what links in mails begin with.</summary>
/// <param name="Root">Ends with a slash; null: nobody has told, so mails carry no link.</param>
public sealed record PublicAddress(Uri? Root)
{
    private const string Setting = "Store:PublicAddress";

    /// <summary>Reads <c>Store:PublicAddress</c>, for example <c>https://orders.example.com</c>.</summary>
    /// <exception cref="InvalidOperationException">It is no address of the web.</exception>
    public static PublicAddress From(IConfiguration configuration)
    {
        if (configuration[Setting] is not { Length: > 0 } told)
        {
            return new((Uri?)null);
        }

        return Uri.TryCreate(told.TrimEnd('/') + "/", UriKind.Absolute, out var root) && root is { Scheme: "https" or "http", Query: "", Fragment: "", UserInfo: "" }
            ? new(root)
            : throw new InvalidOperationException($"{Setting} is \"{told}\", which is no address of the web.");
    }

    /// <summary>The link as it stands in a mail; null: the address is not known.</summary>
    public string? Of(CustomerLink link) => Root is null ? null : Of(link, Root);

    /// <summary>The page of an order, for who may sign in; null: the address is not known.</summary>
    public string? OfOrder(string orderId) => Root is null ? null : new Uri(Root, "orders/" + Uri.EscapeDataString(orderId)).AbsoluteUri;

    /// <summary>The link under an address that ends with a slash.</summary>
    public static string Of(CustomerLink link, Uri root) => new Uri(root, "my/" + link.Token).AbsoluteUri;
}
