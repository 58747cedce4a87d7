using System.Collections.Immutable;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using AdminOrders.Core.Effects;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Connectors;

/// <summary>A mail that was sent about an order, worded as it is now: what was erased since is not in it.</summary>
/// <param name="Id">The delivery's stable id.</param>
/// <param name="At">When happened what it tells of.</param>
/// <param name="Body">HTML.</param>
public sealed record OrderMessage(string Id, DateTimeOffset At, MailAddress From, MailAddress To, bool IsToCustomer, string Subject, string Text, string Body);

/// <summary>Reads the mails that went out about an order.</summary>
public sealed class OrderConversation
{
    private readonly IDbContextFactory<OrdersDb> factory;
    private readonly MailSettings settings;
    private readonly MailReader reader;

    internal OrderConversation(IDbContextFactory<OrdersDb> factory, MailSettings settings, MailReader reader) =>
        (this.factory, this.settings, this.reader) = (factory, settings, reader);

    /// <summary>The mails that were sent, oldest first; none for an unknown order.</summary>
    public async Task<IReadOnlyList<OrderMessage>> Read(string orderId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var sent = await db.Deliveries.AsNoTracking()
            .Where(delivery => delivery.State == DeliveryState.Done && (delivery.Consumer == Consumers.MailStore || delivery.Consumer == Consumers.MailCustomer)
                && db.Orders.Any(order => order.OrderId == orderId && order.Key == delivery.OrderKey))
            .OrderBy(delivery => delivery.Id).ToListAsync(cancellationToken);
        var messages = ImmutableArray.CreateBuilder<OrderMessage>();
        foreach (var delivery in sent)
        {
            if (await Compose(new(delivery.Id, delivery.OrderKey, delivery.HistoryId, delivery.Consumer, delivery.Attempts), cancellationToken) is { } message)
            {
                messages.Add(message);
            }
        }

        return messages.ToImmutable();
    }

    private async Task<OrderMessage?> Compose(OwedDelivery delivery, CancellationToken cancellationToken)
    {
        var facts = await reader.Read(delivery, cancellationToken);
        var isToCustomer = delivery.Consumer == Consumers.MailCustomer;
        var to = isToCustomer ? MailAddress.TryCreate(facts.CustomerEmail, facts.CustomerName, Encoding.UTF8, out var customer) ? customer : null : settings.Store;
        var culture = isToCustomer ? MailSettings.Culture(facts.CustomerLocale) ?? settings.Language : settings.Language;
        using var mail = to is null ? null : new OrderMail(facts, isToCustomer ? MailReaderKind.Customer : MailReaderKind.Store, culture).Compose(settings.Sender, to);
        return mail is null ? null : new(
            delivery.Id, facts.At, settings.Sender, to!, isToCustomer, mail.Subject, MimeMail.TextOf(mail, MediaTypeNames.Text.Plain), MimeMail.TextOf(mail, MediaTypeNames.Text.Html));
    }
}
