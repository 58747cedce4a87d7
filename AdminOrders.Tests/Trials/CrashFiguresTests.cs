using System.Collections.Concurrent;
using AdminOrders.Trials.Crashes;

namespace AdminOrders.Tests.Trials;

public sealed class CrashFiguresTests
{
    [Theory]
    [InlineData(19, 0)]
    [InlineData(20, 2)]
    public void A_trial_that_was_too_slow_or_hit_nothing_says_so_once_it_is_long_enough(int rounds, int missed)
    {
        using var client = new CommandClient(new("http://127.0.0.1:1"));
        var figures = new CrashFigures();
        for (var round = 0; round < rounds; round++)
        {
            figures.Killed(new Flood(client, new ConcurrentQueue<PlayedOrder>()));
        }

        Assert.Equal(missed, figures.Missed.Count);
    }
}
