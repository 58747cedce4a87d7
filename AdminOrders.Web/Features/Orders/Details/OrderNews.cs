using AdminOrders.Core.Orders;

namespace AdminOrders.Web.Features.Orders.Details;

/// <summary>What somebody else did to the order while its page was open.</summary>
/// <param name="Text">Who did what, in the reader's language.</param>
/// <param name="At">When.</param>
public sealed record OrderNews(string Text, DateTimeOffset At)
{
    /// <summary>The latest thing that somebody else did between two readings, rather than what followed from it; null where nobody did.</summary>
    public static OrderNews? Between(OrderScreen before, OrderScreen now) =>
        now.Order.History
            .Where(entry => entry.Number > LastOf(before) && entry.ActorId != now.Reader.Id)
            .OrderBy(entry => entry.Event is MoneyOwed or StockReleased or StatusAdvanced)
            .Select(entry => new OrderNews(OrderWords.Sentence($"{OrderWords.Who(entry.ActorSide, entry.ActorId, entry.ActorName)}: {OrderWords.OfEvent(entry.Kind)}"), entry.At))
            .FirstOrDefault();

    private static int LastOf(OrderScreen screen) => screen.Order.History.IsEmpty ? 0 : screen.Order.History[0].Number;
}
