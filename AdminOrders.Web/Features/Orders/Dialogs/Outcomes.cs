using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;
using AdminOrders.Web.Features.Orders.Details;
using AdminOrders.Web.Features.Requests;

namespace AdminOrders.Web.Features.Orders.Dialogs;

/// <summary>What was done, in one sentence.</summary>
internal static class Outcomes
{
    /// <param name="before">The status in which it was asked for.</param>
    public static string Of(Answer answer, string? before) => answer.Decision switch
    {
        Unchanged unchanged => answer.LastChange is { } last ? $"{OrderWords.Of(unchanged.Why)} {RequestWords.Answered(last)}" : OrderWords.Of(unchanged.Why),
        Accepted accepted when accepted.Events.Any(happened => happened is OrderCanceled) => Texts.Outcome_Canceled,
        Accepted accepted when accepted.Events.Any(happened => happened is CancellationRequested) => Texts.Outcome_Requested,
        _ when answer.Status == before => OrderWords.Say(Texts.Outcome_Stays, StatusText.Label(answer.Status)),
        _ => OrderWords.Say(Texts.Outcome_Status, StatusText.Label(answer.Status)),
    };
}
