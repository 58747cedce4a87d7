using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Api.Access;
using AdminOrders.Web.Api.Calls;
using AdminOrders.Web.Api.Errors;

namespace AdminOrders.Web.Api.Cancellation;

/// <summary>
/// <c>GET …/cancel/eligibility</c>: what <c>POST …/cancel</c> by this caller would do now, and what a confirmation of each open request would.
/// <c>?requestedByUser=true</c> asks it for the customer; the headers of the call count as they would there. Nothing is written.
/// </summary>
internal static class CancelEligibility
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/api/oms/pvt/orders/{orderId}/cancel/eligibility", HandleAsync).Needs(Resource.CancelOrder, Resource.ViewOrder);

    private static async Task<IResult> HandleAsync(
        string orderId, OrderCall call, OrderWorkflow workflow, HttpRequest request, CancellationToken cancellationToken)
    {
        var actor = call.Caller.Actor;
        var command = new Cancel(call.Post.Id, IsForCustomer(request) ? Side.Customer : actor.Side, new Reason(null, "-"));
        if (await workflow.Preview(call.Request(orderId, command), cancellationToken) is not { } preview)
        {
            return ApiErrors.NotFound();
        }

        var requests = new List<EligibleRequest>(preview.Facts.Requests.Length);
        foreach (var open in preview.Facts.Requests)
        {
            var confirmed = await workflow.Preview(orderId, new ConfirmCancellation(open.Id), actor, cancellationToken);
            requests.Add(new(open.Id, NameOf(open.RequestedBy), open.RequestedAt, open.DueAt, Outcome.Of(confirmed!)));
        }

        return TypedResults.Ok(new Eligibility(orderId, preview.Facts.Status, preview.Facts.Version, Outcome.Of(preview), requests));
    }

    private static bool IsForCustomer(HttpRequest request) => request.Query["requestedByUser"].ToString() switch
    {
        "" => false,
        var text when bool.TryParse(text, out var isForCustomer) => isForCustomer,
        _ => throw new ApiRefusedException(ApiErrors.Invalid("requestedByUser", "It must be true or false.")),
    };

    private static string NameOf<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>The order as it is now, what cancel would do, and what confirming would do.</summary>
    internal sealed record Eligibility(string OrderId, string Status, long Version, Outcome Cancel, IReadOnlyList<EligibleRequest> Requests);

    /// <summary>A request that is open, and what its confirmation would do.</summary>
    internal sealed record EligibleRequest(string CancellationRequestId, string RequestedBy, DateTimeOffset RequestedAt, DateTimeOffset DueAt, Outcome Confirm);

    /// <param name="Result"><c>canceled</c>, <c>requested</c>, <c>unchanged</c> or <c>refused</c>.</param>
    /// <param name="Refused">Why not; null: it may.</param>
    /// <param name="Steps">What somebody still has to do before the order is canceled.</param>
    internal sealed record Outcome(bool Allowed, string Result, RefusedView? Refused, IReadOnlyList<Step> Steps, Effects Effects)
    {
        public static Outcome Of(OrderPreview preview) => new(
            preview.Decision is not Core.Orders.Refused,
            ResultOf(preview),
            preview.Decision is Core.Orders.Refused refused ? RefusedView.Of(refused, preview.Facts) : null,
            preview.Preview.SecondStep is { } step ? [new("confirm", [.. step.Sides.Select(NameOf)], step.Resource, step.NeedsSecondPerson)] : [],
            Effects.Of(preview.Preview));

        private static string ResultOf(OrderPreview preview) => preview.Decision switch
        {
            Accepted => preview.Preview.To == Status.Canceled ? "canceled" : "requested",
            Unchanged => "unchanged",
            _ => "refused",
        };
    }

    internal sealed record RefusedView(string Code, string Message, IReadOnlyList<string> WayOut, IReadOnlyList<string> WhoMay)
    {
        public static RefusedView Of(Refused refused, OrderFacts facts)
        {
            var error = ApiErrors.Refused(refused);
            return new(error.Code, error.Message, [.. WaysOut.Of(refused.Code, facts).Select(NameOf)], refused.WhoMay.IsDefault ? [] : refused.WhoMay);
        }
    }

    /// <param name="By">The sides of which somebody may.</param>
    /// <param name="SecondPerson">Not by who asks.</param>
    internal sealed record Step(string Action, IReadOnlyList<string> By, string Resource, bool SecondPerson);

    /// <summary>What follows: the status, whose requests end, units that become free, money that goes back in minor units.</summary>
    internal sealed record Effects(string StatusFrom, string StatusTo, IReadOnlyList<string> ClosedRequests, IReadOnlyList<Units> Stock, IReadOnlyList<Money> Money)
    {
        public static Effects Of(Preview preview) => new(
            preview.From,
            preview.To,
            [.. preview.ClosedRequests.Select(NameOf)],
            [.. preview.Freed.Select(freed => new Units(freed.WarehouseId, freed.Units, freed.WasAcknowledged, NameOf(freed.Destination)))],
            [.. preview.Owed.Select(owed => new Money(owed.PaymentId, NameOf(owed.Kind), owed.Amount))]);
    }

    internal sealed record Units(string WarehouseId, int Quantity, bool WasAcknowledged, string Destination);

    internal sealed record Money(string PaymentId, string Kind, long Amount);
}
