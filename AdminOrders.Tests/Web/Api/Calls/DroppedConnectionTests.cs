using System.Net.Sockets;
using System.Text;
using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Web.Api.Calls;

/// <summary>A client that sends and does not stay for the answer, again and again.</summary>
public sealed class DroppedConnectionTests
{
    private const int Retries = 1_000;
    private const int AtOnce = 20;

    [Theory]
    [EveryEngine]
    public async Task A_retry_after_a_dropped_connection_never_confirms(Engine engine)
    {
        await using var store = await ServedStore.Open(engine, An.Order(ServedStore.Id).Handling(), An.Order("2").Handling());
        using var byDelay = await store.Erp();
        using var never = await store.Erp(SecondCall.Never);

        await Parallel.ForAsync(0, Retries, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) =>
        {
            await SendAndLeave(store.Address, byDelay, ServedStore.Id);
            await SendAndLeave(store.Address, never, "2");
            store.Clock.Advance(TimeSpan.FromMilliseconds(9));
        });
        await Task.WhenAll(AllArrived(store, byDelay, ServedStore.Id), AllArrived(store, never, "2"));

        Assert.Equal(2, await store.CountOf("cancellation-requested"));
        Assert.Equal(0, await store.CountOf("order-canceled"));
        Assert.All([await store.Facts(), await store.Facts("2")], facts => Assert.Equal(Status.CancellationRequested, facts.Status));
        await store.AssertIntact();
    }

    // The connection is torn down, not closed: whatever is on its way back is lost.
    private static async Task SendAndLeave(Uri address, HttpClient client, string orderId)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { LingerState = new LingerOption(enable: true, seconds: 0) };
        await socket.ConnectAsync(address.Host, address.Port);
        var headers = string.Concat(client.DefaultRequestHeaders.Select(header => $"{header.Key}: {header.Value.Single()}\r\n"));
        await socket.SendAsync(Encoding.ASCII.GetBytes(
            $"POST /api/oms/pvt/orders/{orderId}/cancel HTTP/1.1\r\nHost: {address.Authority}\r\n{headers}Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{{}}"));
    }

    // Whoever stays for the answer is told the same: somebody asked, nobody confirmed. Everything that was sent before was taken before.
    private static async Task AllArrived(ServedStore store, HttpClient client, string orderId)
    {
        var told = await client.Cancel(orderId: orderId);
        Assert.Equal("cancellation-requested", told.OrderStatus);
        Assert.NotEmpty((await store.Facts(orderId)).Requests);
    }
}
