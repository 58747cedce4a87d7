using System.Collections.Immutable;
using System.Globalization;
using System.Net.Mail;
using System.Text;
using AdminOrders.Core.Documents;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;

namespace AdminOrders.Core.Connectors;

/// <summary>A mail as its customer will read it.</summary>
/// <param name="Language">The language that it is written in.</param>
public sealed record CustomerLetter(CultureInfo Language, string Subject, string Text);

/// <summary>Shows what a customer will be written, before it is: the very mail, from the same class, in the same language.</summary>
public sealed class CustomerLetters
{
    private readonly MailSettings settings;
    private readonly TimeProvider time;

    internal CustomerLetters(MailSettings settings, TimeProvider time) => (this.settings, this.time) = (settings, time);

    /// <summary>The mail that would go out if the order's requests were declined now with this text.</summary>
    public CustomerLetter Declined(OrderView order, Actor actor, string customerText)
    {
        var culture = MailSettings.Culture(CustomerLocale.Of(order.Document)) ?? settings.Language;
        var facts = new MailFacts
        {
            OrderId = order.OrderId,
            Happened = new CancellationDeclined([.. order.Facts.Requests.Select(request => request.Id)]) { CustomerText = customerText },
            At = time.GetUtcNow(),
            ActorSide = actor.Side,
            ActorName = actor.Name,
            Texts = string.IsNullOrWhiteSpace(customerText)
                ? ImmutableDictionary<string, string>.Empty
                : ImmutableDictionary<string, string>.Empty.Add("customer", customerText.Trim()),
            CustomerName = order.Description.CustomerName,
        };

        // It goes nowhere: only what it says is looked at.
        using var mail = new OrderMail(facts, MailReaderKind.Customer, culture).Compose(settings.Sender, settings.Sender)!;
        return new(culture, mail.Subject, PlainText(mail));
    }

    private static string PlainText(MailMessage mail)
    {
        var part = mail.AlternateViews.Single(view => view.ContentType.MediaType == System.Net.Mime.MediaTypeNames.Text.Plain);
        using var text = new StreamReader(part.ContentStream, Encoding.UTF8, leaveOpen: true);
        return text.ReadToEnd().ReplaceLineEndings("\n").Trim();
    }
}
