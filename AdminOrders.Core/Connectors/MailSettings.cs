using System.Globalization;
using System.Net.Mail;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace AdminOrders.Core.Connectors;

/// <summary>Where mails go, and in whose name.</summary>
/// <param name="Folder">Absolute.</param>
/// <param name="Sender">The sender of all mails.</param>
/// <param name="Store">Who in the store is told.</param>
/// <param name="Language">What the store reads, and a customer of whom no language is known.</param>
internal sealed record MailSettings(string Folder, MailAddress Sender, MailAddress Store, CultureInfo Language)
{
    private const string SampleFrom = "AdminOrders <orders@example.com>";
    private const string SampleStore = "store@example.com";
    private static readonly string[] Cultures = ["en-US", "es-ES", "pt-BR"];

    /// <summary>
    /// Reads <c>Mail:Folder</c> (default <c>mails</c> in the store's folder, to which a relative path is taken), <c>Mail:From</c>, <c>Mail:Store</c>,
    /// <c>Mail:Language</c>.
    /// </summary>
    /// <exception cref="InvalidOperationException">An address is none.</exception>
    public static MailSettings From(IConfiguration configuration, string storeFolder) => new(
        Path.GetFullPath(Told(configuration, "Folder") ?? "mails", storeFolder),
        Address("From", Told(configuration, "From") ?? SampleFrom),
        Address("Store", Told(configuration, "Store") ?? SampleStore),
        Culture(Told(configuration, "Language")) ?? CultureInfo.GetCultureInfo(Cultures[0]));

    /// <summary>The culture of mails to somebody of this locale (<c>es-MX</c> reads es-ES); null for a language that there are no texts in.</summary>
    public static CultureInfo? Culture(string? locale) =>
        Cultures.FirstOrDefault(name => locale is { Length: >= 2 } && name.StartsWith(locale[..2], StringComparison.OrdinalIgnoreCase)) is { } known
            ? CultureInfo.GetCultureInfo(known)
            : null;

    private static string? Told(IConfiguration configuration, string name) => configuration["Mail:" + name] is { Length: > 0 } value ? value : null;

    private static MailAddress Address(string name, string told) =>
        MailAddress.TryCreate(told, null, Encoding.UTF8, out var address) && MimeMail.AddressOf(address) is not null
            ? address
            : throw new InvalidOperationException($"Mail:{name} is \"{told}\", which is no address.");
}
