using System.Text.Json;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Sample;

/// <summary>Who asked to cancel and who canceled, in either of the two casings that documents come with.</summary>
internal static class SampleCancellation
{
    public static void Write(Utf8JsonWriter json, SampleOrder order)
    {
        if (order.Story.Side is not { } side || order.Story.IsUnreadable)
        {
            json.WriteNull("cancellationData");
            return;
        }

        Data(json, order, side);
        if (order.IsRequested)
        {
            Requests(json, order);
        }
    }

    private static void Data(Utf8JsonWriter json, SampleOrder order, Side side)
    {
        // Some have the field names of Get order, the others those of its kin.
        var isPascal = order.Sequence[^1] is '0' or '5';
        json.WriteStartObject("cancellationData");
        Mark(json, Cased("requestedByUser", isPascal), side is Side.Customer, side is not Side.Customer);
        Mark(json, Cased("requestedBySystem", isPascal), side is Side.System, false);
        Mark(json, Cased("requestedBySellerNotification", isPascal), side is Side.Seller or Side.Marketplace, false);
        Mark(json, Cased("requestedByPaymentNotification", isPascal), side is Side.Payment, false);
        json.WriteString(Cased("reason", isPascal), order.Reason);
        json.WriteString(Cased("cancellationDate", isPascal), order.LastChangeAt.Text());
        if (!isPascal && side is Side.Store or Side.Customer)
        {
            json.WriteString("cancellationRequestId", order.Requests[0].Id);
        }

        json.WriteEndObject();
    }

    private static void Requests(Utf8JsonWriter json, SampleOrder order)
    {
        json.WriteStartArray("cancellationRequests");
        for (var index = 0; index < order.Requests.Count; index++)
        {
            var (id, side) = order.Requests[index];
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("reason", order.Reason);
            json.WriteString("cancellationRequestDate", order.LastChangeAt.AddMinutes(-7 * (order.Requests.Count - index)).Text());
            json.WriteBoolean("requestedByUser", side is Side.Customer);
            json.WriteBoolean("deniedBySeller", false);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Mark(Utf8JsonWriter json, string name, bool isTrue, bool isFalse)
    {
        if (isTrue || isFalse)
        {
            json.WriteBoolean(name, isTrue);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static string Cased(string name, bool isPascal) => isPascal ? char.ToUpperInvariant(name[0]) + name[1..] : name;
}
