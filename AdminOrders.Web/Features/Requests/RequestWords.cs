using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Channels;
using AdminOrders.Core.Text;
using AdminOrders.Web.Features.Orders.Details;

namespace AdminOrders.Web.Features.Requests;

/// <summary>What the queue says, in the reader's language.</summary>
internal static class RequestWords
{
    /// <summary>What confirming the request that is due first would do now, in one line; "" where none is open. The rules say it.</summary>
    public static string Would(OrderFacts facts, Actor actor, DateTimeOffset now, Policy policy)
    {
        if (facts.Requests.MinBy(request => request.DueAt) is not { } first)
        {
            return "";
        }

        var considered = Rules.Consider(facts, new ConfirmCancellation(first.Id), actor, now, policy);
        var cancels = ChannelNames.AsksForItems(first.RequestedBy, first.EnteredBy) ? Texts.Queue_Would_CancelWhole : Texts.Queue_Would_Cancel;
        return Of(Rules.Preview(considered.Decision, considered.Due.Facts, policy), facts.Currency, cancels);
    }

    /// <summary>The deadline in words: how long there is still.</summary>
    public static string Left(TimeSpan left) => left <= TimeSpan.Zero ? Texts.Queue_Overdue : OrderWords.DaysLeft(left);

    /// <summary>The first products, and how many more: 3 × Shirt, 2 × Shoes, +4.</summary>
    public static string Products(QueuedOrder order)
    {
        var named = order.Products.Select(product => $"{product.Units} × {product.Name}").ToList();
        return string.Join(", ", order.ProductCount > named.Count ? [.. named, $"+{order.ProductCount - named.Count}"] : named);
    }

    /// <summary>What happened to the last request: who did what.</summary>
    public static string Answered(LastChange answer) =>
        OrderWords.Sentence($"{(answer.Side is not Side.System && answer.ActorName.Length > 0 ? answer.ActorName : OrderWords.Of(answer.Side))}: {OrderWords.OfEvent(answer.Kind)}");

    public static string Of(RequestDue due) => due switch
    {
        RequestDue.Any => Texts.Queue_DueAny,
        RequestDue.Today => Texts.Queue_DueToday,
        RequestDue.ThreeDays => Texts.Queue_Due3,
        RequestDue.SevenDays => Texts.Queue_Due7,
        RequestDue.Overdue => Texts.Queue_DueOverdue,
    };

    /// <summary>What an answer did, or why it did nothing and who was faster.</summary>
    /// <param name="done">What to say where it did what was wanted.</param>
    public static string Outcome(Answer answer, string done) => answer.Decision switch
    {
        Accepted => done,
        Refused { WhoMay.IsDefaultOrEmpty: false } refused =>
            $"{OrderWords.Of(refused.Code)} {OrderWords.Say(refused.Code is Refusal.Taken ? Texts.Queue_TakenBy : Texts.Order_WhoMay, string.Join(", ", refused.WhoMay))}",
        Refused refused => Joined(OrderWords.Of(refused.Code), answer.LastChange is { } last && IsOvertaken(refused.Code) ? Answered(last) : null),
        Unchanged unchanged => Joined(OrderWords.Of(unchanged.Why), answer.LastChange is { } last ? Answered(last) : null),
        _ => "",
    };

    /// <summary>A preview in one line.</summary>
    public static string Of(Preview preview, string currency) => Of(preview, currency, Texts.Queue_Would_Cancel);

    private static string Of(Preview preview, string currency, string cancels) => preview switch
    {
        { Refused: { } refused } => OrderWords.Of(refused.Code),
        { Unchanged: { } unchanged } => OrderWords.Of(unchanged.Why),
        _ when Stages.Of(preview.To) is Stage.Canceled => Line(preview, currency, cancels),
        _ when preview.From == preview.To => OrderWords.Say(Texts.Happen_Stays, StatusText.Label(preview.To)),
        _ => $"→ {StatusText.Label(preview.To)}",
    };

    /// <summary>A count that stays short.</summary>
    public static string Short(long count) => count > 999 ? "999+" : count.ToString(CultureInfo.CurrentCulture);

    // Somebody has answered: who and what says more than that it is over.
    private static bool IsOvertaken(Refusal code) => code is Refusal.NoRequest or Refusal.Canceled or Refusal.Stale or Refusal.ChangedMeanwhile;

    private static string Joined(string said, string? more) => more is null ? said : $"{said} {more}";

    private static string Line(Preview preview, string currency, string cancels)
    {
        var owed = preview.Owed.GroupBy(money => money.Kind).Select(group =>
            OrderWords.Say(TextFor(group.Key), MoneyText.Format(group.Sum(money => money.Amount), currency, CultureInfo.CurrentCulture)));
        var freed = preview.Freed.Sum(units => units.Units);
        return string.Join(" · ", [cancels, .. owed, .. freed > 0 ? [OrderWords.Count(freed, Texts.Queue_Would_FreeOne, Texts.Queue_Would_Free)] : Array.Empty<string>()]);
    }

    private static string TextFor(DebtKind kind) => kind switch
    {
        DebtKind.Void => Texts.Queue_Would_Void,
        DebtKind.Refund => Texts.Queue_Would_Refund,
        DebtKind.RefundWhenCaptured => Texts.Queue_Would_RefundLater,
        DebtKind.Capture => Texts.Queue_Would_Capture,
    };
}
