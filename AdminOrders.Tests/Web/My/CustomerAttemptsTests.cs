using System.Net;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Features.My;

namespace AdminOrders.Tests.Web.My;

public sealed class CustomerAttemptsTests
{
    private static readonly IPAddress Here = IPAddress.Parse("192.0.2.1");
    private readonly ManualClock clock = new();
    private readonly CustomerAttempts attempts;

    public CustomerAttemptsTests() => attempts = new(clock);

    [Fact]
    public void Bad_tokens_are_counted_by_address_and_regained_one_by_one()
    {
        Spend(Here);

        Assert.Equal(2, attempts.Begin(Here, "bad"));
        Assert.Null(attempts.Begin(IPAddress.Parse("192.0.2.2"), "bad"));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, attempts.Begin(Here, "bad"));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(attempts.Begin(Here, "bad"));
        Assert.Equal(2, attempts.Begin(Here, "bad"));
    }

    [Fact]
    public void Who_keeps_trying_while_turned_away_prolongs_nothing()
    {
        Spend(Here);
        for (var time = 0; time < 1000; time++)
        {
            Assert.Equal(2, attempts.Begin(Here, "bad"));
        }

        clock.Advance(TimeSpan.FromMinutes(1));
        Spend(Here);
    }

    [Fact]
    public void A_clock_that_ran_ahead_and_is_set_right_shuts_nobody_out()
    {
        clock.Advance(TimeSpan.FromDays(1));
        Spend(Here);
        clock.Advance(TimeSpan.FromDays(-1));

        Spend(Here);
        Assert.Equal(2, attempts.Begin(Here, "bad"));
    }

    [Fact]
    public void Good_tokens_cost_nothing()
    {
        for (var time = 0; time < 1000; time++)
        {
            Assert.Null(attempts.Begin(Here, $"good {time}"));
            attempts.Succeeded(Here, $"good {time}");
        }

        Spend(Here);
    }

    [Fact]
    public void A_token_that_was_good_lately_is_let_in_until_it_is_not_good_any_more()
    {
        attempts.Begin(Here, "good");
        attempts.Succeeded(Here, "good");
        Spend(Here);

        Assert.Null(attempts.Begin(Here, "good"));
        attempts.Failed("good");
        Assert.NotNull(attempts.Begin(Here, "good"));
    }

    [Fact]
    public void A_network_of_IPv6_is_one_address_and_a_mapped_address_is_its_own()
    {
        Spend(IPAddress.Parse("2001:db8:1:2::1"));
        Assert.NotNull(attempts.Begin(IPAddress.Parse("2001:db8:1:2:ffff::9"), "bad"));
        Assert.Null(attempts.Begin(IPAddress.Parse("2001:db8:1:3::1"), "bad"));

        Spend(IPAddress.Parse("::ffff:192.0.2.9"));
        Assert.NotNull(attempts.Begin(IPAddress.Parse("192.0.2.9"), "bad"));
    }

    [Fact]
    public void Any_number_of_addresses_takes_no_more_room_than_the_most()
    {
        Spend(Here);
        for (var number = 0; number < CustomerAttempts.Most + 50; number++)
        {
            attempts.Begin(new IPAddress(number + 1L), "bad");
        }

        Assert.Equal(CustomerAttempts.Most, attempts.Remembered);
        Assert.NotNull(attempts.Begin(Here, "bad"));
    }

    private void Spend(IPAddress from)
    {
        for (var time = 0; time < CustomerAttempts.Burst; time++)
        {
            Assert.Null(attempts.Begin(from, "bad"));
        }
    }
}
