using System.Globalization;
using System.Text.Json;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage.Stock;
using AdminOrders.Web.Api.Access;
using AdminOrders.Web.Api.Errors;
using AdminOrders.Web.Api.Orders;

namespace AdminOrders.Web.Api.Reservations;

/// <summary><c>GET …/reservations/{warehouseId}/{skuId}</c>: who holds units there, orders and reservations without one, the oldest first.</summary>
internal static class ListReservations
{
    private const int Usual = 20;
    private const int Most = 100;
    private const int LastPage = 1_000_000;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet(ReservationCalls.Root + "/{warehouseId}/{skuId}", HandleAsync).Needs(Resource.ListOrders, Resource.OrdersFullAccess);

    private static async Task HandleAsync(
        string warehouseId, string skuId, ApiCaller caller, StockLocks locks, HttpContext context, CancellationToken cancellationToken)
    {
        _ = caller.OfStore();
        var (page, size) = (Number(context.Request, "page", 1, LastPage), Number(context.Request, "perPage", Usual, Most));
        var (held, total) = await locks.At(new(skuId, warehouseId), page, size, cancellationToken);
        await OrderAnswers.WriteJsonAsync(context, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("items");
            foreach (var kept in held)
            {
                Write(json, skuId, kept);
            }

            json.WriteEndArray();
            json.WriteStartObject("paging");
            json.WriteNumber("page", page);
            json.WriteNumber("perPage", size);
            json.WriteNumber("total", total);
            json.WriteNumber("pages", (total + size - 1) / size);
            json.WriteEndObject();
            json.WriteEndObject();
        });
    }

    private static int Number(HttpRequest request, string name, int usual, int most) => request.Query[name].ToString() switch
    {
        "" => usual,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most => number,
        _ => throw new ApiRefusedException(ApiErrors.Invalid(name, string.Create(CultureInfo.InvariantCulture, $"It must be a whole number from 1 to {most}."))),
    };

    private static void Write(Utf8JsonWriter json, string skuId, HeldLock kept)
    {
        json.WriteStartObject();
        json.WriteString("LockId", kept.Id);
        json.WriteString("ItemId", skuId);
        json.WriteNumber("Quantity", kept.Quantity);
        json.WriteString("SalesChannel", kept.SalesChannel);
        json.WriteString("ReservationDateUtc", OrderTerms.Instant(kept.ReservedAt));
        json.WriteInstant("MaximumConfirmationDateUtc", kept.ExpiresAt);
        json.WriteInstant("ConfirmedDateUtc", kept.ConfirmedAt);
        json.WriteString("Status", kept.Status.ToString());
        json.WriteInstant("DateUtcAcknowledgedOnBalanceSystem", kept.AcknowledgedAt);
        json.WriteEndObject();
    }
}
