using System.Text.Json;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage.Bulk;
using AdminOrders.Web.Api.Orders;

namespace AdminOrders.Web.Api.Bulk;

/// <summary>A bulk job as the API tells it.</summary>
internal static class BulkAnswer
{
    public static string AddressOf(string jobId) => $"{CancelOrders.Root}/{jobId}";

    /// <param name="items">Null: the job alone.</param>
    public static void Write(Utf8JsonWriter json, BulkJobView job, BulkItems? items)
    {
        json.WriteStartObject();
        json.WriteString("jobId", job.Id);
        json.WriteString("status", StateOf(job.State));
        json.WriteString("href", AddressOf(job.Id));
        json.WriteString("createdAt", OrderTerms.Instant(job.CreatedAt));
        json.WriteInstant("endedAt", job.EndedAt);
        json.WriteNumber("total", job.Total);
        json.WriteNumber("finished", job.Finished);
        json.WriteStartObject("results");
        foreach (var (outcome, orders) in job.Tally.Outcomes)
        {
            json.WriteNumber(CodeOf(outcome), orders);
        }

        json.WriteEndObject();
        if (items is not null)
        {
            json.WriteStartArray("orders");
            foreach (var item in items.Rows)
            {
                Write(json, item);
            }

            json.WriteEndArray();
            if (items.Next is { } next)
            {
                json.WriteNumber("next", next);
            }
            else
            {
                json.WriteNull("next");
            }
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, BulkItemView item)
    {
        json.WriteStartObject();
        json.WriteNumber("place", item.Place);
        json.WriteString("orderId", item.OrderId);
        json.WriteString("result", CodeOf(item.Outcome));
        json.WriteString("code", item.Refusal is { } refusal ? RefusalCodes.Of(refusal) : null);
        json.WriteString("status", item.Status);
        json.WriteString("receipt", item.Receipt);
        json.WriteInstant("date", item.At);
        json.WriteEndObject();
    }

    /// <summary>The stable code of an outcome.</summary>
    public static string CodeOf(BulkOutcome outcome) => outcome switch
    {
        BulkOutcome.None => "waiting",
        BulkOutcome.Canceled => "canceled",
        BulkOutcome.Requested => "cancellation-requested",
        BulkOutcome.Unchanged => "unchanged",
        BulkOutcome.Refused => "refused",
        BulkOutcome.Failed => "failed",
        BulkOutcome.LeftOut => "left-out",
        BulkOutcome.Declined => "declined",
    };

    private static string StateOf(BulkState state) => state switch
    {
        BulkState.Collecting => "collecting",
        BulkState.Draft => "draft",
        BulkState.Running => "running",
        BulkState.Paused => "paused",
        BulkState.Stopped => "stopped",
        BulkState.Done => "done",
    };
}
