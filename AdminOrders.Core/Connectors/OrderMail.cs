using System.Globalization;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;

namespace AdminOrders.Core.Connectors;

/// <summary>Composes the mails of cancellations, for the store or for the customer, in one language: a text and a simple HTML part.</summary>
internal sealed class OrderMail(MailFacts facts, MailReaderKind reader, CultureInfo culture)
{
    /// <summary>The mail; null for an event that nobody is written to about.</summary>
    public MailMessage? Compose(MailAddress from, MailAddress to)
    {
        if (KindOf(facts.Happened) is not { } kind)
        {
            return null;
        }

        var intro = Say($"Mail_{kind}_{reader}", OneLine(facts.OrderId));
        var rows = Rows().Where(row => !string.IsNullOrWhiteSpace(row.Value)).ToList();
        var title = Say($"Mail_{kind}_Subject", OneLine(facts.OrderId));
        var mail = new MailMessage(from, to)
        {
            Subject = title,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        mail.Headers.Add("Content-Language", culture.Name);
        mail.AlternateViews.Add(Part(PlainText(intro, rows), MediaTypeNames.Text.Plain));
        mail.AlternateViews.Add(Part(Html(title, intro, rows), MediaTypeNames.Text.Html));
        return mail;
    }

    private static string? KindOf(OrderEvent happened) => happened switch
    {
        CancellationRequested => "Requested",
        OrderCanceled => "Canceled",
        CancellationDeclined => "Declined",
        RequestsDeclinedByInvoice => "DeclinedByInvoice",
        _ => null,
    };

    private IEnumerable<(string Label, string? Value)> Rows()
    {
        yield return (Word("Mail_Order"), OneLine(facts.OrderId));
        yield return (Word("Mail_At"), Instant(facts.At));
        yield return (Word("Mail_By"), Who(facts.ActorSide, facts.ActorName));
        yield return (Word("Mail_For"), RequestedBy is { } side && side != facts.ActorSide ? Who(side, "") : null);
        yield return (Word($"Mail_AnswerBy_{reader}"), facts.Happened is CancellationRequested requested ? Instant(requested.DueAt) : null);
        yield return (Word("Mail_Reason"), ReasonWords.Of(facts.Reason, Text("reason"), culture));
        yield return (Word("Mail_Request"), RequestId);
        yield return (Word("Mail_Answer"), Text("customer"));
        yield return (Word("Mail_Note"), reader is MailReaderKind.Store ? Text("note") ?? Text("internal") : null);
    }

    private Side? RequestedBy => facts.Happened switch
    {
        CancellationRequested requested => requested.RequestedBy,
        OrderCanceled canceled => canceled.RequestedBy,
        _ => null,
    };

    private string? RequestId => facts.Happened switch
    {
        CancellationRequested requested => requested.RequestId,
        OrderCanceled canceled => canceled.RequestId,
        CancellationDeclined declined => string.Join(", ", declined.RequestIds),
        RequestsDeclinedByInvoice declined => string.Join(", ", declined.RequestIds),
        _ => null,
    };

    // Customers are not told colleagues' names.
    private string Who(Side side, string name) => (reader, side) switch
    {
        (MailReaderKind.Customer, Side.Customer) => Word("Mail_You"),
        (MailReaderKind.Store, not Side.System) when name.Length > 0 => side is Side.Store ? OneLine(name) : $"{OneLine(name)} ({Word($"Side_{side}")})",
        _ => Word($"Side_{side}"),
    };

    private string? Text(string name) => facts.Texts.GetValueOrDefault(name);

    private string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("f", culture) + " UTC";

    private string Say(string key, string place) => string.Format(culture, Word(key), place);

    private string Word(string key) => Texts.ResourceManager.GetString(key, culture) ?? throw new InvalidOperationException($"There is no text {key}.");

    // A link promises no more than its page has for who comes by it.
    private string LinkWord => Word((reader, facts.Happened) switch
    {
        (MailReaderKind.Store, CancellationRequested) => "Mail_LinkToAnswer",
        (MailReaderKind.Store, _) => "Mail_LinkToOrder",
        (_, CancellationRequested { RequestedBy: Side.Customer }) => "Mail_LinkToWithdraw",
        _ => "Mail_LinkToSee",
    });

    private string PlainText(string intro, List<(string Label, string? Value)> rows) =>
        $"{intro}\r\n\r\n{string.Concat(rows.Select(row => $"{row.Label}: {Lines(row.Value!)}\r\n"))}{(facts.Link is { } link ? $"\r\n{LinkWord}: {link}\r\n" : "")}";

    private string Html(string title, string intro, List<(string Label, string? Value)> rows) =>
        MailHtml.Of(culture, title, intro, rows.Select(row => (row.Label, Lines(row.Value!))), facts.Link is { } link ? (LinkWord, link) : null);

    private static AlternateView Part(string content, string mediaType)
    {
        var part = AlternateView.CreateAlternateViewFromString(content, Encoding.UTF8, mediaType);
        part.TransferEncoding = TransferEncoding.Base64;
        return part;
    }

    // What people typed keeps its lines and nothing else that is not seen.
    private static string Lines(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").Where(letter => letter == '\n' || !char.IsControl(letter))).Replace("\n", "\r\n", StringComparison.Ordinal);

    private static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
}

/// <summary>Who reads a mail; the names stand in the texts' keys.</summary>
internal enum MailReaderKind
{
    Store,
    Customer,
}
