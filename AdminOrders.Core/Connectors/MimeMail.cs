using System.Globalization;
using System.Net.Mail;
using System.Text;

namespace AdminOrders.Core.Connectors;

/// <summary>Writes a mail as servers and mail programs read it (RFC 5322): lines of ASCII, texts in base64. The same mail is the same bytes.</summary>
internal static class MimeMail
{
    // No line of base64 has an underscore.
    private const string Boundary = "=_part_of_the_mail";
    private const int LongestPlain = 60;

    // With twelve letters around its base64 and the header's name before it, a line stays below 78.
    private const int BytesOfAWord = 36;

    /// <summary>The whole mail.</summary>
    /// <param name="at">Its date.</param>
    public static byte[] Of(MailMessage mail, DateTimeOffset at)
    {
        var text = new StringBuilder();
        Header(text, "From", Party(mail.From!));
        Header(text, "To", string.Join(", ", mail.To.Select(Party)));
        Header(text, "Subject", Words(mail.Subject));
        Header(text, "Date", at.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture));
        foreach (var name in mail.Headers.AllKeys)
        {
            // They are ours, and plain.
            Header(text, name!, mail.Headers[name]!);
        }

        Header(text, "MIME-Version", "1.0");
        Parts(text, mail);
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    /// <summary>What the mail says in its part of that type.</summary>
    public static string TextOf(MailMessage mail, string mediaType) =>
        Encoding.UTF8.GetString(Content(mail.AlternateViews.Single(view => string.Equals(view.ContentType.MediaType, mediaType, StringComparison.OrdinalIgnoreCase))));

    /// <summary>The address in ASCII, hosts' other letters in the way of their names; null: servers that know ASCII only cannot bring a mail there.</summary>
    public static string? AddressOf(MailAddress address)
    {
        try
        {
            var ascii = $"{address.User}@{new IdnMapping().GetAscii(address.Host)}";
            return ascii.All(IsPlain) ? ascii : null;
        }
        catch (ArgumentException)
        {
            // The host's name is none.
            return null;
        }
    }

    /// <summary>The same of an address that has one.</summary>
    public static string Address(MailAddress address) =>
        AddressOf(address) ?? throw new ArgumentException("The address has letters that no mail server has to know.", nameof(address));

    private static void Parts(StringBuilder text, MailMessage mail)
    {
        Header(text, "Content-Type", $"multipart/alternative; boundary=\"{Boundary}\"");
        foreach (var view in mail.AlternateViews)
        {
            text.Append("\r\n--").Append(Boundary).Append("\r\n");
            Header(text, "Content-Type", $"{view.ContentType.MediaType}; charset=utf-8");
            Header(text, "Content-Transfer-Encoding", "base64");
            text.Append("\r\n").Append(Convert.ToBase64String(Content(view), Base64FormattingOptions.InsertLineBreaks));
        }

        text.Append("\r\n--").Append(Boundary).Append("--\r\n");
    }

    private static byte[] Content(AlternateView view)
    {
        using var content = new MemoryStream();
        view.ContentStream.Position = 0;
        view.ContentStream.CopyTo(content);
        return content.ToArray();
    }

    private static void Header(StringBuilder text, string name, string value) => text.Append(name).Append(": ").Append(value).Append("\r\n");

    private static string Party(MailAddress party) => party.DisplayName switch
    {
        "" => Address(party),
        var name when IsPlain(name) => $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\" <{Address(party)}>",
        var name => $"{Words(name)} <{Address(party)}>",
    };

    private static bool IsPlain(string text) =>
        text.Length <= LongestPlain && text.All(IsPlain) && !text.Contains("=?", StringComparison.Ordinal);

    private static bool IsPlain(char letter) => letter is >= ' ' and <= '~';

    // What is not plain is taken apart between letters, never within one, and stands on lines of its own (RFC 2047).
    private static string Words(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var (words, word) = (new List<string>(), new List<byte>());
        foreach (var rune in text.EnumerateRunes())
        {
            // Whoever decodes it finds no line of its own in it.
            var letter = Rune.IsControl(rune) ? new Rune(' ') : rune;
            if (word.Count + letter.Utf8SequenceLength > BytesOfAWord)
            {
                words.Add(Word(word));
                word.Clear();
            }

            word.AddRange(Encoding.UTF8.GetBytes(letter.ToString()));
        }

        return string.Join("\r\n ", words.Append(Word(word)));
    }

    private static string Word(List<byte> bytes) => $"=?utf-8?B?{Convert.ToBase64String([.. bytes])}?=";
}
