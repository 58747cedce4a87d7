using AdminOrders.Core.Connectors.Payments;
using AdminOrders.Core.Orders;

namespace AdminOrders.Tests.Connectors;

/// <summary>Which of several settlements a refund is asked back from.</summary>
public sealed class SettlementsTests
{
    [Theory]
    [InlineData(2_000, "S-1")]
    [InlineData(3_000, "S-1")]
    [InlineData(5_000, "S-2")]
    [InlineData(9_000, "S-2")]
    public void The_oldest_that_holds_the_amount_else_the_one_that_holds_the_most(long amount, string name) =>
        Assert.Equal(name, Named(amount, Captured("S-1", 3_000), Captured("S-2", 7_000), Captured("S-other", 9_000) with { Claim = new("other", DebtKind.Capture, 9_000) }));

    [Fact]
    public void What_was_given_back_is_gone_from_the_settlement_that_was_asked()
    {
        OrderEvent[] moved = [Captured("S-1", 3_000), Captured("S-2", 7_000), Returned(5_000), Returned(2_500)];

        Assert.Equal("S-2", Named(2_000, moved));
        Assert.Equal("S-1", Named(500, moved));
    }

    [Fact]
    public void A_void_takes_nothing_and_without_a_name_there_is_none()
    {
        var voided = new MoneyReturned("e", new("card", DebtKind.Void, 3_000));

        Assert.Equal("S-1", Named(3_000, Captured("S-1", 3_000), voided));
        Assert.Equal("", Named(3_000, Captured("S-1", 3_000) with { Reference = null }));
        Assert.Equal("", Named(3_000));
    }

    private static string Named(long amount, params OrderEvent[] moved) => Settlements.Named(moved, new("card", DebtKind.Refund, amount));

    private static MoneyCaptured Captured(string name, long amount) => new("e", new("card", DebtKind.Capture, amount), true) { Reference = name };

    private static MoneyReturned Returned(long amount) => new("e", new("card", DebtKind.Refund, amount));
}
