using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>Writes the requests that an event opened and how those ended that it closed.</summary>
internal sealed class RequestWriter(StoreWrites writes)
{
    private static readonly string[] Asked =
    [
        "RequestedBy", "EnteredBySide", "EnteredBy", "EnteredByName", "EnteredByIssuer", "ReasonLabelId", "RequestedAt", "DueAt", "State", "Receipt",
    ];

    // A document may tell of a request as open that an older one of its documents had told of as over.
    private readonly SqlWrite insert = writes.Add(
        $"""
        {SqlStatement.Insert("CancellationRequests", ["RequestId", "OrderKey", .. Asked])}
        ON CONFLICT ("OrderKey", "RequestId") DO UPDATE SET "ClosedAt" = NULL, "ClosedByName" = NULL, "ClosedByHistoryId" = NULL,
            {string.Join(", ", Asked.Select(column => $"\"{column}\" = excluded.\"{column}\""))}
        """);

    private readonly SqlWrite close = writes.Add(SqlStatement.Update(
        "CancellationRequests", ["State", "ClosedAt", "ClosedByName", "ClosedByHistoryId"], "OrderKey", "RequestId"));

    public void Write(long orderKey, Happening happening)
    {
        foreach (var opened in happening.After.Requests)
        {
            if (!IsIn(happening.Before, opened.Id))
            {
                Insert(orderKey, opened, happening.Actor);
            }
        }

        foreach (var open in happening.Before.Requests)
        {
            if (!IsIn(happening.After, open.Id))
            {
                close.Later((int)EndOf(open.Id, happening.Event), Ticks.Of(happening.At), happening.Actor.Name, happening.HistoryId, orderKey, open.Id);
            }
        }
    }

    private void Insert(long orderKey, OpenRequest request, Actor actor) => insert.Later(
        request.Id, orderKey, (int)request.RequestedBy, (int)request.EnteredBySide, request.EnteredBy, request.EnteredBy == actor.Id ? actor.Name : "",
        request.EnteredByIssuer, request.Reason.LabelId, Ticks.Of(request.RequestedAt), Ticks.Of(request.DueAt), (int)RequestState.Open, request.Receipt);

    private static bool IsIn(OrderFacts facts, string requestId)
    {
        foreach (var request in facts.Requests)
        {
            if (request.Id == requestId)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How the request ended that the event closed.</summary>
    public static RequestState EndOf(string requestId, OrderEvent happened) => happened switch
    {
        OrderCanceled { RequestId: { } confirmed } when confirmed == requestId => RequestState.Confirmed,
        CancellationDeclined => RequestState.Declined,
        CancellationWithdrawn => RequestState.Withdrawn,
        RequestsDeclinedByInvoice => RequestState.DeclinedByInvoice,
        CancellationRequestsExpired => RequestState.Expired,
        _ => RequestState.Closed,
    };
}
