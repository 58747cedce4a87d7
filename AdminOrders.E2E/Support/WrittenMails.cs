using System.Text;

namespace AdminOrders.E2E.Support;

/// <summary>The mails that a server of this run wrote into its folder.</summary>
internal sealed class WrittenMails(StoreServer server)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The letter, as a mail program shows it, of the first mail of that name whose head and letter say both; waits until it is written.</summary>
    /// <param name="name">How its file's name ends.</param>
    public async Task<string> LetterAsync(string name, string head, string saying)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            foreach (var file in Directory.Exists(Folder) ? Directory.EnumerateFiles(Folder, "*" + name).Order(StringComparer.Ordinal) : Enumerable.Empty<string>())
            {
                var mail = await File.ReadAllTextAsync(file, patience.Token);
                if (mail.Contains(head, StringComparison.Ordinal) && Html(mail) is var letter && letter.Contains(saying, StringComparison.Ordinal))
                {
                    return letter;
                }
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), patience.Token);
        }
    }

    private string Folder => Path.Combine(server.Place.Folder, "mails");

    private static string Html(string mail)
    {
        var part = mail[mail.IndexOf("text/html", StringComparison.Ordinal)..];
        var content = part[(part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        return Encoding.UTF8.GetString(Convert.FromBase64String(content[..content.IndexOf("--", StringComparison.Ordinal)].ReplaceLineEndings("")));
    }
}
