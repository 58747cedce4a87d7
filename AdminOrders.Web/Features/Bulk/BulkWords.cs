using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage.Bulk;
using AdminOrders.Core.Text;
using AdminOrders.Web.Features.Orders.Details;

namespace AdminOrders.Web.Features.Bulk;

/// <summary>The words of bulk jobs.</summary>
internal static class BulkWords
{
    /// <summary>What a job does, with how many orders.</summary>
    public static string Title(BulkJobView job) => job.Kind switch
    {
        BulkKind.Cancel => OrderWords.Count(job.Total, Texts.Job_CancelOne, Texts.Job_Cancel),
        BulkKind.ConfirmCancellation => OrderWords.Count(job.Total, Texts.Bulk_ConfirmTitleOne, Texts.Bulk_ConfirmTitle),
        BulkKind.Decline => OrderWords.Count(job.Total, Texts.Bulk_DeclineTitleOne, Texts.Bulk_DeclineTitle),
    };

    public static string Of(BulkState state) => Word($"Job_State_{state}");

    public static string ToneOf(BulkState state) => state switch
    {
        BulkState.Running => "blue",
        BulkState.Paused => "amber",
        BulkState.Done => "green",
        _ => "neutral",
    };

    public static string Of(BulkObstacle obstacle) => Word($"Job_Obstacle_{obstacle}");

    public static string Of(BulkProblem problem) => Word($"Job_Problem_{problem}");

    /// <summary>What became of an order.</summary>
    public static string Of(BulkOutcome outcome) => outcome switch
    {
        BulkOutcome.Canceled => StatusText.Label(Status.Canceled),
        BulkOutcome.Requested => StatusText.Label(Status.CancellationRequested),
        _ => Word($"Job_Outcome_{outcome}"),
    };

    /// <summary>What would become of an order.</summary>
    public static string Forecast(BulkOutcome outcome) => Word($"Job_Would_{outcome}");

    public static string ToneOf(BulkOutcome outcome) => outcome switch
    {
        BulkOutcome.Canceled or BulkOutcome.Declined => "green",
        BulkOutcome.Requested => "violet",
        BulkOutcome.Refused or BulkOutcome.Failed => "red",
        _ => "neutral",
    };

    private static string Word(string key) => Texts.ResourceManager.GetString(key, Texts.Culture) ?? throw new InvalidOperationException($"There is no text {key}.");
}
