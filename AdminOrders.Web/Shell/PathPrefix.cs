using AdminOrders.Core.Storage;

namespace AdminOrders.Web.Shell;

/// <summary>
/// The path under which a proxy shows this installation: that of <c>Store:PublicAddress</c>. A request that has it, or whose proxy took it off and says so
/// in <c>X-Forwarded-Prefix</c>, gets pages whose every address has it too; one without is from somebody who reaches the server itself.
/// </summary>
internal sealed class PathPrefix(PublicAddress address)
{
    private const string Header = "X-Forwarded-Prefix";

    /// <summary>Begins with a slash and does not end with one; empty: there is none.</summary>
    public PathString Path { get; } = address.Root is null ? PathString.Empty : PathString.FromUriComponent(address.Root.AbsolutePath.TrimEnd('/'));

    /// <summary>Moves the prefix from the request's path to its base, before anybody looks for what is under the path.</summary>
    public void Settle(HttpRequest request)
    {
        if (!Path.HasValue)
        {
            return;
        }

        // It is believed whoever says it, because nothing else than the setting can be said.
        if (Path.Equals(Told(request), StringComparison.OrdinalIgnoreCase))
        {
            request.PathBase = Path;
        }
        else if (request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase, out var rest))
        {
            (request.PathBase, request.Path) = (Path, rest.HasValue ? rest : "/");
        }
    }

    private static PathString Told(HttpRequest request) =>
        request.Headers[Header].ToString().TrimEnd('/') is ['/', ..] told ? PathString.FromUriComponent(told) : PathString.Empty;
}
