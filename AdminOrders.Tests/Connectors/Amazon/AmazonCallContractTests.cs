using AdminOrders.Core.Connectors.Amazon;

namespace AdminOrders.Tests.Connectors.Amazon;

/// <summary>What we send to Amazon is what Amazon's model takes.</summary>
public sealed class AmazonCallContractTests
{
    private const string Search = "/orders/2026-01-01/orders";
    private const string Order = Search + "/171-9876543-2109876";
    private static readonly DateTimeOffset Since = new(2026, 3, 1, 8, 30, 15, TimeSpan.FromHours(-3));

    public static TheoryData<string> Reasons() =>
        new(AmazonCancelReasons.NoInventory, AmazonCancelReasons.BuyerCanceled, AmazonCancelReasons.AddressUndeliverable, AmazonCancelReasons.CustomerExchange, AmazonCancelReasons.PricingError);

    [Fact]
    public async Task Each_call_that_reads_orders_fits_the_contract()
    {
        await using var stage = new AmazonStage(AmazonStage.SignedIn(_ => AmazonStage.Example("search-orders")));

        await stage.Client.SearchOrders(Since, null, default);
        await stage.Client.SearchOrders(Since, "2YgY&/=+ é", default);
        await stage.Client.GetOrder("171-9876543-2109876", default);

        Assert.Equal(
            [("searchOrders", ""), ("searchOrders", ""), ("getOrder", "")],
            stage.Asked.Select(AmazonCallContract.Check).Select(checkedCall => (checkedCall.Operation, string.Join("; ", checkedCall.Problems))));
    }

    [Theory]
    [MemberData(nameof(Reasons))]
    public async Task A_cancellation_fits_the_contract_with_each_reason(string reason)
    {
        await using var stage = new AmazonStage(AmazonStage.SignedIn(_ => new(204)));

        await stage.Client.CancelOrder("171-9876543-2109876", reason, default);

        var (operation, problems) = AmazonCallContract.Check(Assert.Single(stage.Asked));
        Assert.Equal("cancelOrder", operation);
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("GET", Search, "", "", "one of createdAfter, lastUpdatedAfter is needed")]
    [InlineData("GET", Search, "?lastUpdatedAfter=2026-03-01T08:30:15-03:00", "", "lastUpdatedAfter is no date in UTC")]
    [InlineData("GET", Search, "?LastUpdatedAfter=2026-03-01T08:30:15Z", "", "LastUpdatedAfter is no parameter; one of createdAfter, lastUpdatedAfter is needed")]
    [InlineData("GET", Search, "?createdAfter=2026-03-01T08:30:15Z&maxResultsPerPage=101", "", "maxResultsPerPage is out of its bounds")]
    [InlineData("GET", Search, "?createdAfter=2026-03-01T08:30:15Z&includedData=BUYER,ADDRESS", "", "includedData has \"ADDRESS\"")]
    [InlineData("GET", Search, "?createdAfter=2026-03-01T08:30:15Z&paginationToken=", "", "paginationToken is empty")]
    [InlineData("GET", Order, "?includedData=BUYER&includedData=PAYMENT", "", "includedData is there twice")]
    [InlineData("GET", Order, "", "{}", "a body is sent and none is taken")]
    [InlineData("PUT", Order + "/cancellation", "", "{}", "cancelReasonCode is missing")]
    [InlineData("PUT", Order + "/cancellation", "", "{\"cancelReasonCode\":\"OTHER\"}", "cancelReasonCode is \"OTHER\"")]
    [InlineData("PUT", Order + "/cancellation", "", "{\"cancelReasonCode\":\"NO_INVENTORY\",\"items\":[]}", "items is no field")]
    [InlineData("POST", Order + "/cancellation", "", "{}", "no such operation: POST " + Order + "/cancellation")]
    [InlineData("GET", Search + "/171/../x", "", "", "no such operation: GET " + Search + "/171/../x")]
    public void What_amazon_would_not_take_is_seen(string method, string path, string query, string body, string problems) =>
        Assert.Equal(problems, string.Join("; ", AmazonCallContract.Check(new(method, path, query, "token", body)).Problems));

    [Fact]
    public void More_marketplaces_than_amazon_takes_are_seen()
    {
        var ids = string.Join(',', Enumerable.Range(0, 51).Select(number => $"A{number}"));

        Assert.Equal(["marketplaceIds has too many"], AmazonCallContract.Check(new("GET", Search, $"?createdAfter=2026-03-01T08:30:15Z&marketplaceIds={ids}", "token", "")).Problems);
    }
}
