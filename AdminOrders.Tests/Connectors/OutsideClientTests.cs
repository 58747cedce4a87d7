using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using AdminOrders.Core.Connectors.Outside;
using Microsoft.Extensions.Configuration;

namespace AdminOrders.Tests.Connectors;

public sealed class OutsideClientTests
{
    private const string Elsewhere = "8.8.8.8";

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData($"{Elsewhere},127.0.0.1")]
    [InlineData($"127.0.0.1,{Elsewhere}")]
    [InlineData($"2001:4860:4860::8888,{Elsewhere},169.254.169.254")]
    public async Task A_name_of_which_one_address_is_not_outside_is_called_at_none(string addresses)
    {
        await using var server = new SmallWebServer(SmallWebServer.Ok("{}"), isEncrypted: true);
        using var client = new OutsideClient(Strict, (_, _) => Task.FromResult(addresses.Split(',').Select(IPAddress.Parse).ToArray()), [server.Certificate]);

        var refused = await Assert.ThrowsAsync<RefusedAddressException>(() => Get(client, $"https://pay.example.com:{server.Port}/secret-path"));

        Assert.Equal(0, server.Connections);
        Assert.Equal("pay.example.com is not on the open internet.", refused.Message);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("127.1")]
    [InlineData("2130706433")]
    [InlineData("0x7f000001")]
    [InlineData("0177.0.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("[::1]")]
    [InlineData("[::]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[::ffff:7f00:1]")]
    public async Task No_way_to_write_this_machine_reaches_it(string host)
    {
        await using var server = new SmallWebServer(SmallWebServer.Ok("{}"), isEncrypted: true, IPAddress.IPv6Any);
        using var client = new OutsideClient(Strict, authorities: [server.Certificate]);

        await Assert.ThrowsAsync<RefusedAddressException>(() => Get(client, $"https://{host}:{server.Port}/"));

        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public async Task A_name_is_looked_up_again_for_each_connection()
    {
        await using var server = new SmallWebServer(SmallWebServer.Ok("{}"), isEncrypted: true);
        var lookups = new Queue<IPAddress[]>([[], [IPAddress.Loopback]]);
        using var client = new OutsideClient(Strict, (_, _) => Task.FromResult(lookups.Dequeue()), [server.Certificate]);

        var unknown = await Assert.ThrowsAsync<HttpRequestException>(() => Get(client, $"https://localhost:{server.Port}/"));
        Assert.IsType<SocketException>(unknown.InnerException);
        await Assert.ThrowsAsync<RefusedAddressException>(() => Get(client, $"https://localhost:{server.Port}/"));

        Assert.Empty(lookups);
        Assert.Equal(0, server.Connections);
    }

    [Theory]
    [InlineData("http://8.8.8.8/")]
    [InlineData("http://pay.example.com/")]
    [InlineData("ftp://pay.example.com/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user:password@pay.example.com/")]
    public async Task What_is_not_plainly_https_is_not_even_looked_up(string address)
    {
        using var client = new OutsideClient(Strict, (_, _) => throw new InvalidOperationException("Looked up."));

        await Assert.ThrowsAsync<RefusedAddressException>(() => Get(client, address));
    }

    [Fact]
    public async Task An_origin_that_is_allowed_is_called_and_its_neighbours_are_not()
    {
        await using var server = new SmallWebServer(SmallWebServer.Ok("""{"a":1}"""));
        await using var neighbour = new SmallWebServer(SmallWebServer.Ok("{}"));
        using var client = new OutsideClient(Allowing(server));

        using var answer = await Get(client, $"http://localhost:{server.Port}/any/path");

        Assert.Equal("""{"a":1}""", await answer.Content.ReadAsStringAsync());
        await Assert.ThrowsAsync<RefusedAddressException>(() => Get(client, $"http://localhost:{neighbour.Port}/"));
        await Assert.ThrowsAsync<RefusedAddressException>(() => Get(client, $"https://localhost:{server.Port}/"));
        await Assert.ThrowsAsync<RefusedAddressException>(() => Get(client, $"http://127.0.0.1:{server.Port}/"));
        Assert.Equal((1, 0), (server.Connections, neighbour.Connections));
    }

    [Fact]
    public async Task A_redirect_to_this_machine_is_an_answer_and_not_a_way()
    {
        await using var inside = new SmallWebServer(SmallWebServer.Ok("secret"));
        await using var server = new SmallWebServer(
            $"HTTP/1.1 307 Temporary Redirect\r\nLocation: http://127.0.0.1:{inside.Port}/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using var client = new OutsideClient(Allowing(server));

        using var answer = await Get(client, $"http://localhost:{server.Port}/");

        Assert.Equal(HttpStatusCode.TemporaryRedirect, answer.StatusCode);
        Assert.Equal(0, inside.Connections);
    }

    [Fact]
    public async Task Nothing_of_this_machine_goes_out_beside_the_request()
    {
        await using var server = new SmallWebServer(
            "HTTP/1.1 200 OK\r\nSet-Cookie: id=1\r\nAlt-Svc: h3=\":443\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using var client = new OutsideClient(Allowing(server));
        using var activity = new Activity("a command").Start();

        using var first = await Get(client, $"http://localhost:{server.Port}/");
        using var second = await Get(client, $"http://localhost:{server.Port}/");

        Assert.Equal(2, server.Heads.Count);
        Assert.All(server.Heads, head => Assert.Equal($"GET / HTTP/1.1\r\nHost: localhost:{server.Port}\r\n\r\n", head));
    }

    [Fact]
    public async Task An_answer_that_is_too_long_is_none()
    {
        await using var server = new SmallWebServer(async (stream, cancellationToken) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"u8.ToArray(), cancellationToken);
            for (var sent = 0; sent <= OutsideClient.LongestAnswer; sent += 4096)
            {
                await stream.WriteAsync(new byte[4096], cancellationToken);
            }
        });
        using var client = new OutsideClient(Allowing(server));

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => Get(client, $"http://localhost:{server.Port}/"));

        Assert.Equal(HttpRequestError.ConfigurationLimitExceeded, failure.HttpRequestError);
    }

    [Fact]
    public async Task An_answer_that_trickles_ends_with_the_time()
    {
        await using var server = new SmallWebServer(async (stream, cancellationToken) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n1"u8.ToArray(), cancellationToken);
            await Task.Delay(Timeout.Infinite, cancellationToken);
        });
        using var client = new OutsideClient(Allowing(server) with { Timeout = TimeSpan.FromMilliseconds(200) });

        var failure = await Assert.ThrowsAsync<TaskCanceledException>(() => Get(client, $"http://localhost:{server.Port}/"));

        Assert.IsType<TimeoutException>(failure.InnerException);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_gets_no_request()
    {
        await using var server = new SmallWebServer(SmallWebServer.Ok("{}"), isEncrypted: true);
        var settings = new OutsideSettings(TimeSpan.FromSeconds(10), [new Uri($"https://localhost:{server.Port}")]);
        using var careful = new OutsideClient(settings);
        using var trusting = new OutsideClient(settings, authorities: [server.Certificate]);

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => Get(careful, $"https://localhost:{server.Port}/"));
        Assert.Equal(HttpRequestError.SecureConnectionError, failure.HttpRequestError);
        Assert.DoesNotContain(server.Heads, head => head.Length > 0);

        using var answer = await Get(trusting, $"https://localhost:{server.Port}/");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public void Exceptions_to_the_guard_are_for_development_only()
    {
        var configuration = Settings(("Outside:Allowed", "http://localhost:5080, https://pay.test"));

        Assert.Equal(2, OutsideSettings.From(configuration, isDevelopment: true).Allowed.Length);
        var refused = Assert.Throws<InvalidOperationException>(() => OutsideSettings.From(configuration, isDevelopment: false));
        Assert.StartsWith("Outside:Allowed", refused.Message, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(20), OutsideSettings.From(Settings(), isDevelopment: false).Timeout);
    }

    [Theory]
    [InlineData("Outside:Timeout", "soon")]
    [InlineData("Outside:Timeout", "00:00:00")]
    [InlineData("Outside:Allowed", "localhost")]
    [InlineData("Outside:Allowed", "http://localhost:5080/path")]
    [InlineData("Outside:Allowed", "ftp://localhost")]
    public void A_wrong_setting_is_named(string name, string value)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => OutsideSettings.From(Settings((name, value)), isDevelopment: true));

        Assert.StartsWith(name, refused.Message, StringComparison.Ordinal);
    }

    private static OutsideSettings Strict => new(TimeSpan.FromSeconds(10), []);

    private static OutsideSettings Allowing(SmallWebServer server) => Strict with { Allowed = [new Uri($"http://localhost:{server.Port}")] };

    private static IConfiguration Settings(params (string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Name, setting.Value))).Build();

    private static async Task<HttpResponseMessage> Get(OutsideClient client, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await client.Send(request, CancellationToken.None);
    }
}
