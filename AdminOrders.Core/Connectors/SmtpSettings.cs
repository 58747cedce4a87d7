using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace AdminOrders.Core.Connectors;

/// <summary>The mail server that mails are handed to.</summary>
/// <param name="IsTlsRequired">True: nothing but the greeting goes over a connection that is not encrypted.</param>
/// <param name="User">Who signs in there; null: nobody does.</param>
/// <param name="Timeout">How long handing over one mail may take.</param>
internal sealed record SmtpSettings(string Host, int Port, bool IsTlsRequired, string? User, string? Password, TimeSpan Timeout)
{
    private const string Prefix = "Mail:Smtp:";
    private const int Submission = 587;

    // On this port TLS begins before the greeting, which the framework's client cannot do.
    private const int TlsFromTheStart = 465;
    private static readonly string[] Others = ["Port", "Tls", "User", "Password", "Timeout"];

    /// <summary>
    /// Reads <c>Mail:Smtp:Host</c>, <c>Port</c> (default 587), <c>Tls</c> (<c>required</c> or <c>none</c>), <c>User</c> and <c>Password</c>,
    /// <c>Timeout</c> (default <c>00:00:30</c>). Null: no server is named, mails go to the folder.
    /// </summary>
    /// <exception cref="InvalidOperationException">A setting is wrong; the message names it, and never holds the password.</exception>
    public static SmtpSettings? From(IConfiguration configuration)
    {
        if (Told(configuration, "Host") is not { } host)
        {
            return Others.FirstOrDefault(name => Told(configuration, name) is not null) is { } lonely
                ? throw Wrong(lonely, $"is set, but {Prefix}Host is not.")
                : null;
        }

        var settings = new SmtpSettings(
            Uri.CheckHostName(host) is not UriHostNameType.Unknown ? host : throw Wrong("Host", $"is \"{host}\", which is no name of a server."),
            PortFrom(configuration), TlsFrom(configuration), Told(configuration, "User"), Told(configuration, "Password"), TimeoutFrom(configuration));
        return settings.Checked();
    }

    /// <summary>Without the password.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");

    private SmtpSettings Checked()
    {
        if (User is null != Password is null)
        {
            throw User is null ? Wrong("Password", $"is set, but {Prefix}User is not.") : Wrong("User", $"is set, but {Prefix}Password is not.");
        }

        return Password is not null && !IsTlsRequired
            ? throw Wrong("Password", $"would cross the network readable: {Prefix}Tls has to be required.")
            : this;
    }

    private static int PortFrom(IConfiguration configuration)
    {
        if (Told(configuration, "Port") is not { } told)
        {
            return Submission;
        }

        return int.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= ushort.MaxValue
            ? port is TlsFromTheStart ? throw Wrong("Port", "is 465, where TLS begins before the greeting; name the port of STARTTLS, mostly 587.") : port
            : throw Wrong("Port", $"is \"{told}\"; it has to be a number from 1 to 65535.");
    }

    private static bool TlsFrom(IConfiguration configuration) => Told(configuration, "Tls")?.ToUpperInvariant() switch
    {
        null or "REQUIRED" => true,
        "NONE" => false,
        _ => throw Wrong("Tls", $"is \"{Told(configuration, "Tls")}\"; it has to be required or none."),
    };

    private static TimeSpan TimeoutFrom(IConfiguration configuration)
    {
        if (Told(configuration, "Timeout") is not { } told)
        {
            return TimeSpan.FromSeconds(30);
        }

        return TimeSpan.TryParse(told, CultureInfo.InvariantCulture, out var timeout) && timeout >= TimeSpan.FromSeconds(1) && timeout <= TimeSpan.FromHours(1)
            ? timeout
            : throw Wrong("Timeout", $"is \"{told}\"; it has to be a time from a second to an hour, for example 00:00:30.");
    }

    private static string? Told(IConfiguration configuration, string name) => configuration[Prefix + name] is { Length: > 0 } value ? value : null;

    private static InvalidOperationException Wrong(string name, string why) => new($"{Prefix}{name} {why}");
}
