using AdminOrders.Core.Storage.Stock;
using AdminOrders.Web.Api.Access;
using AdminOrders.Web.Api.Errors;

namespace AdminOrders.Web.Api.Reservations;

/// <summary>What the operations on reservations have in common.</summary>
internal static class ReservationCalls
{
    public const string Root = "/api/logistics/pvt/inventory/reservations";

    /// <summary>Warehouses are the store's: what others keep in them they do not see.</summary>
    /// <exception cref="ApiRefusedException">403: a key of a channel, a seller or a customer.</exception>
    public static ApiCaller OfStore(this ApiCaller caller) =>
        caller is { Affiliate: null, SellerId: null, OrderId: null } ? caller : throw new ApiRefusedException(ApiErrors.ReservationsAreTheStores());

    /// <summary>Why it was not done.</summary>
    public static ApiError ErrorOf(LooseProblem problem) => problem switch
    {
        LooseProblem.NotFound => ApiErrors.NoReservation(),
        LooseProblem.OfAnOrder => ApiErrors.ReservationOfOrder(),
        LooseProblem.IdTaken => ApiErrors.LockIdTaken(),
        LooseProblem.NoStock => ApiErrors.NoStock(),
        LooseProblem.Over => ApiErrors.ReservationOver(),
        LooseProblem.NotConfirmed => ApiErrors.ReservationNotConfirmed(),
    };
}
