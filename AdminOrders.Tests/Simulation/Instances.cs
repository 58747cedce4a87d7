using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Stock;
using AdminOrders.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace AdminOrders.Tests.Simulation;

/// <summary>
/// Two instances on one store, each with the timers of its own process, which wake when they said they would. Minutes in which nothing is due are
/// left out.
/// </summary>
internal sealed class Instances(TestStore store, SimulatedLife chance) : IAsyncDisposable
{
    private readonly List<(ServiceProvider Process, TimerRunner Timers)> running = [];

    /// <summary>Both start.</summary>
    public void Start()
    {
        for (var instance = 0; instance < 2; instance++)
        {
            var process = store.OpenElsewhere();
            running.Add((process, new(
                process.GetRequiredService<StoreSource>(), process.GetRequiredService<OrderWorkflow>(), process.GetRequiredService<LooseReservations>(), store.Clock,
                NullLogger<TimerRunner>.Instance)));
        }
    }

    /// <summary>Both stop, in order.</summary>
    public async Task Stop()
    {
        foreach (var (process, timers) in running)
        {
            await timers.StopAsync(CancellationToken.None);
            timers.Dispose();
            await process.DisposeAsync();
        }

        running.Clear();
    }

    /// <summary>Both wake at a moment of their own within the minute before, and go on until what is due then has been done or a minute is over.</summary>
    public async Task WakeFor(DateTimeOffset due, Func<Task<bool>> isDone)
    {
        var start = store.Clock.GetUtcNow();
        var wakes = running.ConvertAll(_ => Later(start, due - chance.Within(TimeSpan.FromMinutes(1))));
        do
        {
            var now = wakes.Min();
            store.Clock.Set(now);
            var awake = Enumerable.Range(0, wakes.Count).Where(instance => wakes[instance] == now).ToList();
            var pauses = await Task.WhenAll(awake.Select(instance => running[instance].Timers.RunOnce(CancellationToken.None)));
            awake.ForEach(instance => wakes[instance] = now + pauses[awake.IndexOf(instance)]);
        }
        while (store.Clock.GetUtcNow() < due || (wakes.Min() <= due.AddMinutes(1) && !await isDone()));
    }

    /// <summary>Both at the same moment.</summary>
    public Task WakeNow() => Task.WhenAll(running.Select(instance => instance.Timers.RunOnce(CancellationToken.None)));

    public async ValueTask DisposeAsync() => await Stop();

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
