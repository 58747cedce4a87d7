using System.Net.Mail;
using System.Text;
using AdminOrders.Core.Effects;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;

namespace AdminOrders.Core.Connectors;

/// <summary>Writes the mail that a delivery owes and hands it over. Its <c>Message-ID</c> follows from the delivery, so it is the same at every attempt.</summary>
internal sealed class MailDelivery(MailSettings settings, MailReader reader, CustomerLinks links, PublicAddress address, MailWay way)
{
    private const string Domain = "mail.adminorders";

    public async Task<Outcome> Deliver(OwedDelivery delivery, CancellationToken cancellationToken)
    {
        var isToStore = delivery.Consumer == Consumers.MailStore;
        var told = await reader.Read(delivery, cancellationToken);
        var facts = told with { Link = isToStore ? address.OfOrder(told.OrderId) : await CustomerLink(told.OrderId, cancellationToken) };
        if ((isToStore ? settings.Store : Customer(facts)) is not { } to)
        {
            return IsKeptByMarketplace(facts, isToStore)
                ? Outcome.Closed("The marketplace has told no e-mail address of its customer: nothing was sent.")
                : Outcome.Refused("The order has no e-mail address that a mail can go to.");
        }

        var culture = isToStore ? settings.Language : MailSettings.Culture(facts.CustomerLocale) ?? settings.Language;
        using var mail = new OrderMail(facts, isToStore ? MailReaderKind.Store : MailReaderKind.Customer, culture).Compose(settings.Sender, to);
        if (mail is null)
        {
            return Outcome.Refused($"There is no mail about {facts.Happened.GetType().Name}.");
        }

        mail.Headers.Add("Message-ID", $"<{delivery.Id}@{Domain}>");
        return await way(mail, delivery.Id, cancellationToken);
    }

    // Nobody's link is made for a mail that cannot carry it.
    private async Task<string?> CustomerLink(string orderId, CancellationToken cancellationToken) =>
        address.Root is not null && await links.Make(orderId, cancellationToken) is { } link ? address.Of(link) : null;

    // Nobody here could do anything about it.
    private static bool IsKeptByMarketplace(MailFacts facts, bool isToStore) => !isToStore && facts is { IsMarketplaceOrder: true, CustomerEmail: "" };

    private static MailAddress? Customer(MailFacts facts) =>
        MailAddress.TryCreate(facts.CustomerEmail, facts.CustomerName, Encoding.UTF8, out var address) && MimeMail.AddressOf(address) is not null ? address : null;
}

/// <summary>Hands a mail over to whoever brings it; the id is the delivery's and the same at every attempt.</summary>
internal delegate Task<Outcome> MailWay(MailMessage mail, string id, CancellationToken cancellationToken);
