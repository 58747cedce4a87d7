using System.Globalization;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Shell.Localization;

namespace AdminOrders.Tests.Web;

public sealed class UserZoneTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Instants_are_told_in_the_browsers_zone_and_the_zone_is_named()
    {
        using var zone = InEnglish("America/Sao_Paulo");
        Assert.Equal("11/21/2026 9:00:00 AM (America/Sao_Paulo, GMT-03:00)", zone.Exact(Now).Replace('\u202F', ' '));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Moon/Crater")]
    [InlineData("../../etc/passwd")]
    public void An_unknown_zone_is_utc(string? name)
    {
        using var zone = InEnglish(name);
        Assert.Equal("UTC", zone.ZoneName());
    }

    [Theory]
    [InlineData(-30, "just now")]
    [InlineData(-60, "1 min ago")]
    [InlineData(-3599, "59 min ago")]
    [InlineData(-7200, "2 h ago")]
    [InlineData(-3 * 86400, "3 d ago")]
    [InlineData(-7 * 86400, "11/14/2026")]
    [InlineData(300, "in 5 min")]
    [InlineData(2 * 86400, "in 2 d")]
    public void Near_times_are_relative_and_far_ones_are_days(int seconds, string expected)
    {
        using var zone = InEnglish("UTC");
        Assert.Equal(expected, zone.Ago(Now.AddSeconds(seconds)));
        Assert.Equal(seconds > -7 * 86400, zone.HasAge(Now.AddSeconds(seconds)));
    }

    private static UserZone InEnglish(string? name)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");
        var clock = new ManualClock();
        clock.Set(Now);
        var zone = new UserZone(clock);
        zone.Use(name);
        return zone;
    }
}
