using System.Text.Json;
using AdminOrders.Core.Storage.Stock;
using AdminOrders.Web.Api.Orders;

namespace AdminOrders.Web.Api.Reservations;

/// <summary>A reservation as VTEX writes it, its misspellings among it. Of the delivery only what the store keeps is there.</summary>
internal sealed record ReservationAnswer(StockLock Lock) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => OrderAnswers.WriteJsonAsync(httpContext, Write);

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("LockId", Lock.Id);
        json.WriteNumber("Status", (int)Lock.Status);
        json.WriteString("SalesChannel", Lock.SalesChannel);
        json.WriteString("ReservationDateUtc", OrderTerms.Instant(Lock.ReservedAt));
        json.WriteInstant("MaximumConfirmationDateUtc", Lock.ExpiresAt);
        json.WriteInstant("AuthorizedDateUtc", Lock.ReservedAt);
        json.WriteInstant("ConfirmedDateUtc", Lock.ConfirmedAt);
        json.WriteInstant("AcknowledgedDateUtc", Lock.AcknowledgedAt);
        json.WriteInstant("CanceledDateUtc", Lock.CanceledAt);
        json.WriteString("LastUpdateDateUtc", OrderTerms.Instant(Lock.UpdatedAt));
        json.WriteStartArray("SlaRequest");
        foreach (var units in Lock.Units)
        {
            Write(json, units);
        }

        json.WriteEndArray();
        json.WriteNull("PickupPointItemOptions");
        json.WriteBoolean("IsSucess", true);
        json.WriteStartArray("Errors");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, LooseUnits units)
    {
        json.WriteStartObject();
        json.WriteStartObject("item");
        json.WriteString("id", units.Place.SkuId);
        json.WriteNumber("quantity", units.Quantity);
        json.WriteStartArray("kitItem");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteString("slaType", units.SlaType);
        json.WriteString("wareHouseId", units.Place.WarehouseId);
        json.WriteString("dockId", units.DockId);
        json.WriteEndObject();
    }
}
