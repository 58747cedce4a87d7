using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace AdminOrders.Core.Orders;

/// <summary>An event as it is kept: kind and version choose the type, the JSON holds the rest; free texts lie apart.</summary>
public readonly record struct StoredEvent(string Kind, int Version, string Json);

/// <summary>Writes events and reads every kind and version ever written.</summary>
public static class EventJson
{
    private const int FirstVersion = 1;

    // A name once written is never renamed: a new shape gets a new version beside the old one.
    private static readonly FrozenDictionary<(string Kind, int Version), JsonTypeInfo> Kinds = new Dictionary<(string, int), JsonTypeInfo>
    {
        [("order-imported", FirstVersion)] = EventJsonContext.Default.OrderImported,
        [("imported-state-recorded", FirstVersion)] = EventJsonContext.Default.ImportedStateRecorded,
        [("imported-state-recorded", 2)] = EventJsonContext.Default.ImportedStateRecorded,
        [("imported-state-recorded", 3)] = EventJsonContext.Default.ImportedStateRecorded,
        [("cancellation-requested", FirstVersion)] = EventJsonContext.Default.CancellationRequested,
        [("cancellation-requested", 2)] = EventJsonContext.Default.CancellationRequested,
        [("cancellation-requested", 3)] = EventJsonContext.Default.CancellationRequested,
        [("cancellation-declined", FirstVersion)] = EventJsonContext.Default.CancellationDeclined,
        [("cancellation-withdrawn", FirstVersion)] = EventJsonContext.Default.CancellationWithdrawn,
        [("requests-declined-by-invoice", FirstVersion)] = EventJsonContext.Default.RequestsDeclinedByInvoice,
        [("cancellation-requests-expired", FirstVersion)] = EventJsonContext.Default.CancellationRequestsExpired,
        [("order-canceled", FirstVersion)] = EventJsonContext.Default.OrderCanceled,
        [("order-canceled", 2)] = EventJsonContext.Default.OrderCanceled,
        [("stock-released", FirstVersion)] = EventJsonContext.Default.StockReleased,
        [("money-owed", FirstVersion)] = EventJsonContext.Default.MoneyOwed,
        [("handling-started", FirstVersion)] = EventJsonContext.Default.HandlingStarted,
        [("invoice-recorded", FirstVersion)] = EventJsonContext.Default.InvoiceRecorded,
        [("return-invoice-recorded", FirstVersion)] = EventJsonContext.Default.ReturnInvoiceRecorded,
        [("items-changed", FirstVersion)] = EventJsonContext.Default.ItemsChanged,
        [("payment-approved", FirstVersion)] = EventJsonContext.Default.PaymentApproved,
        [("captures-counted", FirstVersion)] = EventJsonContext.Default.CapturesCounted,
        [("fulfillment-authorized", FirstVersion)] = EventJsonContext.Default.FulfillmentAuthorized,
        [("grace-period-ended", FirstVersion)] = EventJsonContext.Default.GracePeriodEnded,
        [("status-advanced", FirstVersion)] = EventJsonContext.Default.StatusAdvanced,
        [("comment-added", FirstVersion)] = EventJsonContext.Default.CommentAdded,
        [("request-taken", FirstVersion)] = EventJsonContext.Default.RequestTaken,
        [("request-handed-over", FirstVersion)] = EventJsonContext.Default.RequestHandedOver,
        [("request-released", FirstVersion)] = EventJsonContext.Default.RequestReleased,
        [("tracking-added", FirstVersion)] = EventJsonContext.Default.TrackingAdded,
        [("delivery-recorded", FirstVersion)] = EventJsonContext.Default.DeliveryRecorded,
        [("effect-retried", FirstVersion)] = EventJsonContext.Default.EffectRetried,
        [("effect-done-by-hand", FirstVersion)] = EventJsonContext.Default.EffectDoneByHand,
        [("money-returned", FirstVersion)] = EventJsonContext.Default.MoneyReturned,
        [("payment-found-captured", FirstVersion)] = EventJsonContext.Default.PaymentFoundCaptured,
        [("money-captured", FirstVersion)] = EventJsonContext.Default.MoneyCaptured,
        [("money-refused", FirstVersion)] = EventJsonContext.Default.MoneyRefused,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<Type, (string Kind, int Version)> Newest = Kinds
        .GroupBy(entry => entry.Value.Type)
        .ToFrozenDictionary(versions => versions.Key, versions => versions.MaxBy(entry => entry.Key.Version).Key);

    /// <summary>Every kind and version that can be read.</summary>
    public static IEnumerable<(string Kind, int Version)> Readable => Kinds.Keys;

    /// <summary>The stable name of the event's kind, for example <c>order-canceled</c>.</summary>
    public static string KindOf(OrderEvent happened) => KindOf(happened.GetType());

    /// <summary>The same of a type of events.</summary>
    public static string KindOf(Type type) => Newest[type].Kind;

    /// <summary>The event without its free texts (see <see cref="OrderEvent.Texts"/>).</summary>
    public static StoredEvent Write(OrderEvent happened)
    {
        var (kind, version) = Newest[happened.GetType()];
        return new(kind, version, JsonSerializer.Serialize(happened, Kinds[(kind, version)]));
    }

    /// <summary>The event as it was written. Throws <see cref="NotSupportedException"/> for a kind or version that was never written.</summary>
    public static OrderEvent Read(StoredEvent stored) => Kinds.TryGetValue((stored.Kind, stored.Version), out var type)
        ? (OrderEvent)JsonSerializer.Deserialize(stored.Json, type)!
        : throw new NotSupportedException($"Events of kind {stored.Kind}, version {stored.Version}, were never written.");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OrderImported))]
[JsonSerializable(typeof(ImportedStateRecorded))]
[JsonSerializable(typeof(CancellationRequested))]
[JsonSerializable(typeof(CancellationDeclined))]
[JsonSerializable(typeof(CancellationWithdrawn))]
[JsonSerializable(typeof(RequestsDeclinedByInvoice))]
[JsonSerializable(typeof(CancellationRequestsExpired))]
[JsonSerializable(typeof(OrderCanceled))]
[JsonSerializable(typeof(StockReleased))]
[JsonSerializable(typeof(MoneyOwed))]
[JsonSerializable(typeof(HandlingStarted))]
[JsonSerializable(typeof(InvoiceRecorded))]
[JsonSerializable(typeof(ReturnInvoiceRecorded))]
[JsonSerializable(typeof(ItemsChanged))]
[JsonSerializable(typeof(PaymentApproved))]
[JsonSerializable(typeof(CapturesCounted))]
[JsonSerializable(typeof(FulfillmentAuthorized))]
[JsonSerializable(typeof(GracePeriodEnded))]
[JsonSerializable(typeof(StatusAdvanced))]
[JsonSerializable(typeof(CommentAdded))]
[JsonSerializable(typeof(RequestTaken))]
[JsonSerializable(typeof(RequestHandedOver))]
[JsonSerializable(typeof(RequestReleased))]
[JsonSerializable(typeof(TrackingAdded))]
[JsonSerializable(typeof(DeliveryRecorded))]
[JsonSerializable(typeof(EffectRetried))]
[JsonSerializable(typeof(EffectDoneByHand))]
[JsonSerializable(typeof(MoneyReturned))]
[JsonSerializable(typeof(PaymentFoundCaptured))]
[JsonSerializable(typeof(MoneyCaptured))]
[JsonSerializable(typeof(MoneyRefused))]
internal sealed partial class EventJsonContext : JsonSerializerContext;
