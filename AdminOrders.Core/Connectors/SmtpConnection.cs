using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace AdminOrders.Core.Connectors;

/// <summary>What a mail server answered.</summary>
/// <param name="Words">Its lines without the code, with one space between; controls left out.</param>
internal readonly record struct SmtpReply(int Code, string Words, IReadOnlyList<string> Lines)
{
    public bool Is(int kind) => Code / 100 == kind;
}

/// <summary>A connection to a mail server: lines there and back (RFC 5321), and TLS whose certificate is checked.</summary>
internal sealed class SmtpConnection : IAsyncDisposable
{
    private const int MostLines = 100;
    private const int LongestLine = 4096;
    private readonly TcpClient client = new();
    private readonly byte[] buffer = new byte[LongestLine];
    private Stream stream = Stream.Null;
    private int read, used;

    private SmtpConnection()
    {
    }

    /// <summary>This end of the connection, as EHLO names it.</summary>
    public string OwnName => client.Client.LocalEndPoint is IPEndPoint { Address: var address }
        ? address.IsIPv4MappedToIPv6 ? $"[{address.MapToIPv4()}]" : address.AddressFamily is AddressFamily.InterNetworkV6 ? $"[IPv6:{address.ToString().Split('%')[0]}]" : $"[{address}]"
        : "[127.0.0.1]";

    /// <exception cref="SocketException">Nobody is there.</exception>
    public static async Task<SmtpConnection> Open(string host, int port, CancellationToken cancellationToken)
    {
        var connection = new SmtpConnection();
        try
        {
            await connection.client.ConnectAsync(host, port, cancellationToken);
            connection.client.NoDelay = true;
            connection.stream = connection.client.GetStream();
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>From here on nobody on the way can read.</summary>
    /// <param name="authorities">Who has to vouch for the server; empty: whom the machine trusts.</param>
    /// <exception cref="System.Security.Authentication.AuthenticationException">Nobody vouches for the server's certificate, or it is another's.</exception>
    /// <exception cref="IOException">Something was said already that somebody on the way could have put there.</exception>
    public async Task Encrypt(string host, X509Certificate2Collection authorities, CancellationToken cancellationToken)
    {
        if (used < read)
        {
            throw new IOException("Something was said between STARTTLS and TLS.");
        }

        var encrypted = new SslStream(stream);
        stream = encrypted;
        await encrypted.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = host, CertificateChainPolicy = Trust(authorities) }, cancellationToken);
    }

    /// <summary>Says a line and hears the answer.</summary>
    public async Task<SmtpReply> Ask(string line, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), cancellationToken);
        return await Hear(cancellationToken);
    }

    /// <summary>Gives the mail, in lines of ASCII, and hears what becomes of it.</summary>
    public async Task<SmtpReply> Give(byte[] mail, CancellationToken cancellationToken)
    {
        // A line that begins with a dot gets another, so that none is taken for the end.
        var lines = Encoding.ASCII.GetString(mail).Replace("\r\n.", "\r\n..", StringComparison.Ordinal);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(lines), cancellationToken);
        return await Ask(".", cancellationToken);
    }

    /// <summary>The server's next answer.</summary>
    /// <exception cref="IOException">It hung up, or speaks something else.</exception>
    public async Task<SmtpReply> Hear(CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        while (lines.Count < MostLines)
        {
            var line = await Line(cancellationToken);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            {
                throw new IOException("What answers is no mail server.");
            }

            lines.Add(line.Length > 4 ? line[4..].Trim() : "");
            if (line.Length == 3 || line[3] != '-')
            {
                return new(code, string.Join(' ', lines), lines);
            }
        }

        throw new IOException("The answer has no end.");
    }

    public async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync();
        client.Dispose();
    }

    private async Task<string> Line(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        while (line.Length <= LongestLine)
        {
            if (used == read)
            {
                (used, read) = (0, await stream.ReadAsync(buffer, cancellationToken));
                if (read == 0)
                {
                    throw new IOException("The server hung up.");
                }
            }

            var letter = (char)buffer[used++];
            if (letter == '\n')
            {
                return line.ToString();
            }

            // Words are shown to people.
            _ = letter == '\r' ? line : line.Append(letter is >= ' ' and <= '~' ? letter : '?');
        }

        throw new IOException("A line of the answer has no end.");
    }

    private static X509ChainPolicy? Trust(X509Certificate2Collection authorities)
    {
        if (authorities.Count == 0)
        {
            return null;
        }

        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(authorities);
        return policy;
    }
}
