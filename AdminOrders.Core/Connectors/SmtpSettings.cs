using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;

namespace AdminOrders.Core.Connectors;

/// <summary>When the connection to a mail server is encrypted.</summary>
internal enum SmtpTls
{
    None,

    /// <summary>After the greeting: nothing else goes over a connection that anybody can read.</summary>
    StartTls,

    /// <summary>Before the greeting.</summary>
    Implicit,
}

/// <summary>The mail server that mails are handed to.</summary>
/// <param name="User">Who signs in there; null: nobody does.</param>
/// <param name="Timeout">How long handing over one mail may take.</param>
internal sealed record SmtpSettings(string Host, int Port, SmtpTls Tls, string? User, string? Password, TimeSpan Timeout)
{
    private const string Prefix = "Mail:Smtp:";
    private const int Submission = 587;
    private const int SubmissionWithTls = 465;
    private static readonly TimeSpan UsualTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromHours(1);
    private static readonly string[] Others = ["Port", "Tls", "User", "Password", "Timeout", "Authority"];

    /// <summary>Who has to vouch for the server; empty: whom the machine trusts.</summary>
    public X509Certificate2Collection Authorities { get; private init; } = [];

    /// <summary>
    /// Reads <c>Mail:Smtp:Host</c>, <c>Port</c> (default 587, 465 where TLS is implicit), <c>Tls</c> (<c>required</c>, <c>implicit</c> or <c>none</c>), <c>User</c> and <c>Password</c>,
    /// <c>Timeout</c> (default <c>00:00:30</c>), <c>Authority</c> (a file). Null: no server is named, mails go to the folder.
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
            PortFrom(configuration), TlsFrom(configuration), Told(configuration, "User"), Told(configuration, "Password"), SettingOfTime.Read(configuration, Prefix + "Timeout", UsualTimeout, LongestTimeout))
        {
            Authorities = AuthoritiesFrom(configuration),
        };
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

        return Password is not null && Tls is SmtpTls.None ? throw Wrong("Password", $"would cross the network readable: {Prefix}Tls has to be required or implicit.")
            : Port == SubmissionWithTls && Tls is not SmtpTls.Implicit ? throw Wrong("Tls", $"has to be implicit on port {SubmissionWithTls}, where TLS begins before the greeting.")
            : this;
    }

    private static int PortFrom(IConfiguration configuration)
    {
        if (Told(configuration, "Port") is not { } told)
        {
            return TlsFrom(configuration) is SmtpTls.Implicit ? SubmissionWithTls : Submission;
        }

        return int.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= ushort.MaxValue
            ? port
            : throw Wrong("Port", $"is \"{told}\"; it has to be a number from 1 to 65535.");
    }

    private static SmtpTls TlsFrom(IConfiguration configuration) => Told(configuration, "Tls")?.ToUpperInvariant() switch
    {
        null => Told(configuration, "Port") == SubmissionWithTls.ToString(CultureInfo.InvariantCulture) ? SmtpTls.Implicit : SmtpTls.StartTls,
        "REQUIRED" => SmtpTls.StartTls,
        "IMPLICIT" => SmtpTls.Implicit,
        "NONE" => SmtpTls.None,
        _ => throw Wrong("Tls", $"is \"{Told(configuration, "Tls")}\"; it has to be required, implicit or none."),
    };

    private static X509Certificate2Collection AuthoritiesFrom(IConfiguration configuration)
    {
        var authorities = new X509Certificate2Collection();
        if (Told(configuration, "Authority") is { } file)
        {
            try
            {
                authorities.ImportFromPemFile(file);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CryptographicException)
            {
                throw Wrong("Authority", $"is \"{file}\", which cannot be read: {failure.Message}");
            }

            return authorities.Count > 0 ? authorities : throw Wrong("Authority", $"is \"{file}\", which has no certificate.");
        }

        return authorities;
    }

    private static string? Told(IConfiguration configuration, string name) => configuration[Prefix + name] is { Length: > 0 } value ? value : null;

    private static InvalidOperationException Wrong(string name, string why) => new($"{Prefix}{name} {why}");
}
