using AdminOrders.Core.Connectors.Amazon;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Connectors.Amazon;

public sealed class AmazonQuotaTests
{
    private static readonly DateTimeOffset Since = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task After_the_burst_a_search_is_possible_every_three_minutes_and_Amazon_is_not_asked_before()
    {
        await using var stage = new AmazonStage(AmazonStage.SignedIn(_ => AmazonStage.Example("search-orders")));
        for (var call = 0; call < 20; call++)
        {
            Assert.IsType<AmazonAnswer<AmazonOrderPage>.Done>(await stage.Client.SearchOrders(Since, null, default));
        }

        var later = NotNow(await stage.Client.SearchOrders(Since, null, default));
        Assert.InRange((later.NotBefore - stage.Clock.GetUtcNow()).TotalSeconds, 178, 179);
        Assert.Equal((0, 20, later.NotBefore), (Left(stage), stage.Asked.Length, stage.Client.QuotaOf(AmazonOperation.SearchOrders).NextAt));

        stage.Clock.Set(later.NotBefore);
        Assert.IsType<AmazonAnswer<AmazonOrderPage>.Done>(await stage.Client.SearchOrders(Since, null, default));
        stage.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(20, Left(stage));
    }

    [Fact]
    public async Task Amazons_own_rate_counts_where_it_tells_one()
    {
        var rate = "0.1";
        await using var stage = new AmazonStage(AmazonStage.SignedIn(_ => AmazonStage.Example("search-orders") with { Headers = [("x-amzn-RateLimit-Limit", rate)] }));
        for (var call = 0; call < 20; call++)
        {
            await stage.Client.SearchOrders(Since, null, default);
        }

        var later = NotNow(await stage.Client.SearchOrders(Since, null, default));
        Assert.Equal(10, (later.NotBefore - stage.Clock.GetUtcNow()).TotalSeconds, 0.001);

        foreach (var nonsense in new[] { "soon", "-1", "0", "NaN", "1e-300", "Infinity" })
        {
            rate = nonsense;
            stage.Clock.Advance(TimeSpan.FromSeconds(11));
            Assert.IsType<AmazonAnswer<AmazonOrderPage>.Done>(await stage.Client.SearchOrders(Since, null, default));
            Assert.Equal(0.1, stage.Client.QuotaOf(AmazonOperation.SearchOrders).Rate);
        }
    }

    [Fact]
    public async Task Too_many_requests_empty_the_bucket_and_the_pause_is_Amazons_where_it_is_longer()
    {
        (string Name, string Value)[] headers = [];
        await using var stage = new AmazonStage(AmazonStage.SignedIn(_ => AmazonStage.Error(429, "QuotaExceeded", "You exceeded your quota", headers)));

        var first = NotNow(await stage.Client.GetOrder("1-1", default));
        Assert.Equal(("Amazon answered 429 QuotaExceeded: You exceeded your quota", 5), (first.Words, (first.NotBefore - stage.Clock.GetUtcNow()).TotalSeconds));
        Assert.Equal(0, stage.Client.QuotaOf(AmazonOperation.GetOrder).Left);
        Assert.Equal(10, stage.Client.QuotaOf(AmazonOperation.CancelOrder).Left);
        NotNow(await stage.Client.GetOrder("1-1", default));
        Assert.Single(stage.Asked);

        headers = [("Retry-After", "60")];
        stage.Clock.Set(first.NotBefore);
        var second = NotNow(await stage.Client.GetOrder("1-1", default));
        Assert.Equal(60, (second.NotBefore - stage.Clock.GetUtcNow()).TotalSeconds);

        headers = [("Retry-After", "999999999")];
        stage.Clock.Set(second.NotBefore);
        var third = NotNow(await stage.Client.GetOrder("1-1", default));
        Assert.Equal(TimeSpan.FromHours(1), third.NotBefore - stage.Clock.GetUtcNow());
    }

    [Theory]
    [InlineData(503, "300", 300)]
    [InlineData(500, "Mon, 02 Mar 2026 12:05:00 GMT", 300)]
    [InlineData(429, "Mon, 02 Mar 2026 12:05:00 GMT", 300)]
    [InlineData(503, "later", 5)]
    public async Task Trouble_that_says_when_it_is_over_is_believed(int status, string told, int seconds)
    {
        await using var stage = new AmazonStage(AmazonStage.SignedIn(
            _ => AmazonStage.Error(status, "InternalFailure", "busy", ("Retry-After", told), ("Date", "Mon, 02 Mar 2026 12:00:00 GMT"))));

        var later = NotNow(await stage.Client.GetOrder("1-1", default));
        stage.Clock.Advance(TimeSpan.FromSeconds(seconds - 1));
        NotNow(await stage.Client.GetOrder("1-1", default));
        Assert.Single(stage.Asked);
        stage.Clock.Set(later.NotBefore);
        NotNow(await stage.Client.GetOrder("1-1", default));

        Assert.Equal(2, stage.Asked.Length);
    }

    [Fact]
    public async Task A_call_that_goes_through_ends_the_growing_of_pauses()
    {
        var isDown = true;
        await using var stage = new AmazonStage(AmazonStage.SignedIn(_ => isDown ? new(503) : new(204)));
        foreach (var pause in new[] { 5, 10 })
        {
            Assert.Equal(pause, (await Pause(stage)).TotalSeconds);
        }

        isDown = false;
        Assert.IsType<AmazonAnswer<CancellationTaken>.Done>(await stage.Client.CancelOrder("1-1", AmazonCancelReasons.NoInventory, default));
        isDown = true;
        Assert.Equal(5, (await Pause(stage)).TotalSeconds);
    }

    [Fact]
    public void Calls_that_fail_side_by_side_are_one_trouble()
    {
        var clock = new ManualClock();
        var quota = new AmazonQuota(1, 10, clock);

        var pauses = Enumerable.Range(0, 8).Select(_ => (quota.Fail(null) - clock.GetUtcNow()).TotalSeconds);

        Assert.All(pauses, pause => Assert.Equal(5, pause));
    }

    private static async Task<TimeSpan> Pause(AmazonStage stage)
    {
        var later = NotNow(await stage.Client.CancelOrder("1-1", AmazonCancelReasons.NoInventory, default));
        var pause = later.NotBefore - stage.Clock.GetUtcNow();
        stage.Clock.Set(later.NotBefore);
        return pause;
    }

    private static int Left(AmazonStage stage) => stage.Client.QuotaOf(AmazonOperation.SearchOrders).Left;

    private static AmazonAnswer<T>.NotNow NotNow<T>(AmazonAnswer<T> answer) => Assert.IsType<AmazonAnswer<T>.NotNow>(answer);
}
