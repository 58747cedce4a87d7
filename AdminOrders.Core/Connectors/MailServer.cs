using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Security.Authentication;
using AdminOrders.Core.Effects;

namespace AdminOrders.Core.Connectors;

/// <summary>Hands mails to a mail server by SMTP, one connection for each. What the server says to it is an outcome.</summary>
internal sealed class MailServer(SmtpSettings settings, TimeProvider time)
{
    private const string BeforeTheWords = "The server response was: ";
    private const int FirstRefusal = 500;

    // These are about our sign-in, not about the mail: with a better password the same mail goes out.
    private static readonly int[] SignInRefusals = [530, 534, 535, 538];

    /// <summary>Sends it; <see cref="Outcome.Delivered"/>: the server has it. A connection that breaks after the last word leaves that open, and the mail goes again.</summary>
    public async Task<Outcome> Send(MailMessage mail, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(settings.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var client = NewClient();
        try
        {
            await client.SendMailAsync(mail, either.Token);
            return Outcome.Delivered;
        }
        catch (Exception ended) when (either.IsCancellationRequested && ended is SmtpException or OperationCanceledException or IOException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Outcome.TryAgain(string.Create(CultureInfo.InvariantCulture, $"The mail server {settings} did not answer within {settings.Timeout.TotalSeconds:0} s."));
        }
        catch (SmtpException failure)
        {
            return OutcomeOf(failure);
        }
        catch (Exception failure) when (failure is AuthenticationException or IOException)
        {
            return Outcome.TryAgain($"The mail server {settings} could not be reached safely: {failure.Message}");
        }
    }

    private SmtpClient NewClient() => new(settings.Host, settings.Port)
    {
        EnableSsl = settings.IsTlsRequired,
        Credentials = settings.User is null ? null : new NetworkCredential(settings.User, settings.Password),
    };

    private Outcome OutcomeOf(SmtpException failure)
    {
        var code = (int)failure.StatusCode;
        if (code <= 0)
        {
            return Outcome.TryAgain($"The mail server {settings} could not be reached: {failure.InnerException?.Message ?? failure.Message}");
        }

        var words = string.Create(CultureInfo.InvariantCulture, $"The mail server {settings} answered {code}: {WordsOf(failure.Message)}");
        return code >= FirstRefusal && !SignInRefusals.Contains(code) ? Outcome.Refused(words) : Outcome.TryAgain(words);
    }

    private static string WordsOf(string message) =>
        message.IndexOf(BeforeTheWords, StringComparison.Ordinal) is >= 0 and var at ? message[(at + BeforeTheWords.Length)..] : message;
}
