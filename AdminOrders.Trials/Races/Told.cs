using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;

namespace AdminOrders.Trials.Races;

/// <summary>What a party was told in a round.</summary>
/// <param name="Reply"><c>accepted</c>, <c>unchanged requested</c>, <c>refused invoiced</c>, or <c>failed</c> with the error's words.</param>
/// <param name="WaysOut">What a refusal leads on to, on the order as it is after it.</param>
internal sealed record Told(
    int Round, string Reply, string Status, long Version, EarlierAnswer? Receipt, LastChange? LastChange, ImmutableArray<WayOut> WaysOut)
{
    public static Told Of(int round, Answer answer, OrderFacts? after) => new(
        round,
        ReplyOf(answer.Decision),
        answer.Status,
        answer.Version,
        answer.Receipt,
        answer.LastChange,
        answer.Decision is Refused refused && after is not null ? Core.Orders.WaysOut.Of(refused.Code, after) : []);

    public static Told Failed(int round, Exception failure) => new(round, $"failed {failure.Message}", "", 0, null, null, []);

    public static string ReplyOf(Decision decision) => decision switch
    {
        Accepted => "accepted",
        Unchanged unchanged => $"unchanged {JsonNamingPolicy.KebabCaseLower.ConvertName(unchanged.Why.ToString())}",
        Refused refused => $"refused {RefusalCodes.Of(refused.Code)}",
        _ => throw new ArgumentOutOfRangeException(nameof(decision), decision, "A decision of no known kind."),
    };
}

[JsonSerializable(typeof(Told))]
[JsonSerializable(typeof(Race))]
[JsonSerializable(typeof(PartySetup))]
internal sealed partial class RaceJson : JsonSerializerContext;
