using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;

namespace AdminOrders.Core.Connectors.Outside;

/// <summary>How calls to addresses outside are bounded.</summary>
/// <param name="Timeout">How long a call may take, answer included.</param>
/// <param name="Allowed">Origins that may be called although they are not https or not on the open internet; for development.</param>
internal sealed record OutsideSettings(TimeSpan Timeout, ImmutableArray<Uri> Allowed)
{
    /// <summary>What a setting with an address has to be, as its error ends.</summary>
    public const string AddressRule = "it has to begin with https:// and to have neither a user's name nor a query.";

    private static readonly TimeSpan Default = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Reads <c>Outside:Timeout</c> (default <c>00:00:20</c>) and, in Development only, <c>Outside:Allowed</c>: origins with commas between.</summary>
    /// <exception cref="InvalidOperationException">A setting is wrong; the message names it.</exception>
    public static OutsideSettings From(IConfiguration configuration, bool isDevelopment)
    {
        var allowed = configuration["Outside:Allowed"] is { Length: > 0 } told ? told : null;
        return allowed is null || isDevelopment
            ? new(SettingOfTime.Read(configuration, "Outside:Timeout", Default, Longest), [.. (allowed ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Origin)])
            : throw new InvalidOperationException("Outside:Allowed is set, and this is not Development: only there may addresses be called that are not on the open internet.");
    }

    /// <summary>Whether the origin of the address is one of <see cref="Allowed"/>.</summary>
    public bool Allows(Uri address) => Allowed.Any(origin =>
        origin.Scheme == address.Scheme && origin.Port == address.Port && string.Equals(origin.IdnHost, address.IdnHost, StringComparison.OrdinalIgnoreCase));

    /// <summary>The address that a setting tells; null: it is none that may be called (<see cref="AddressRule"/>).</summary>
    public Uri? AddressOf(string told)
    {
        var isAddress = Uri.TryCreate(told, UriKind.Absolute, out var address) && address.Query.Length == 0 && address.Fragment.Length == 0 && address.UserInfo.Length == 0;
        return isAddress && (address!.Scheme == Uri.UriSchemeHttps || Allows(address)) ? address : null;
    }

    private static Uri Origin(string told) =>
        Uri.TryCreate(told, UriKind.Absolute, out var origin) && origin.Scheme is ("http" or "https") && origin.PathAndQuery == "/" && origin.UserInfo.Length == 0
            ? origin
            : throw new InvalidOperationException($"Outside:Allowed has \"{told}\"; each has to be an origin, for example http://localhost:5080.");
}
