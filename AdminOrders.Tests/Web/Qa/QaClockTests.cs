using AdminOrders.Web.Features.Qa;

namespace AdminOrders.Tests.Web.Qa;

public sealed class QaClockTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public void A_clock_that_nobody_moved_is_the_machines()
    {
        var clock = new QaClock();
        Assert.InRange(clock.GetUtcNow() - TimeProvider.System.GetUtcNow(), TimeSpan.FromSeconds(-1), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Whoever_waits_for_an_hour_waits_no_longer_when_the_clock_is_an_hour_ahead()
    {
        var clock = new QaClock();
        var anHour = Task.Delay(TimeSpan.FromHours(1), clock);
        var aDay = Task.Delay(TimeSpan.FromDays(1), clock);

        clock.Advance(TimeSpan.FromHours(1));

        await anHour.WaitAsync(Patience);
        Assert.False(aDay.IsCompleted);
        clock.Set(clock.GetUtcNow().AddDays(1));
        await aDay.WaitAsync(Patience);
    }

    [Fact]
    public async Task Jumps_add_up_and_a_jump_back_makes_nobody_wait_longer()
    {
        var clock = new QaClock();
        var twoHours = Task.Delay(TimeSpan.FromHours(2), clock);

        clock.Advance(TimeSpan.FromHours(1));
        clock.FollowTheMachine();
        Assert.False(twoHours.IsCompleted);
        clock.Advance(TimeSpan.FromHours(1));

        await twoHours.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_timer_without_a_jump_goes_off_when_its_time_has_come()
    {
        var clock = new QaClock();
        clock.Advance(TimeSpan.FromDays(400));
        await Task.Delay(TimeSpan.FromMilliseconds(20), clock).WaitAsync(Patience);
        Assert.InRange(clock.Ahead, TimeSpan.FromDays(400), TimeSpan.FromDays(401));
    }

    [Fact]
    public async Task A_timer_that_repeats_goes_off_once_for_a_jump_and_then_goes_on()
    {
        var clock = new QaClock();
        using var ticks = new SemaphoreSlim(0);
        await using var timer = clock.CreateTimer(_ => ticks.Release(), null, TimeSpan.FromHours(1), TimeSpan.FromHours(1));

        clock.Advance(TimeSpan.FromHours(10));
        Assert.True(await ticks.WaitAsync(Patience));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.True(await ticks.WaitAsync(Patience));
        Assert.Equal(0, ticks.CurrentCount);
    }

    [Fact]
    public async Task A_timer_that_was_stopped_or_disposed_hears_of_no_jump()
    {
        var clock = new QaClock();
        using var ticks = new SemaphoreSlim(0);
        await using var stopped = clock.CreateTimer(_ => ticks.Release(), null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        stopped.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await clock.CreateTimer(_ => ticks.Release(), null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan).DisposeAsync();
        var last = Task.Delay(TimeSpan.FromHours(2), clock);

        clock.Advance(TimeSpan.FromHours(2));

        await last.WaitAsync(Patience);
        Assert.Equal(0, ticks.CurrentCount);
    }
}
