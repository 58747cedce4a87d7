using AdminOrders.Core.Orders;
using AdminOrders.Web.Features.Requests;

namespace AdminOrders.Tests.Web;

public sealed class RequestQueryTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 23, 30, 0, TimeSpan.Zero);

    [Fact]
    public void An_address_says_all_that_the_queue_shows()
    {
        var query = new RequestQuery
        {
            Side = Side.Marketplace,
            ReasonCode = "wrong-size",
            SellerId = "mira sul",
            Assignee = RequestQuery.Nobodys,
            ValueFrom = 10,
            ValueTo = 99,
            Due = RequestDue.ThreeDays,
            Cursor = "abc",
        };

        Assert.Equal("requests?side=marketplace&reason=wrong-size&seller=mira%20sul&assignee=none&min=10&max=99&due=3d&cursor=abc", query.Address);
        Assert.Equal(query, RequestQuery.Parse("http://localhost/" + query.Address));
        Assert.Equal("requests", new RequestQuery().Address);
    }

    [Theory]
    [InlineData("?side=9&due=tomorrow&min=-1&max=ten")]
    [InlineData("?side=&assignee=")]
    [InlineData("?seller=%00&assignee=a%00b&reason=%07&cursor=%00")]
    [InlineData("")]
    public void What_is_not_understood_is_as_if_it_were_not_there(string query) => Assert.Equal(new RequestQuery(), RequestQuery.Parse("/requests" + query));

    [Fact]
    public void Today_ends_with_the_readers_day_and_mine_is_the_readers()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/Sao_Paulo");

        Assert.Equal(new DateTimeOffset(2026, 3, 3, 3, 0, 0, TimeSpan.Zero), (new RequestQuery { Due = RequestDue.Today }).ToFilter(null, "user:ana", zone, Now).DueBefore);
        Assert.Equal("user:ana", (new RequestQuery { Assignee = RequestQuery.Mine }).ToFilter(null, "user:ana", zone, Now).AssigneeId);
        Assert.True((new RequestQuery { Assignee = RequestQuery.Nobodys }).ToFilter(null, "user:ana", zone, Now).IsNobodys);
    }
}
