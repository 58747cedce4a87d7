using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage.Stock;
using AdminOrders.Web.Api.Access;
using AdminOrders.Web.Api.Errors;

namespace AdminOrders.Web.Api.Reservations;

/// <summary><c>GET …/reservations/{reservationId}</c>: what is kept under a lock's id, or for an order under <c>00-</c> and its id.</summary>
internal static class GetReservation
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet(ReservationCalls.Root + "/{reservationId}", HandleAsync).Needs(Resource.ListOrders, Resource.OrdersFullAccess);

    private static async Task<IResult> HandleAsync(string reservationId, ApiCaller caller, StockLocks locks, CancellationToken cancellationToken)
    {
        _ = caller.OfStore();
        return await locks.Find(reservationId, cancellationToken) is { } found ? new ReservationAnswer(found) : ApiErrors.NoReservation();
    }
}
