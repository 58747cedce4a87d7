using System.Text.Json;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;

namespace AdminOrders.Web.Api.Orders.Document;

/// <summary>Every cancellation request: those that only the document tells of as they came, those on record here as they stand.</summary>
internal sealed class RequestsPart(Template element)
{
    public void Write(Utf8JsonWriter json, OrderAnswer order, ReadOnlySpan<byte> told)
    {
        var requests = order.Record.Requests;
        if (requests.IsEmpty && !Told.IsList(told))
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartArray();
        var written = Told.IsList(told) ? WriteTold(json, order, told) : [];
        foreach (var request in requests.Where(request => !written.Contains(request.Id)))
        {
            Write(json, order, request);
        }

        json.WriteEndArray();
    }

    private HashSet<string> WriteTold(Utf8JsonWriter json, OrderAnswer order, ReadOnlySpan<byte> told)
    {
        var written = new HashSet<string>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(told);
        reader.Read();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            var entry = Template.RawValue(ref reader, told);
            if (OnRecord(order.Record, entry) is not { } request)
            {
                Told.Copy(json, element, entry);
            }
            else if (written.Add(request.Id))
            {
                Write(json, order, request);
            }
        }

        return written;
    }

    // An import keeps the digits of a GUID as the id; of any other id the instant tells which it is.
    private static RecordedRequest? OnRecord(OrderRecord record, ReadOnlySpan<byte> entry)
    {
        var id = Told.Text(entry, "id");
        var digits = Guid.TryParse(id, out var guid) ? guid.ToString("N") : null;
        var at = DateTimeOffset.TryParse(
            Told.Text(entry, "cancellationRequestDate"), System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.AssumeUniversal, out var instant) ? instant : (DateTimeOffset?)null;
        return record.Requests.FirstOrDefault(request => digits is null ? request.RequestedAt == at : request.Id == digits);
    }

    private static void Write(Utf8JsonWriter json, OrderAnswer order, RecordedRequest request)
    {
        var isDeclined = request.State is RequestState.Declined or RequestState.DeclinedByInvoice;
        json.WriteStartObject();
        json.WriteString("id", request.Id);
        json.WriteString("reason", order.Words(request.Reason) ?? "");
        json.WriteString("cancellationRequestDate", OrderTerms.Instant(request.RequestedAt));
        json.WriteBoolean("requestedByUser", request.RequestedBy is Side.Customer);
        json.WriteBoolean("deniedBySeller", isDeclined);
        json.WriteString("deniedBySellerReason", isDeclined ? request.Answer : null);
        json.WritePropertyName("cancellationRequestDenyDate");
        json.WriteInstant(isDeclined ? request.ClosedAt : null);
        json.WriteString("requestedBySide", CancellationPart.NameOf(request.RequestedBy));
        json.WriteString("state", JsonNamingPolicy.CamelCase.ConvertName(request.State.ToString()));
        json.WriteEndObject();
    }
}
