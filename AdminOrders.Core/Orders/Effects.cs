using System.Text.Json.Serialization;

namespace AdminOrders.Core.Orders;

/// <summary>How far something is that an event of the order owes the outside.</summary>
public enum EffectState
{
    /// <summary>It is its turn next, or nobody brings such things yet.</summary>
    Waiting,

    /// <summary>The last attempt failed; the next one is planned.</summary>
    Failing,

    /// <summary>Somebody calls out for it at this moment.</summary>
    UnderWay,

    /// <summary>Nobody tries it any more: it waits for a person.</summary>
    GivenUp,
    Done,
    DoneByHand,
}

/// <summary>What the rules know of an effect that a command names.</summary>
/// <param name="Id">See <see cref="EffectId"/>.</param>
/// <param name="Debt">The money that it moves; null: it is about something else.</param>
/// <param name="IsClaimed">Of a capture: it still claims its payment, for the provider has not refused.</param>
public sealed record EffectFact(string Id, EffectState State, MoneyOwed? Debt = null, bool IsClaimed = false);

/// <summary>The stable name of an effect: <c>history id.consumer</c>, the same at every attempt.</summary>
public static class EffectId
{
    /// <summary>Stands where the consumer does: an alert is for a person, and its id is <c>kind.alert</c>.</summary>
    public const string Alert = "alert";

    public static string Of(string historyId, string consumer) => $"{historyId}.{consumer}";

    /// <summary>The name of an order's alert of that kind. It stands in histories: kinds are never renamed.</summary>
    public static string Of(AlertKind alert) => Of(alert.ToString(), Alert);

    /// <summary>The alert of that name; null: it names an effect, or nothing.</summary>
    public static AlertKind? AlertOf(string id) => Enum.TryParse<AlertKind>(Parts(id).HistoryId, out var alert) && Of(alert) == id ? alert : null;

    /// <summary>The id of the event's history row, and who is owed; empty where the text is no such name.</summary>
    public static (string HistoryId, string Consumer) Parts(string id) =>
        id.IndexOf('.', StringComparison.Ordinal) is var at and > 0 ? (id[..at], id[(at + 1)..]) : ("", "");
}

/// <summary>Something about one effect that is owed and not done. It moves nothing of the order but what it settles.</summary>
/// <param name="EffectId">See <see cref="Orders.EffectId"/>.</param>
public abstract record EffectCommand(string EffectId) : OrderCommand;

/// <summary>Try it now, and as often as a new one.</summary>
public sealed record RetryEffect(string EffectId) : EffectCommand(EffectId);

/// <summary>Somebody has seen to it outside: it is never tried again.</summary>
/// <param name="Reason">How it was done or why it need not be; up to 500 characters, required of everybody.</param>
public sealed record FinishByHand(string EffectId, string Reason) : EffectCommand(EffectId);

/// <summary>The actor had an effect tried again.</summary>
public sealed record EffectRetried(string EffectId) : OrderEvent
{
    /// <summary>The capture that claims its payment again; null: it is about something else, or claims it still.</summary>
    public MoneyOwed? Claims { get; init; }
}

/// <summary>The actor saw to an effect outside.</summary>
public sealed record EffectDoneByHand(string EffectId) : OrderEvent
{
    /// <summary>The debt that was settled with it; null: it was about something else.</summary>
    public MoneyOwed? Settled { get; init; }

    /// <summary>The debt that ended though no money moved, because the capture that it waited for had failed; null: it was about something else.</summary>
    public MoneyOwed? Dropped { get; init; }

    /// <summary>Of a capture: whether it still claimed its payment; null: it was about something else.</summary>
    public bool? WasClaimed { get; init; }

    [JsonIgnore]
    public string? Reason { get; init; }

    [JsonIgnore]
    public override System.Collections.Immutable.ImmutableArray<EventText> Texts => TextsOf(new EventText("reason", Reason));
}
