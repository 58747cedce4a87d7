using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Features.Orders.List;

namespace AdminOrders.Tests.Web;

public sealed class ListQueryTests
{
    private static readonly TimeZoneInfo SaoPaulo = TimeZoneInfo.FindSystemTimeZoneById("America/Sao_Paulo");
    private static readonly TimeZoneInfo Santiago = TimeZoneInfo.FindSystemTimeZoneById("America/Santiago");
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 1, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("orders")]
    [InlineData("orders?status=handling&status=invoiced&date=last7Days&seller=1&origin=Marketplace&requests=open&sort=value&dir=asc")]
    [InlineData("orders?date=custom&from=2026-01-31&to=2026-02-28&view=0123456789abcdef0123456789abcdef&cursor=abc")]
    [InlineData("orders?status=handling&saved=0123456789abcdef0123456789abcdef&dir=asc&at=2026-02-28")]
    [InlineData("orders?status=&seller=a%26b%20%C3%A7&sort=lastChangeAt")]
    [InlineData("orders?canceledBy=user%3Aana&reason=sold-out&side=customer&refund=owed&sku=a%26b&min=10&max=2000&sort=status&dir=asc")]
    [InlineData("orders?status=canceled&affiliate=AMZ&reason=-&side=system&delay=underThreeDays&refund=given&sku=11")]
    public void An_address_is_read_and_written_the_same(string address) => Assert.Equal(address, OrderListQuery.Parse("https://store/" + address).Address);

    [Theory]
    [InlineData("?sort=nothing&date=never&dir=up&requests=maybe&from=31.01.2026&cursor=&view=&seller=")]
    [InlineData("")]
    [InlineData("?side=nobody&refund=maybe&min=-5&max=1e3&sku=&reason=&canceledBy=%00")]
    [InlineData("?delay=soon&affiliate=")]
    [InlineData("?min=1000000000000&max=99999999999999999999")]
    [InlineData("?at=2026-02-30&saved=")]
    [InlineData("?#status=handling")]
    [InlineData("?status=%00&status=a%07b&seller=%00&view=%00&cursor=%00")]
    public void What_it_does_not_understand_is_as_if_it_were_not_there(string query) =>
        Assert.Equal("orders", OrderListQuery.Parse("https://store/orders" + query).Address);

    // Only the order of creation has a day to begin with, and a cursor is a place of its own.
    [Theory]
    [InlineData("orders?sort=value&at=2026-02-28", "orders?sort=value")]
    [InlineData("orders?at=2026-02-28&cursor=abc", "orders?cursor=abc")]
    public void A_day_to_begin_with_gives_way(string asked, string address) => Assert.Equal(address, OrderListQuery.Parse(asked).Address);

    [Fact]
    public void The_last_day_of_all_is_no_place_to_begin() =>
        Assert.Null(OrderListQuery.Parse("orders?at=9999-12-31").Place(SaoPaulo));

    [Fact]
    public void The_address_of_an_order_carries_the_filter_but_not_the_place()
    {
        var query = OrderListQuery.Parse("orders?status=handling&cursor=abc");
        Assert.Equal("orders/a%2Fb?status=handling", query.AddressOf("a/b"));
    }

    [Fact]
    public void A_column_is_sorted_the_way_people_mean_first_and_then_the_other_way_round()
    {
        var query = OrderListQuery.Parse("orders?status=handling&cursor=abc");
        Assert.Equal("orders?status=handling&sort=value", query.SortedBy(OrderSort.Value).Address);
        Assert.Equal("orders?status=handling&sort=value&dir=asc", query.SortedBy(OrderSort.Value).SortedBy(OrderSort.Value).Address);
        Assert.Equal("orders?status=handling&sort=status&dir=asc", query.SortedBy(OrderSort.Status).Address);
        Assert.Equal("orders?status=handling&dir=asc", query.SortedBy(OrderSort.CreatedAt).Address);
    }

    // At this instant it is still the first of March in São Paulo.
    [Theory]
    [InlineData("today", "2026-03-01T03:00Z", "2026-03-02T03:00Z")]
    [InlineData("yesterday", "2026-02-28T03:00Z", "2026-03-01T03:00Z")]
    [InlineData("last7Days", "2026-02-23T03:00Z", "2026-03-02T03:00Z")]
    [InlineData("currentMonth", "2026-03-01T03:00Z", "2026-03-02T03:00Z")]
    [InlineData("last30Days", "2026-01-31T03:00Z", "2026-03-02T03:00Z")]
    [InlineData("custom&from=2026-02-10&to=2026-02-10", "2026-02-10T03:00Z", "2026-02-11T03:00Z")]
    [InlineData("custom&from=2026-02-10", "2026-02-10T03:00Z", null)]
    [InlineData("custom&to=2026-02-10", null, "2026-02-11T03:00Z")]
    [InlineData("any&from=2026-02-10", null, null)]
    public void Days_are_those_of_the_readers_clock(string date, string? from, string? before)
    {
        var filter = OrderListQuery.Parse("orders?date=" + date).ToFilter(null, SaoPaulo, Now);
        Assert.Equal((Instant(from), Instant(before)), (filter.CreatedFrom, filter.CreatedBefore));
    }

    // In Santiago clocks go from 24:00 to 1:00 on 6 September 2026, and from 24:00 back to 23:00 on 4 April 2026.
    [Fact]
    public void A_day_that_has_no_midnight_begins_when_the_clock_was_put_forward() =>
        Assert.Equal(Instant("2026-09-06T04:00Z"), LocalDays.Start(new DateOnly(2026, 9, 6), Santiago));

    [Fact]
    public void Days_join_where_the_clock_is_put_back()
    {
        var filter = OrderListQuery.Parse("orders?date=custom&from=2026-04-04&to=2026-04-04").ToFilter(null, Santiago, Now);
        Assert.Equal((Instant("2026-04-04T03:00Z"), Instant("2026-04-05T04:00Z")), (filter.CreatedFrom, filter.CreatedBefore));
    }

    [Fact]
    public void Text_and_choices_become_the_filter()
    {
        var filter = OrderListQuery.Parse("orders?status=handling&seller=1&origin=Chain&requests=open&sort=status&dir=asc").ToFilter("silva", SaoPaulo, Now);
        Assert.Equal([Status.Handling], filter.Statuses);
        Assert.Equal(("1", "Chain", true, "silva", OrderSort.Status, true),
            (filter.SellerId, filter.Origin, filter.OnlyOpenRequests, filter.Text, filter.Sort, filter.Ascending));
    }

    private static DateTimeOffset? Instant(string? text) =>
        text is null ? null : DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
