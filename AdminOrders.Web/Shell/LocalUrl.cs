namespace AdminOrders.Web.Shell;

/// <summary>Addresses of this application only: a return address comes from outside and may not lead there.</summary>
internal static class LocalUrl
{
    /// <summary>The address if it is a path of this application, else the other one.</summary>
    public static string Or(string? url, string otherwise) => IsLocal(url) ? url! : otherwise;

    // "//host" and "/\host" are other hosts to a browser; control characters are dropped by some before they look.
    private static bool IsLocal(string? url) =>
        url is ['/', ..] && url is not ['/', '/' or '\\', ..] && !url.Any(char.IsControl);
}
