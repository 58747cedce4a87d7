using System.Collections.Immutable;
using System.Globalization;
using System.Net.Mime;
using AdminOrders.Core.Documents;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Connectors;

/// <summary>A mail as its customer will read it.</summary>
/// <param name="Language">The language that it is written in.</param>
public sealed record CustomerLetter(CultureInfo Language, string Subject, string Text);

/// <summary>Shows what a customer will be written, before it is: the very mail, from the same class, in the same language.</summary>
public sealed class CustomerLetters
{
    private readonly IDbContextFactory<OrdersDb> factory;
    private readonly MailSettings settings;
    private readonly TimeProvider time;

    internal CustomerLetters(IDbContextFactory<OrdersDb> factory, MailSettings settings, TimeProvider time) =>
        (this.factory, this.settings, this.time) = (factory, settings, time);

    /// <summary>The mail that would go out if the order's requests were declined now with this text.</summary>
    public CustomerLetter Declined(OrderView order, Actor actor, string customerText) =>
        Declined(order.Facts, order.Description.CustomerName, Language(CustomerLocale.Of(order.Document)), actor, customerText);

    /// <inheritdoc cref="Declined(OrderView, Actor, string)"/>
    /// <param name="language">One of <see cref="Languages"/>.</param>
    public CustomerLetter Declined(QueuedOrder order, CultureInfo language, Actor actor, string customerText) =>
        Declined(order.Facts, order.CustomerName, language, actor, customerText);

    /// <summary>The language that each order's customer is written in, by the orders' keys.</summary>
    public async Task<IReadOnlyDictionary<long, CultureInfo>> Languages(IReadOnlyCollection<long> keys, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var documents = await db.OrderDocuments.Where(document => keys.Contains(document.OrderKey))
            .Select(document => new { document.OrderKey, document.Content }).ToListAsync(cancellationToken);
        var locales = documents.ToDictionary(document => document.OrderKey, document => CustomerLocale.Of(StoredDocument.Expand(document.Content)));
        return keys.ToDictionary(key => key, key => Language(locales.GetValueOrDefault(key)));
    }

    private CultureInfo Language(string? locale) => MailSettings.Culture(locale) ?? settings.Language;

    private CustomerLetter Declined(OrderFacts order, string customerName, CultureInfo language, Actor actor, string customerText)
    {
        var facts = new MailFacts
        {
            OrderId = order.OrderId,
            Happened = new CancellationDeclined([.. order.Requests.Select(request => request.Id)]) { CustomerText = customerText },
            At = time.GetUtcNow(),
            ActorSide = actor.Side,
            ActorName = actor.Name,
            Texts = string.IsNullOrWhiteSpace(customerText)
                ? ImmutableDictionary<string, string>.Empty
                : ImmutableDictionary<string, string>.Empty.Add("customer", customerText.Trim()),
            CustomerName = customerName,
        };

        // It goes nowhere: only what it says is looked at.
        using var mail = new OrderMail(facts, MailReaderKind.Customer, language).Compose(settings.Sender, settings.Sender)!;
        return new(language, mail.Subject, MimeMail.TextOf(mail, MediaTypeNames.Text.Plain).ReplaceLineEndings("\n").Trim());
    }
}
