using System.Collections.Frozen;
using AdminOrders.Core.Connectors.Outside;
using Microsoft.Extensions.Configuration;

namespace AdminOrders.Core.Connectors.Payments;

/// <summary>The payment provider that is asked to give money back, by VTEX's Payment Provider Protocol.</summary>
/// <param name="Address">Ends with a slash; <c>payments/…</c> follows.</param>
/// <param name="SettledCodes">What the provider answers, as <c>code</c>, to a cancellation of what has been captured: the protocol names none.</param>
internal sealed record PaymentProviderSettings(Uri Address, string AppKey, string AppToken, FrozenSet<string> SettledCodes)
{
    private const string Prefix = "Payments:Provider:";
    private const string UsualSettledCodes = "already-settled,already-captured";
    private static readonly string[] Others = ["AppKey", "AppToken", "SettledCodes"];

    /// <summary>Reads <c>Payments:Provider:Address</c>, <c>AppKey</c>, <c>AppToken</c>, <c>SettledCodes</c> (with commas between). Null: no provider is named.</summary>
    /// <exception cref="InvalidOperationException">A setting is wrong; the message names it, and never holds the token.</exception>
    public static PaymentProviderSettings? From(IConfiguration configuration, OutsideSettings outside)
    {
        if (Told(configuration, "Address") is not { } told)
        {
            return Others.FirstOrDefault(name => Told(configuration, name) is not null) is { } lonely
                ? throw Wrong(lonely, $"is set, but {Prefix}Address is not.")
                : null;
        }

        var codes = (Told(configuration, "SettledCodes") ?? UsualSettledCodes).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new(
            AddressFrom(told, outside),
            Told(configuration, "AppKey") ?? throw Wrong("AppKey", $"is not set, but {Prefix}Address is."),
            Told(configuration, "AppToken") ?? throw Wrong("AppToken", $"is not set, but {Prefix}Address is."),
            codes.ToFrozenSet(StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Without key and token.</summary>
    public override string ToString() => Address.Host;

    private static Uri AddressFrom(string told, OutsideSettings outside) =>
        outside.AddressOf(told.EndsWith('/') ? told : told + "/") ?? throw Wrong("Address", $"is \"{told}\"; {OutsideSettings.AddressRule}");

    private static string? Told(IConfiguration configuration, string name) => configuration[Prefix + name] is { Length: > 0 } value ? value : null;

    private static InvalidOperationException Wrong(string name, string why) => new($"{Prefix}{name} {why}");
}
