using System.Globalization;
using System.Net.Mail;
using System.Text;
using AdminOrders.Core.Effects;
using AdminOrders.Core.Storage;

namespace AdminOrders.Core.Connectors;

/// <summary>
/// Writes mails as <c>.eml</c> files into a folder, one file for each delivery however often it is called: the file's name and the
/// <c>Message-ID</c> follow from the delivery, and a mail that is there is whole.
/// </summary>
internal sealed class MailFolder(MailSettings settings, MailReader reader, CustomerLinks links, PublicAddress address)
{
    private const string Domain = "mail.adminorders";

    public async Task<Outcome> Deliver(OwedDelivery delivery, CancellationToken cancellationToken)
    {
        var file = Path.Combine(settings.Folder, delivery.Id + ".eml");
        if (File.Exists(file))
        {
            return Outcome.Delivered;
        }

        var isToStore = delivery.Consumer == Consumers.MailStore;
        var told = await reader.Read(delivery, cancellationToken);
        var facts = isToStore ? told : told with { CustomerLink = await Link(told.OrderId, cancellationToken) };
        if ((isToStore ? settings.Store : Customer(facts)) is not { } to)
        {
            return Outcome.Refused("The order has no e-mail address that a mail can go to.");
        }

        var culture = isToStore ? settings.Language : MailSettings.Culture(facts.CustomerLocale) ?? settings.Language;
        using var mail = new OrderMail(facts, isToStore ? MailReaderKind.Store : MailReaderKind.Customer, culture).Compose(settings.Sender, to);
        if (mail is null)
        {
            return Outcome.Refused($"There is no mail about {facts.Happened.GetType().Name}.");
        }

        mail.Headers.Add("Message-ID", $"<{delivery.Id}@{Domain}>");
        return await Write(mail, delivery.Id, file, cancellationToken);
    }

    // Nobody's link is made for a mail that cannot carry it.
    private async Task<string?> Link(string orderId, CancellationToken cancellationToken) =>
        address.Root is not null && await links.Make(orderId, cancellationToken) is { } link ? address.Of(link) : null;

    // Letters beyond ASCII before the @ need a mail server that takes them.
    private static MailAddress? Customer(MailFacts facts) =>
        MailAddress.TryCreate(facts.CustomerEmail, facts.CustomerName, Encoding.UTF8, out var address) && Ascii.IsValid(address.User) ? address : null;

    private async Task<Outcome> Write(MailMessage mail, string id, string file, CancellationToken cancellationToken)
    {
        var workplace = Path.Combine(settings.Folder, ".writing", id);
        try
        {
            MakeFolder(settings.Folder);
            MakeAnew(workplace);
            using (var writer = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = workplace })
            {
                await writer.SendMailAsync(mail, cancellationToken);
            }

            var written = Directory.EnumerateFiles(workplace).Single();
            Flush(written);
            File.Move(written, file, overwrite: true);
            Directory.Delete(workplace);
            return Outcome.Delivered;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Outcome.TryAgain(string.Create(CultureInfo.InvariantCulture, $"The mail folder cannot be written: {failure.Message}"));
        }
    }

    // Mails name customers: only their owner reads them.
    private static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    // An earlier call may have been cut off in it.
    private static void MakeAnew(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }

        Directory.CreateDirectory(path);
    }

    private static void Flush(string path)
    {
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Write);
        RandomAccess.FlushToDisk(handle);
    }
}
