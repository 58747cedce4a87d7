using System.Net.Mail;
using System.Text;
using System.Text.RegularExpressions;
using AdminOrders.Core.Connectors;

namespace AdminOrders.Tests.Effects;

public sealed partial class MimeMailTests
{
    [Theory]
    [InlineData("Order 1-01 was canceled")]
    [InlineData("Pedido 1-01: cancelación solicitada")]
    [InlineData("")]
    [InlineData("=?utf-8?B?SGk=?= is what somebody named an order")]
    [InlineData("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀 and é at every odd place é é é é é é é é é é é é é é é é é é")]
    public void A_subject_reads_as_it_was_written_and_stands_in_lines_that_every_server_takes(string subject)
    {
        var lines = Lines(subject, "José \"Pepe\" Núñez");

        Assert.All(lines, line => Assert.True(line.Length <= 78, line));
        Assert.All(EncodedWord().Matches(string.Join('\n', lines)), word => Assert.True(word.Length <= 75, word.Value));
        Assert.Equal(subject, Read(Header(lines, "Subject")));
        Assert.Equal("José \"Pepe\" Núñez <jose@xn--mlaga-xqa.example>", Read(Header(lines, "To")));
    }

    [Fact]
    public void A_long_plain_subject_is_folded()
    {
        var lines = Lines(new string('9', 1_500), "");

        Assert.All(lines, line => Assert.True(line.Length <= 78, line));
        Assert.Equal(new string('9', 1_500), Read(Header(lines, "Subject")));
    }

    [Fact]
    public void A_name_is_quoted_and_no_letter_of_it_begins_a_header()
    {
        Assert.Equal("\"Pepe \\\\ co\" <jose@xn--mlaga-xqa.example>", Header(Lines("Hi", "Pepe \\ co"), "To"));
        Assert.DoesNotContain(Lines("Hi\r\nBcc: eve@example.com", "Eve"), line => line.StartsWith("Bcc", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_mail_is_the_same_bytes()
    {
        Assert.Equal(Lines("Hola", "José"), Lines("Hola", "José"));
        Assert.Equal("Fri, 02 Jan 2026 03:04:05 +0000", Header(Lines("Hola", "José"), "Date"));
    }

    [Theory]
    [InlineData("josé@example.com", false)]
    [InlineData("jose@" + "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaé.example", false)]
    [InlineData("jose@málaga.example", true)]
    public void An_address_that_needs_more_than_ascii_before_the_at_cannot_be_reached(string address, bool isReachable) =>
        Assert.Equal(isReachable, MimeMail.AddressOf(new MailAddress(address)) is not null);

    private static string[] Lines(string subject, string name)
    {
        using var mail = new MailMessage(new MailAddress("orders@example.com", "AdminOrders"), new MailAddress("jose@málaga.example", name, Encoding.UTF8));
        // As the framework takes it: it refuses line ends in a subject by itself.
        mail.Headers.Add("Message-ID", "<d-1@mail.adminorders>");
        mail.Subject = subject.ReplaceLineEndings(" ");
        mail.AlternateViews.Add(AlternateView.CreateAlternateViewFromString("¡Hola!", Encoding.UTF8, "text/plain"));
        return Encoding.ASCII.GetString(MimeMail.Of(mail, new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero))).Split("\r\n");
    }

    // Lines that begin with a space go on with the one before.
    private static string Header(string[] lines, string name)
    {
        var first = Array.FindIndex(lines, line => line.StartsWith(name + ": ", StringComparison.Ordinal));
        return string.Join("\r\n", lines.Skip(first).TakeWhile((line, at) => at == 0 || line.StartsWith(' ')))[(name.Length + 2)..];
    }

    // The space between two encoded words is none.
    private static string Read(string header) => EncodedWord().Replace(
        header.Replace("?=\r\n =?", "?==?", StringComparison.Ordinal), word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups["content"].Value)));

    [GeneratedRegex(@"=\?utf-8\?B\?(?<content>[A-Za-z0-9+/=]*)\?=", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EncodedWord();
}
