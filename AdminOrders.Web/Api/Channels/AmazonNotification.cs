using System.Text.Json;
using System.Text.RegularExpressions;
using AdminOrders.Core.Storage.Channels;
using AdminOrders.Web.Api.Access;
using AdminOrders.Web.Api.Errors;

namespace AdminOrders.Web.Api.Channels;

/// <summary>
/// <c>POST /api/channels/amazon/notifications</c>: Amazon's ORDER_CHANGE, as the store's own forwarder passes it on. It is answered when it stands in the inbox:
/// who gets no 200 sends it again. What it says of the order is not taken for true, it says where to look.
/// </summary>
internal static partial class AmazonNotification
{
    private const string OrderChange = "ORDER_CHANGE";
    private const int LongestId = 90;
    private const int LongestWord = 60;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/api/channels/amazon/notifications", HandleAsync).ForChannel(ChannelNames.Amazon);

    private static async Task<IResult> HandleAsync(JsonBody<Body> body, ChannelInbox inbox, CancellationToken cancellationToken)
    {
        var isNew = await inbox.Take(HintOf(body.Value ?? throw new ApiRefusedException(ApiErrors.Malformed(null))), cancellationToken);
        return TypedResults.Ok(new Answer(isNew));
    }

    private static ChannelHint HintOf(Body body)
    {
        Demand(body.NotificationType == OrderChange, "NotificationType", $"It must be {OrderChange}: no other is subscribed to.");
        var id = body.NotificationMetadata?.NotificationId;
        Demand(id is { Length: > 0 and <= LongestId } && id.All(letter => letter is > ' ' and <= '~'), "NotificationMetadata.NotificationId", $"It must have 1 to {LongestId} visible letters.");
        var change = body.Payload?.OrderChangeNotification;
        const string Place = "Payload.OrderChangeNotification.";
        Demand(change?.AmazonOrderId is { } order && OrderId().IsMatch(order), Place + "AmazonOrderId", "It must be an order id of Amazon's, for example 903-8868176-2219830.");
        Demand(change!.OrderChangeType is { Length: > 0 and <= LongestWord } kind && kind.All(char.IsAsciiLetterOrDigit), Place + "OrderChangeType", $"It must be a word of up to {LongestWord} letters.");
        return new(ChannelNames.Amazon, $"ntf:{id}", change.AmazonOrderId!, change.OrderChangeType!, Kept(change));
    }

    // Where it goes and what was bought stays with Amazon.
    private static string Kept(Change change) => JsonSerializer.Serialize(new
    {
        level = Word(change.NotificationLevel),
        status = Word(change.Summary?.OrderStatus),
        fulfillment = Word(change.Summary?.FulfillmentType),
        at = change.OrderChangeTrigger?.TimeOfOrderChange,
    });

    private static string? Word(string? told) => told is { Length: <= LongestWord } ? told : null;

    private static void Demand(bool isRight, string field, string rule)
    {
        if (!isRight)
        {
            throw new ApiRefusedException(ApiErrors.Invalid(field, rule));
        }
    }

    [GeneratedRegex(@"^[0-9A-Za-z]{3}-[0-9]{7}-[0-9]{7}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OrderId();

    internal sealed record Body(string? NotificationType = null, Envelope? Payload = null, Metadata? NotificationMetadata = null);

    internal sealed record Envelope(Change? OrderChangeNotification = null);

    internal sealed record Change(
        string? NotificationLevel = null, string? AmazonOrderId = null, string? OrderChangeType = null, Trigger? OrderChangeTrigger = null, Summary? Summary = null);

    internal sealed record Trigger(DateTimeOffset? TimeOfOrderChange = null);

    internal sealed record Summary(string? OrderStatus = null, string? FulfillmentType = null);

    internal sealed record Metadata(string? NotificationId = null);

    /// <param name="IsNew">False: it had come before.</param>
    internal sealed record Answer(bool IsNew);
}
