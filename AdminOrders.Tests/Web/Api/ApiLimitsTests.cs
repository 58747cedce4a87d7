using System.Net;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Api.Limits;
using Microsoft.Extensions.Options;

namespace AdminOrders.Tests.Web.Api;

/// <summary>How many requests a minute are answered, and to whom.</summary>
public sealed class ApiLimitsTests
{
    private readonly StopWatch clock = new();

    [Fact]
    public void One_key_alone_may_take_the_whole_limit_and_then_waits_for_the_minute_to_pass()
    {
        var limits = Limits(6000);
        Assert.Equal(6000, Admitted(limits, "key:a", 6100));
        Assert.Equal(60, limits.SecondsToWait("key:a"));

        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(1, limits.SecondsToWait("key:a"));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(limits.SecondsToWait("key:a"));
    }

    [Fact]
    public void Who_is_told_to_wait_is_answered_after_that_time_and_not_before()
    {
        var limits = Limits(10);
        Admitted(limits, "key:a", 4);
        clock.Advance(TimeSpan.FromSeconds(20));
        Admitted(limits, "key:a", 6);
        var wait = limits.SecondsToWait("key:a");

        Assert.Equal(40, wait);
        clock.Advance(TimeSpan.FromSeconds(39));
        Assert.Equal(1, limits.SecondsToWait("key:a"));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(4, Admitted(limits, "key:a", 10));
    }

    [Fact]
    public void A_greedy_key_starves_no_other()
    {
        var limits = Limits(6000);
        Assert.Equal(6000, Admitted(limits, "key:greedy", 20_000));
        Assert.Equal(3000, Admitted(limits, "key:late", 20_000));
        Assert.Equal(2000, Admitted(limits, "key:later", 2000));
        Assert.Equal(0, Admitted(limits, "key:greedy", 100));
    }

    [Fact]
    public void Of_keys_that_all_want_everything_none_gets_less_than_its_equal_share()
    {
        var limits = Limits(6000);
        var got = new Dictionary<string, int> { ["key:a"] = 0, ["key:b"] = 0, ["key:c"] = 0 };
        Admitted(limits, "key:a", 6000);
        for (var second = 0; second < 180; second++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            foreach (var key in got.Keys)
            {
                var admitted = Admitted(limits, key, 500);
                got[key] += second >= 120 ? admitted : 0;
            }
        }

        Assert.All(got.Values, admitted => Assert.InRange(admitted, 2000, 2600));
    }

    [Fact]
    public void A_key_that_has_gone_leaves_its_share_to_the_others()
    {
        var limits = Limits(100);
        Admitted(limits, "key:gone", 1);
        clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(100, Admitted(limits, "key:a", 200));
    }

    [Fact]
    public void A_limit_of_zero_is_none() => Assert.Equal(50_000, Admitted(Limits(0), "key:a", 50_000));

    [Fact]
    public async Task Past_the_limit_the_answer_is_429_with_the_seconds_to_wait_while_pages_and_other_keys_go_on()
    {
        await using var api = await ApiStore.Open(settings: ("Api:RequestsPerMinute", "20"));
        var owner = await api.Web.SignInAsAsync(PredefinedRoles.Owner);
        var (greedy, other) = (await api.AsErp(), await api.AsErp());
        for (var request = 0; request < 20; request++)
        {
            await ApiAccessTests.AssertAnswers(greedy, "/api/orders/feed", HttpStatusCode.NotImplemented, "not-offered");
        }

        using var refused = await greedy.GetAsync(new Uri("/api/orders/feed", UriKind.Relative));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        await ApiAccessTests.AssertAnswers(greedy, "/api/orders/feed", HttpStatusCode.TooManyRequests, "too-many-requests");
        await ApiAccessTests.AssertAnswers(other, "/api/orders/feed", HttpStatusCode.NotImplemented, "not-offered");
        for (var page = 0; page < 30; page++)
        {
            using var answer = await owner.GetAsync("/settings");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    private static int Admitted(ApiLimits limits, string credential, int requests) =>
        Enumerable.Range(0, requests).Count(_ => limits.SecondsToWait(credential) is null);

    private ApiLimits Limits(int limit) => new(Options.Create(new ApiLimitSettings { RequestsPerMinute = limit }), clock);

    // Its timestamps are moved by the test; the tests' other clock leaves them to the machine.
    private sealed class StopWatch : TimeProvider
    {
        private TimeSpan shown;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => shown.Ticks;

        public void Advance(TimeSpan by) => shown += by;
    }
}
