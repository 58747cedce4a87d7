using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace AdminOrders.Tests.Effects;

/// <summary>What a mail server does beside what it should.</summary>
internal sealed record MailServerManners
{
    public bool OffersTls { get; init; } = true;

    /// <summary>TLS begins before the greeting, as on port 465.</summary>
    public bool IsEncryptedFromTheStart { get; init; }

    /// <summary>How it lets people sign in.</summary>
    public string SignIn { get; init; } = "LOGIN";

    /// <summary>What it says with the answer to STARTTLS, before TLS begins; somebody on the way could put it there.</summary>
    public string SaidBeforeTls { get; init; } = "";

    /// <summary>What it answers to a command, by its first word; <c>DATA-END</c> is the mail itself.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Takes the mail and hangs up without a word.</summary>
    public bool DropsAfterData { get; init; }

    /// <summary>Takes connections and never greets.</summary>
    public bool IsSilent { get; init; }
}

/// <summary>A mail that a server took: what was said about it, and its lines.</summary>
internal sealed record TakenMail(string From, string To, bool WasEncrypted, string? User, string? Password, string Content);

/// <summary>A real mail server on loopback that speaks as much SMTP as it must: EHLO, TLS with a certificate of its own making, AUTH, DATA.</summary>
internal sealed class SmallMailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task serving;

    public SmallMailServer(MailServerManners? manners = null)
    {
        Manners = manners ?? new();
        File.WriteAllText(CertificateFile, Certificate.ExportCertificatePem());
        listener.Start();
        serving = Serve();
    }

    public MailServerManners Manners { get; set; }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public X509Certificate2 Certificate { get; } = NewCertificate();

    /// <summary>The certificate without its key, in a file that lives as long as the server.</summary>
    public string CertificateFile { get; } = Path.GetTempFileName();

    public ConcurrentQueue<TakenMail> Mails { get; } = new();

    /// <summary>Everything that was said to it, as it came.</summary>
    public ConcurrentQueue<string> Heard { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        stop.Dispose();
        Certificate.Dispose();
        File.Delete(CertificateFile);
    }

    private async Task Serve()
    {
        var talks = new List<Task>();
        try
        {
            while (!stop.IsCancellationRequested)
            {
                talks.Add(Talk(await listener.AcceptTcpClientAsync(stop.Token)));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task Talk(TcpClient client)
    {
        try
        {
            using (client)
            {
                await new Conversation(this, client.GetStream()).Hold(stop.Token);
            }
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
        {
            Heard.Enqueue("(hung up)");
        }
    }

    private static X509Certificate2 NewCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    private sealed class Conversation(SmallMailServer server, Stream network)
    {
        private Stream stream = network;
        private string from = "", to = "";
        private string? user, password;
        private bool isEncrypted;

        public async Task Hold(CancellationToken cancellationToken)
        {
            if (server.Manners.IsSilent)
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            if (server.Manners.IsEncryptedFromTheStart)
            {
                await Encrypt(cancellationToken);
            }

            await Say(server.Manners.Answers.GetValueOrDefault("GREETING", "220 small mail server"), cancellationToken);
            while (await Hear(cancellationToken) is { } line && await Answer(line, cancellationToken))
            {
            }
        }

        private async Task<bool> Answer(string line, CancellationToken cancellationToken)
        {
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            if (server.Manners.Answers.TryGetValue(verb, out var told))
            {
                await Say(told, cancellationToken);
                return !told.StartsWith("421", StringComparison.Ordinal);
            }

            switch (verb)
            {
                case "EHLO":
                    await Say(Offers(), cancellationToken);
                    return true;
                case "STARTTLS":
                    await Say("220 go on" + server.Manners.SaidBeforeTls, cancellationToken);
                    await Encrypt(cancellationToken);
                    return true;
                case "AUTH":
                    await SignIn(line, cancellationToken);
                    return true;
                case "DATA":
                    return await Take(cancellationToken);
                case "QUIT":
                    await Say("221 bye", cancellationToken);
                    return false;
                default:
                    (from, to) = verb switch { "MAIL" => (line, to), "RCPT" => (from, line), _ => (from, to) };
                    await Say("250 fine", cancellationToken);
                    return true;
            }
        }

        private string Offers() => (isEncrypted, server.Manners.OffersTls) switch
        {
            (false, true) => "250-localhost\r\n250-8BITMIME\r\n250 STARTTLS",
            _ => $"250-localhost\r\n250-8BITMIME\r\n250 AUTH {server.Manners.SignIn}",
        };

        private async Task Encrypt(CancellationToken cancellationToken)
        {
            var encrypted = new SslStream(stream);
            await encrypted.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = server.Certificate }, cancellationToken);
            (stream, isEncrypted) = (encrypted, true);
        }

        private async Task SignIn(string line, CancellationToken cancellationToken)
        {
            if (line.Split(' ') is [_, "PLAIN", var both])
            {
                (user, password) = Plain(both).Split('\0') is [_, var name, var secret] ? (name, secret) : (null, null);
            }
            else
            {
                user = Plain(await Ask("334 VXNlcm5hbWU6", cancellationToken));
                password = Plain(await Ask("334 UGFzc3dvcmQ6", cancellationToken));
            }

            await Say(server.Manners.Answers.GetValueOrDefault("PASSWORD", "235 welcome"), cancellationToken);
        }

        private async Task<bool> Take(CancellationToken cancellationToken)
        {
            await Say("354 tell me", cancellationToken);
            var content = new StringBuilder();
            while (await Hear(cancellationToken) is { } line && line != ".")
            {
                content.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
            }

            if (server.Manners.Answers.TryGetValue("DATA-END", out var told))
            {
                await Say(told, cancellationToken);
                return true;
            }

            server.Mails.Enqueue(new(from, to, isEncrypted, user, password, content.ToString()));
            if (!server.Manners.DropsAfterData)
            {
                await Say("250 taken", cancellationToken);
            }

            return !server.Manners.DropsAfterData;
        }

        private async Task<string> Ask(string question, CancellationToken cancellationToken)
        {
            await Say(question, cancellationToken);
            return await Hear(cancellationToken) ?? "";
        }

        private async Task Say(string line, CancellationToken cancellationToken) =>
            await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), cancellationToken);

        // Null: the other side hung up.
        private async Task<string?> Hear(CancellationToken cancellationToken)
        {
            var line = new List<byte>();
            var one = new byte[1];
            while (await stream.ReadAsync(one, cancellationToken) == 1)
            {
                line.Add(one[0]);
                if (one[0] == '\n')
                {
                    var heard = Encoding.ASCII.GetString([.. line]).TrimEnd('\r', '\n');
                    server.Heard.Enqueue(heard);
                    return heard;
                }
            }

            return null;
        }

        private static string Plain(string word) => Encoding.UTF8.GetString(Convert.FromBase64String(word));
    }
}
