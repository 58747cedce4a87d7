using System.Diagnostics;

namespace AdminOrders.Bench.Api;

/// <summary>What a load saw.</summary>
/// <param name="PerSecond">Requests answered in a second.</param>
/// <param name="Milliseconds">How long each took, ascending.</param>
/// <param name="WorkedMicroseconds">Processor time of the server for a request.</param>
internal sealed record Seen(double PerSecond, double[] Milliseconds, double WorkedMicroseconds)
{
    public double At(double share) => Milliseconds[(int)((Milliseconds.Length - 1) * share)];

    public override string ToString() =>
        FormattableString.Invariant($"{PerSecond,8:N0}/s  p50 {At(0.5),6:0.00}  p95 {At(0.95),6:0.00}  p99 {At(0.99),6:0.00} ms  cpu {WorkedMicroseconds,5:N0} µs");

    /// <summary>Several loads as one; the rate is their median.</summary>
    public static Seen Together(IReadOnlyList<Seen> loads) =>
        new(loads.Select(load => load.PerSecond).Order().ElementAt(loads.Count / 2), [.. loads.SelectMany(load => load.Milliseconds).Order()], loads.Average(load => load.WorkedMicroseconds));
}

/// <summary>Clients that send one request after the other, each on a connection of its own.</summary>
internal sealed class Load(ServerProcess server, int connections, IReadOnlyDictionary<string, string> headers) : IDisposable
{
    private readonly List<HttpClient> clients = [.. Enumerable.Range(0, connections).Select(_ => Client(server.Address, headers))];

    /// <summary>Sends so many requests, numbered from <paramref name="from"/>.</summary>
    public async Task<Seen> Send(int from, int count, Func<int, HttpRequestMessage> request)
    {
        var (next, took) = (from - 1, new double[count]);
        var worked = server.Worked;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(clients.Select(client => Task.Run(async () =>
        {
            for (var number = Interlocked.Increment(ref next); number < from + count; number = Interlocked.Increment(ref next))
            {
                var start = Stopwatch.GetTimestamp();
                await Send(client, request(number));
                took[number - from] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
        })));
        var perSecond = count / watch.Elapsed.TotalSeconds;
        Array.Sort(took);
        return new(perSecond, took, (server.Worked - worked).TotalMicroseconds / count);
    }

    /// <summary>A client with a connection of its own, which follows no redirect.</summary>
    public static HttpClient Client(string address, IReadOnlyDictionary<string, string> headers)
    {
        var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1, UseProxy = false, UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };
        foreach (var (name, value) in headers)
        {
            client.DefaultRequestHeaders.Add(name, value);
        }

        return client;
    }

    public void Dispose() => clients.ForEach(client => client.Dispose());

    private static async Task Send(HttpClient client, HttpRequestMessage message)
    {
        using (message)
        {
            using var answer = await client.SendAsync(message);
            if (!answer.IsSuccessStatusCode)
            {
                throw new InvalidOperationException($"{message.RequestUri}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            }

            await answer.Content.LoadIntoBufferAsync();
        }
    }
}
