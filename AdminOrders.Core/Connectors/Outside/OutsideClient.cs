using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace AdminOrders.Core.Connectors.Outside;

/// <summary>What a host name stands for at this moment.</summary>
internal delegate Task<IPAddress[]> AddressLookup(string host, CancellationToken cancellationToken);

/// <summary>
/// The one way to call an address that a person or another system named: https only, to addresses of the open internet only, which are looked up and
/// checked for each connection; no redirect is followed, no proxy, cookie or credential of the machine is used, and an answer is bounded in size and time.
/// </summary>
internal sealed class OutsideClient : IDisposable
{
    /// <summary>Bytes of an answer; a longer one is an error. A page of a hundred orders of a channel has several hundred thousand.</summary>
    public const int LongestAnswer = 4 * 1024 * 1024;

    private readonly OutsideSettings settings;
    private readonly AddressLookup lookup;
    private readonly HttpClient client;

    /// <param name="lookup">Null: the machine's own.</param>
    /// <param name="authorities">Who has to vouch for a server; null: whom the machine trusts.</param>
    public OutsideClient(OutsideSettings settings, AddressLookup? lookup = null, X509Certificate2Collection? authorities = null)
    {
        (this.settings, this.lookup) = (settings, lookup ?? Dns.GetHostAddressesAsync);
        client = new(Handler(authorities)) { Timeout = settings.Timeout, MaxResponseContentBufferSize = LongestAnswer };
    }

    /// <summary>Sends it and reads the whole answer, whatever its status.</summary>
    /// <exception cref="RefusedAddressException">The address may not be called; nobody was.</exception>
    /// <exception cref="HttpRequestException">There was no connection, no whole answer, or too long a one.</exception>
    /// <exception cref="TaskCanceledException">It took too long (with a <see cref="TimeoutException"/> within), or the token was canceled.</exception>
    public async Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri ?? throw new ArgumentException("Without an address.", nameof(request));
        if (!address.IsAbsoluteUri || address.UserInfo.Length > 0 || (address.Scheme != Uri.UriSchemeHttps && !settings.Allows(address)))
        {
            throw new RefusedAddressException("Only addresses that begin with https:// are called, without a user's name.");
        }

        // Above version 2 connections would be made another way, past the check.
        (request.Version, request.VersionPolicy) = (HttpVersion.Version11, HttpVersionPolicy.RequestVersionExact);
        try
        {
            return await client.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
        }
        catch (HttpRequestException failure) when (failure.InnerException is RefusedAddressException refused)
        {
            throw new RefusedAddressException(refused.Message);
        }
    }

    /// <summary>The same, where whatever goes wrong on the way is an answer too: no reply, and words for people.</summary>
    /// <param name="who">How the words begin, for example <c>The payment provider pay.example.com</c>.</param>
    public async Task<(OutsideReply? Reply, string Trouble)> Ask(HttpRequestMessage request, string who, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await Send(request, cancellationToken);
            return (new(answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(cancellationToken), answer.Headers), "");
        }
        catch (HttpRequestException failure)
        {
            return (null, OutsideWords.Fitting($"{who} could not be reached: {failure.Message}"));
        }
        catch (TaskCanceledException late) when (late.InnerException is TimeoutException)
        {
            return (null, $"{who} did not answer in time.");
        }
    }

    public void Dispose() => client.Dispose();

    private SocketsHttpHandler Handler(X509Certificate2Collection? authorities) => new()
    {
        ConnectCallback = Connect,
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
        ConnectTimeout = settings.Timeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = PolicyOf(authorities) },
    };

    private static X509ChainPolicy? PolicyOf(X509Certificate2Collection? authorities)
    {
        if (authorities is null)
        {
            return null;
        }

        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(authorities);
        return policy;
    }

    // The addresses that were checked are those that are called: the name is not looked up again.
    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = IPAddress.TryParse(host, out var written) ? [written] : await lookup(host, cancellationToken);
        if (addresses.Length == 0)
        {
            throw new SocketException((int)SocketError.HostNotFound);
        }

        if (!Array.TrueForAll(addresses, OpenInternet.Has) && !settings.Allows(context.InitialRequestMessage.RequestUri!))
        {
            throw new RefusedAddressException($"{host} is not on the open internet.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
