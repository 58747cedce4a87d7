using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage.Stock;
using AdminOrders.Web.Api.Access;

namespace AdminOrders.Web.Api.Reservations;

/// <summary>
/// <c>POST …/reservations/{reservationId}/confirm</c>, <c>acknowledge</c> and <c>cancel</c>: what becomes of a reservation without an order. 200 without a body,
/// also where it is so already.
/// </summary>
internal static class ChangeReservation
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(ReservationCalls.Root + "/{reservationId}/confirm", ConfirmAsync).Needs(Resource.ChangeOrderWorkflowStatus);
        api.MapPost(ReservationCalls.Root + "/{reservationId}/acknowledge", AcknowledgeAsync).Needs(Resource.ChangeOrderWorkflowStatus);
        api.MapPost(ReservationCalls.Root + "/{reservationId}/cancel", CancelAsync).Needs(Resource.ChangeOrderWorkflowStatus);
    }

    private static Task<IResult> ConfirmAsync(string reservationId, ApiCaller caller, LooseReservations loose, CancellationToken cancellationToken)
    {
        _ = caller.OfStore();
        return Told(loose.Confirm(reservationId, cancellationToken));
    }

    private static Task<IResult> AcknowledgeAsync(string reservationId, ApiCaller caller, LooseReservations loose, CancellationToken cancellationToken)
    {
        _ = caller.OfStore();
        return Told(loose.Acknowledge(reservationId, cancellationToken));
    }

    private static Task<IResult> CancelAsync(string reservationId, ApiCaller caller, LooseReservations loose, CancellationToken cancellationToken) =>
        Told(loose.Cancel(reservationId, caller.OfStore().Actor, cancellationToken));

    private static async Task<IResult> Told(Task<LooseAnswer> work) =>
        (await work).Problem is { } problem ? ReservationCalls.ErrorOf(problem) : TypedResults.Ok();
}
