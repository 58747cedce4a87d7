using System.Net.Mail;
using AdminOrders.Core.Connectors;
using AdminOrders.Core.Effects;
using Microsoft.Extensions.Configuration;

namespace AdminOrders.Tests.Effects;

public sealed class MailServerTests
{
    private const string Password = "p4ss-w0rd-of-the-store";

    [Theory]
    [InlineData("required", "LOGIN")]
    [InlineData("required", "PLAIN")]
    [InlineData("implicit", "PLAIN LOGIN")]
    [InlineData("implicit", "PLAIN")]
    public async Task A_mail_goes_over_an_encrypted_connection_to_who_signs_in(string tls, string signIn)
    {
        await using var server = new SmallMailServer(new() { IsEncryptedFromTheStart = tls == "implicit", SignIn = signIn });

        Assert.Equal(Outcome.Delivered, await Send(server, ("Tls", tls), ("User", "store"), ("Password", Password), Trusting(server)));

        var taken = Assert.Single(server.Mails);
        Assert.Equal((true, "store", Password), (taken.WasEncrypted, taken.User, taken.Password));
        Assert.Equal(("MAIL FROM:<orders@example.com>", "RCPT TO:<jose@example.com>"), (taken.From, taken.To));
        Assert.Contains("Message-ID: <d-1@mail.adminorders>\r\n", taken.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("required")]
    [InlineData("implicit")]
    public async Task A_certificate_that_nobody_vouches_for_gets_neither_password_nor_mail(string tls)
    {
        await using var server = new SmallMailServer(new() { IsEncryptedFromTheStart = tls == "implicit" });
        await using var another = new SmallMailServer();

        foreach (var trusted in new[] { ("Tls", tls), Trusting(another) })
        {
            var outcome = await Send(server, ("Tls", tls), ("User", "store"), ("Password", Password), trusted);

            Assert.Equal(OutcomeKind.TryAgain, outcome.Kind);
            Assert.Contains("certificate", outcome.Words, StringComparison.Ordinal);
            AssertNothingLeft(server);
        }
    }

    [Fact]
    public async Task A_certificate_of_another_server_is_none_even_where_its_authority_is_trusted()
    {
        await using var server = new SmallMailServer();

        var outcome = await Send(server, ("Host", "127.0.0.1"), ("User", "store"), ("Password", Password), Trusting(server));

        Assert.Equal(OutcomeKind.TryAgain, outcome.Kind);
        AssertNothingLeft(server);
    }

    [Fact]
    public async Task What_somebody_on_the_way_says_before_tls_ends_the_talk()
    {
        await using var server = new SmallMailServer(new() { SaidBeforeTls = "\r\n250 AUTH PLAIN" });

        var outcome = await Send(server, ("User", "store"), ("Password", Password), Trusting(server));

        Assert.Equal(OutcomeKind.TryAgain, outcome.Kind);
        AssertNothingLeft(server);
    }

    [Fact]
    public async Task A_server_without_tls_gets_nothing_unless_the_setting_says_so()
    {
        await using var server = new SmallMailServer(new() { OffersTls = false });

        var outcome = await Send(server, ("User", "store"), ("Password", Password));

        Assert.Equal(OutcomeKind.TryAgain, outcome.Kind);
        AssertNothingLeft(server);
        Assert.Equal(Outcome.Delivered, await Send(server, ("Tls", "none")));
        Assert.False(Assert.Single(server.Mails).WasEncrypted);
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 no such user here", "Refused", "answered 550: 5.1.1 no such user here")]
    [InlineData("MAIL", "553 this sender may not", "Refused", "answered 553: this sender may not")]
    [InlineData("DATA-END", "554 looks like spam", "Refused", "answered 554: looks like spam")]
    [InlineData("RCPT", "451 greylisted, come back", "TryAgain", "answered 451: greylisted, come back")]
    [InlineData("RCPT", "452 mailbox full for now", "TryAgain", "answered 452: mailbox full for now")]
    [InlineData("DATA-END", "452 no room", "TryAgain", "answered 452: no room")]
    [InlineData("GREETING", "421 closing for maintenance", "TryAgain", "421")]
    public async Task A_refusal_is_final_and_a_deferral_is_not_each_with_the_servers_words(string at, string answer, string kind, string words)
    {
        await using var server = new SmallMailServer(Answering(at, answer));

        var outcome = await Send(server, ("Tls", "none"));

        Assert.Equal(kind, outcome.Kind.ToString());
        Assert.Contains(words, outcome.Words, StringComparison.Ordinal);
        Assert.Empty(server.Mails);
    }

    [Fact]
    public async Task A_wrong_password_is_tried_again_and_not_told_to_anybody()
    {
        await using var server = new SmallMailServer(new() { Answers = new Dictionary<string, string>(StringComparer.Ordinal) { ["PASSWORD"] = "535 5.7.8 wrong" } });

        var outcome = await Send(server, ("User", "store"), ("Password", Password), Trusting(server));

        Assert.Equal(OutcomeKind.TryAgain, outcome.Kind);
        Assert.Contains("535: 5.7.8 wrong", outcome.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, outcome.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Heard, line => line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_hangs_up_after_the_mail_gets_it_again_with_the_same_message_id()
    {
        await using var server = new SmallMailServer(new() { OffersTls = false, DropsAfterData = true });

        Assert.Equal(OutcomeKind.TryAgain, (await Send(server, ("Tls", "none"))).Kind);
        server.Manners = server.Manners with { DropsAfterData = false };
        Assert.Equal(Outcome.Delivered, await Send(server, ("Tls", "none")));

        Assert.Equal(2, server.Mails.Count);
        Assert.All(server.Mails, mail => Assert.Contains("Message-ID: <d-1@mail.adminorders>\r\n", mail.Content, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_left_after_the_timeout_and_one_that_is_not_there_is_tried_again()
    {
        await using var server = new SmallMailServer(new() { IsSilent = true });

        var silent = await Send(server, ("Tls", "none"), ("Timeout", "00:00:01"));
        var absent = await Send(await ClosedPort(), ("Tls", "none"));

        Assert.Equal((OutcomeKind.TryAgain, $"The mail server localhost:{server.Port} did not answer within 1 s."), (silent.Kind, silent.Words));
        Assert.Equal(OutcomeKind.TryAgain, absent.Kind);
        Assert.Contains("refused", absent.Words, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Whoever_stops_the_call_stops_it_at_once()
    {
        await using var server = new SmallMailServer(new() { IsSilent = true });
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Send(server.Port, [("Tls", "none")], stop.Token));
    }

    [Theory]
    [InlineData("Mail:Smtp:Port", "587")]
    [InlineData("Mail:Smtp:Host", "not a name")]
    [InlineData("Mail:Smtp:Port", "0", "Host", "localhost")]
    [InlineData("Mail:Smtp:Tls", "required", "Host", "localhost", "Port", "465")]
    [InlineData("Mail:Smtp:Tls", "none", "Host", "localhost", "Port", "465")]
    [InlineData("Mail:Smtp:Authority", "no-such-file.pem", "Host", "localhost")]
    [InlineData("Mail:Smtp:Tls", "sometimes", "Host", "localhost")]
    [InlineData("Mail:Smtp:Timeout", "soon", "Host", "localhost")]
    [InlineData("Mail:Smtp:User", "store", "Host", "localhost")]
    [InlineData("Mail:Smtp:Password", Password, "Host", "localhost")]
    [InlineData("Mail:Smtp:Password", Password, "Host", "localhost", "User", "store", "Tls", "none")]
    public void A_wrong_setting_is_named_and_never_the_password(string named, string told, params string[] others)
    {
        var settings = others.Chunk(2).Select(pair => (pair[0], pair[1])).Append((named["Mail:Smtp:".Length..], told));

        var refused = Assert.Throws<InvalidOperationException>(() => SmtpSettings.From(Configuration(settings)));

        Assert.StartsWith(named + " ", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_host_there_is_no_server_and_a_server_is_shown_without_its_password()
    {
        var server = SmtpSettings.From(Configuration([("Host", "mail.example.com"), ("User", "store"), ("Password", Password)]));

        Assert.Null(SmtpSettings.From(Configuration([])));
        Assert.Equal("mail.example.com:587", server?.ToString());
        Assert.Equal(SmtpTls.StartTls, server?.Tls);
    }

    [Theory]
    [InlineData("Port", "465", 465)]
    [InlineData("Tls", "implicit", 465)]
    public void On_port_465_tls_begins_before_the_greeting(string name, string value, int port)
    {
        var server = SmtpSettings.From(Configuration([("Host", "mail.example.com"), (name, value)]));

        Assert.Equal((SmtpTls.Implicit, port), (server!.Tls, server.Port));
    }

    private static MailServerManners Answering(string at, string answer) =>
        new() { OffersTls = false, Answers = new Dictionary<string, string>(StringComparer.Ordinal) { [at] = answer } };

    private static void AssertNothingLeft(SmallMailServer server)
    {
        Assert.Empty(server.Mails);
        Assert.DoesNotContain(server.Heard, line => line.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase) || line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    private static Task<Outcome> Send(SmallMailServer server, params (string, string)[] settings) => Send(server.Port, settings, CancellationToken.None);

    private static Task<Outcome> Send(int port, params (string, string)[] settings) => Send(port, settings, CancellationToken.None);

    private static async Task<Outcome> Send(int port, (string, string)[] settings, CancellationToken cancellationToken)
    {
        var server = new MailServer(
            SmtpSettings.From(Configuration([("Host", "localhost"), ("Port", port.ToString(System.Globalization.CultureInfo.InvariantCulture)), .. settings]))!, TimeProvider.System);
        using var mail = new MailMessage("orders@example.com", "jose@example.com", "Hello", "");
        mail.AlternateViews.Add(AlternateView.CreateAlternateViewFromString("A body.", null, "text/plain"));
        mail.Headers.Add("Message-ID", "<d-1@mail.adminorders>");
        return await server.Send(mail, cancellationToken);
    }

    private static IConfiguration Configuration(IEnumerable<(string Name, string Value)> settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.GroupBy(setting => setting.Name, StringComparer.Ordinal).Select(told => KeyValuePair.Create("Mail:Smtp:" + told.Key, (string?)told.Last().Value))).Build();

    private static async Task<int> ClosedPort()
    {
        await using var gone = new SmallMailServer();
        return gone.Port;
    }

    // As an operator does whose mail server has a certificate of the house.
    private static (string, string) Trusting(SmallMailServer server) => ("Authority", server.CertificateFile);
}
