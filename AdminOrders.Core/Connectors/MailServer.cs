using System.Globalization;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using AdminOrders.Core.Effects;

namespace AdminOrders.Core.Connectors;

/// <summary>Hands mails to a mail server by SMTP, one connection for each. What the server says to it is an outcome.</summary>
internal sealed class MailServer(SmtpSettings settings, TimeProvider time)
{
    private const int FirstRefusal = 500;

    // These are about our sign-in, not about the mail: with a better password the same mail goes out.
    private static readonly int[] SignInRefusals = [530, 534, 535, 538];

    /// <summary>Sends it; <see cref="Outcome.Delivered"/>: the server has it. A connection that breaks after the last word leaves that open, and the mail goes again.</summary>
    public async Task<Outcome> Send(MailMessage mail, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(settings.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await using var connection = await SmtpConnection.Open(settings.Host, settings.Port, either.Token);
            return await SignIn(connection, either.Token) is { } reply ? TryAgain(reply) : await Give(connection, mail, either.Token);
        }
        catch (Exception ended) when (either.IsCancellationRequested && ended is SocketException or OperationCanceledException or IOException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Outcome.TryAgain(string.Create(CultureInfo.InvariantCulture, $"The mail server {settings} did not answer within {settings.Timeout.TotalSeconds:0} s."));
        }
        catch (Exception failure) when (failure is SocketException or IOException)
        {
            return Outcome.TryAgain($"The mail server {settings} could not be reached: {failure.Message}");
        }
        catch (AuthenticationException failure)
        {
            return Outcome.TryAgain($"The mail server {settings} could not be reached safely: {failure.Message}");
        }
    }

    // Null: the server waits for mails. What it says before that is not about this one.
    private async Task<SmtpReply?> SignIn(SmtpConnection connection, CancellationToken cancellationToken)
    {
        if (settings.Tls is SmtpTls.Implicit)
        {
            await connection.Encrypt(settings.Host, settings.Authorities, cancellationToken);
        }

        var reply = await connection.Hear(cancellationToken);
        var offers = reply.Is(2) ? await connection.Ask($"EHLO {connection.OwnName}", cancellationToken) : reply;
        if (settings.Tls is SmtpTls.StartTls && offers.Is(2))
        {
            reply = await connection.Ask("STARTTLS", cancellationToken);
            if (!reply.Is(2))
            {
                return reply;
            }

            await connection.Encrypt(settings.Host, settings.Authorities, cancellationToken);
            offers = await connection.Ask($"EHLO {connection.OwnName}", cancellationToken);
        }

        reply = offers.Is(2) && settings.User is { } user ? await SignIn(connection, offers, user, cancellationToken) : offers;
        return reply.Is(2) ? null : reply;
    }

    private async Task<SmtpReply> SignIn(SmtpConnection connection, SmtpReply offers, string user, CancellationToken cancellationToken)
    {
        var ways = offers.Lines.FirstOrDefault(line => line.StartsWith("AUTH ", StringComparison.OrdinalIgnoreCase))?.ToUpperInvariant().Split(' ') ?? [];
        if (!ways.Contains("LOGIN", StringComparer.Ordinal))
        {
            // The one that every server knows which lets anybody sign in.
            return await connection.Ask($"AUTH PLAIN {Base64($"\0{user}\0{settings.Password}")}", cancellationToken);
        }

        var reply = await connection.Ask("AUTH LOGIN", cancellationToken);
        reply = reply.Is(3) ? await connection.Ask(Base64(user), cancellationToken) : reply;
        return reply.Is(3) ? await connection.Ask(Base64(settings.Password!), cancellationToken) : reply;
    }

    private async Task<Outcome> Give(SmtpConnection connection, MailMessage mail, CancellationToken cancellationToken)
    {
        var reply = await connection.Ask($"MAIL FROM:<{MimeMail.Address(mail.From!)}>", cancellationToken);
        reply = reply.Is(2) ? await connection.Ask($"RCPT TO:<{MimeMail.Address(mail.To[0])}>", cancellationToken) : reply;
        reply = reply.Is(2) ? await connection.Ask("DATA", cancellationToken) : reply;
        reply = reply.Is(3) ? await connection.Give(MimeMail.Of(mail, time.GetUtcNow()), cancellationToken) : reply;
        if (!reply.Is(2))
        {
            return reply.Code >= FirstRefusal && !SignInRefusals.Contains(reply.Code) ? Outcome.Refused(Words(reply)) : TryAgain(reply);
        }

        await SayGoodbye(connection, cancellationToken);
        return Outcome.Delivered;
    }

    // The server has the mail: how it hangs up is its own affair.
    private static async Task SayGoodbye(SmtpConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            await connection.Ask("QUIT", cancellationToken);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            return;
        }
    }

    private Outcome TryAgain(SmtpReply reply) => Outcome.TryAgain(Words(reply));

    private string Words(SmtpReply reply) => string.Create(CultureInfo.InvariantCulture, $"The mail server {settings} answered {reply.Code}: {reply.Words}");

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
