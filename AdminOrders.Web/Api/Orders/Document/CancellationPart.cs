using System.Text.Json;
using AdminOrders.Core.Orders;

namespace AdminOrders.Web.Api.Orders.Document;

/// <summary>Who asked to cancel, who canceled and why. On an order that is neither canceled nor asked to be it is history, and stays as it came.</summary>
internal sealed class CancellationPart(Template root)
{
    private readonly Template data = root.At("cancellationData");

    public void WriteData(Utf8JsonWriter json, OrderAnswer order, ReadOnlySpan<byte> told)
    {
        if (order.Cancellation is not { } cancellation)
        {
            Told.Copy(json, data, told);
            return;
        }

        var marks = CancellationMarks.Of(cancellation.RequestedBy);
        var isPascal = order.Form is OrderForm.GetOrder;
        json.WriteStartObject();
        Write(json, isPascal ? "RequestedByUser" : "requestedByUser", marks.RequestedByUser);
        Write(json, isPascal ? "RequestedBySystem" : "requestedBySystem", marks.RequestedBySystem);
        Write(json, isPascal ? "RequestedBySellerNotification" : "requestedBySellerNotification", marks.RequestedBySellerNotification);
        Write(json, isPascal ? "RequestedByPaymentNotification" : "requestedByPaymentNotification", marks.RequestedByPaymentNotification);
        json.WriteString(isPascal ? "Reason" : "reason", order.Words(cancellation.Reason) ?? (isPascal ? null : ""));
        json.WritePropertyName(isPascal ? "CancellationDate" : "cancellationDate");
        json.WriteInstant(cancellation.At);
        json.WriteString(isPascal ? "CancellationRequestId" : "cancellationRequestId", cancellation.RequestId);
        if (isPascal)
        {
            // The other forms have it beside this.
            json.WriteString("CanceledBy", Canceler(order));
        }

        json.WriteString(isPascal ? "RequestedBySide" : "requestedBySide", NameOf(cancellation.RequestedBy));
        json.WriteEndObject();
    }

    public static void WriteReason(Utf8JsonWriter json, OrderAnswer order, ReadOnlySpan<byte> told)
    {
        if (order.Cancellation is { } cancellation)
        {
            json.WriteStringValue(order.Words(cancellation.Reason));
        }
        else
        {
            WriteTold(json, told);
        }
    }

    /// <summary>The name of who canceled.</summary>
    public static void WriteCanceler(Utf8JsonWriter json, OrderAnswer order, ReadOnlySpan<byte> told)
    {
        if (order.Facts.Cancellation is null)
        {
            WriteTold(json, told);
        }
        else
        {
            json.WriteStringValue(Canceler(order));
        }
    }

    /// <summary>The side's name in fields of our own.</summary>
    public static string NameOf(Side side) => JsonNamingPolicy.CamelCase.ConvertName(side.ToString());

    private static string? Canceler(OrderAnswer order) =>
        order.Facts.Cancellation is not null && order.Record.Description.CanceledBy is { Length: > 0 } name ? name : null;

    private static void WriteTold(Utf8JsonWriter json, ReadOnlySpan<byte> told) => json.WriteRawValue(told.IsEmpty ? "null"u8 : told, skipInputValidation: true);

    private static void Write(Utf8JsonWriter json, string name, bool? mark)
    {
        if (mark is { } known)
        {
            json.WriteBoolean(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
