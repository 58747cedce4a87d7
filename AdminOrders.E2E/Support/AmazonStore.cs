using System.Text;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Cli.Simulation;

namespace AdminOrders.E2E.Support;

/// <summary>A server that is connected to a sample Amazon, where the scenario of the docs happens when a journey moves Amazon's time.</summary>
public sealed class AmazonStore : Store
{
    private static readonly HttpClient Forwarder = new();
    private readonly ManualClock clock = new();
    private SampleAmazonServer? there;

    public override async Task DisposeAsync()
    {
        await Installation.Server!.DisposeAsync();
        await there!.DisposeAsync();
    }

    /// <summary>So much time goes by at Amazon.</summary>
    internal void Advance(TimeSpan by) => clock.Advance(by);

    /// <summary>Passes on what Amazon notifies, as a store's own forwarder does; returns how often something new was taken.</summary>
    internal async Task<int> ForwardAsync(string secret)
    {
        var isNew = 0;
        foreach (var notification in there!.Amazon.TakeNotifications())
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{Installation.Address}/api/channels/amazon/notifications")
            {
                Content = new StringContent(notification.ToJsonString(), Encoding.UTF8, "application/json"),
            };
            request.Headers.Add(SampleAmazonServer.SecretHeader, secret);
            using var answer = await Forwarder.SendAsync(request);
            answer.EnsureSuccessStatusCode();
            isNew += (await answer.Content.ReadAsStringAsync()).Contains("true", StringComparison.Ordinal) ? 1 : 0;
        }

        return isNew;
    }

    private protected override async Task<Installation> OpenAsync()
    {
        clock.Set(TimeProvider.System.GetUtcNow());
        var scenario = AmazonScenario.Read(await File.ReadAllBytesAsync(Path.Combine(Places.Repository, "docs", "scenarios", "amazon-cancellations.json")));
        there = await SampleAmazonServer.Start(scenario, "http://127.0.0.1:0", clock, CancellationToken.None);
        return await Support.Installation.StartAsync(StorePlace.NewFile().WithAmazon(there.Address));
    }
}
