using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace AdminOrders.Tests.Connectors;

/// <summary>A real server on loopback that answers each connection with the same bytes, over TLS with a certificate of its own making or without.</summary>
internal sealed class SmallWebServer : IAsyncDisposable
{
    private readonly TcpListener listener;
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentBag<Task> talks = [];
    private readonly Func<Stream, CancellationToken, Task> answer;
    private readonly bool isEncrypted;
    private readonly Task serving;
    private int connections;

    public SmallWebServer(string answer, bool isEncrypted = false, IPAddress? address = null)
        : this((stream, cancellationToken) => stream.WriteAsync(Encoding.ASCII.GetBytes(answer), cancellationToken).AsTask(), isEncrypted, address)
    {
    }

    /// <param name="answer">Writes the answer, after the request's head has come in.</param>
    public SmallWebServer(Func<Stream, CancellationToken, Task> answer, bool isEncrypted = false, IPAddress? address = null)
    {
        (this.answer, this.isEncrypted) = (answer, isEncrypted);
        listener = new(address ?? IPAddress.Loopback, 0);
        listener.Start();
        serving = Serve();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>How many have called, whether or not they said anything.</summary>
    public int Connections => Volatile.Read(ref connections);

    /// <summary>The heads of the requests that came in.</summary>
    public ConcurrentQueue<string> Heads { get; } = new();

    /// <summary>For <c>localhost</c>.</summary>
    public X509Certificate2 Certificate { get; } = NewCertificate();

    public static string Ok(string body) => $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}";

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        await Task.WhenAll(talks);
        Certificate.Dispose();
        stop.Dispose();
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                var caller = await listener.AcceptTcpClientAsync(stop.Token);
                Interlocked.Increment(ref connections);
                talks.Add(Talk(caller));
            }
        }
        catch (OperationCanceledException)
        {
            return;
        }
    }

    private async Task Talk(TcpClient caller)
    {
        using var connection = caller;
        try
        {
            await using var stream = await Open(connection);
            Heads.Enqueue(await Head(stream));
            await answer(stream, stop.Token);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
        {
            return;
        }
    }

    private async Task<Stream> Open(TcpClient connection)
    {
        if (!isEncrypted)
        {
            return connection.GetStream();
        }

        var encrypted = new SslStream(connection.GetStream());
        await encrypted.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = Certificate }, stop.Token);
        return encrypted;
    }

    private async Task<string> Head(Stream stream)
    {
        var (head, next) = (new StringBuilder(), new byte[1]);
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(next, stop.Token) > 0)
        {
            head.Append((char)next[0]);
        }

        return head.ToString();
    }

    private static X509Certificate2 NewCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
