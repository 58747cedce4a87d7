using System.Net;
using System.Net.Sockets;

namespace AdminOrders.Tests.Support;

/// <summary>A cable to a server that can be cut: just before a COMMIT reaches it, or just before its answer comes back.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly (string Host, int Port) server;
    private readonly Task accepting;
    private volatile Cut next;

    public CuttingProxy(string host, int port)
    {
        server = (host, port);
        listener.Start();
        accepting = Accept();
    }

    public enum Cut
    {
        Nothing,
        BeforeTheCommit,
        AfterTheCommit,
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Cuts the next connection that commits.</summary>
    public void CutNext(Cut cut) => next = cut;

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await accepting.ContinueWith(_ => { }, TaskScheduler.Default);
    }

    private async Task Accept()
    {
        while (true)
        {
            var client = await listener.AcceptTcpClientAsync();
            _ = Carry(client);
        }
    }

    private async Task Carry(TcpClient client)
    {
        using var near = client;
        using var far = new TcpClient();
        await far.ConnectAsync(server.Host, server.Port);
        var there = Pump(near.GetStream(), far.GetStream(), Cut.BeforeTheCommit);
        var back = Pump(far.GetStream(), near.GetStream(), Cut.AfterTheCommit);
        await Task.WhenAny(there, back);
    }

    private async Task Pump(NetworkStream from, NetworkStream to, Cut here)
    {
        var buffer = new byte[64 * 1024];
        for (var read = await from.ReadAsync(buffer); read > 0; read = await from.ReadAsync(buffer))
        {
            if (next == here && buffer.AsSpan(0, read).IndexOf("COMMIT\0"u8) >= 0)
            {
                next = Cut.Nothing;
                return;
            }

            await to.WriteAsync(buffer.AsMemory(0, read));
        }
    }
}
