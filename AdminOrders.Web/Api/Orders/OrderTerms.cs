using System.Globalization;
using System.Text.Json;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;

namespace AdminOrders.Web.Api.Orders;

/// <summary>How the API's answers say what the store knows: the one place, so that a list and a detail never differ.</summary>
internal static class OrderTerms
{
    /// <summary>The label of a status in Portuguese, whatever language anybody speaks.</summary>
    public static string StatusDescription(string status) => StatusText.Description(status);

    /// <summary>Whether the order was ever completed: not whether it is settled.</summary>
    public static bool IsComplete(string status) => Stages.Of(status) is not Stage.Incomplete;

    /// <summary>Whether it hangs between two statuses and waits for a person.</summary>
    public static bool IsInError(string status, DateTimeOffset? statusDueAt, DateTimeOffset now) =>
        Stages.Of(status) is Stage.Moving && !Stages.MovesOnByItself(status) && statusDueAt <= now;

    /// <summary>An instant in UTC with seven decimals, <c>2026-03-02T12:00:00.0000000+00:00</c>.</summary>
    public static string Instant(DateTimeOffset at) => at.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    /// <summary>The reason as it was chosen (in English) and typed; null: none, or erased.</summary>
    public static string? Words(Reason reason, IReadOnlyDictionary<int, ReasonLabel> labels) => ReasonWords.Of(reason, labels, CultureInfo.InvariantCulture);

    public static void WriteInstant(this Utf8JsonWriter json, string name, DateTimeOffset? at)
    {
        json.WritePropertyName(name);
        json.WriteInstant(at);
    }

    public static void WriteInstant(this Utf8JsonWriter json, DateTimeOffset? at)
    {
        if (at is { } known)
        {
            json.WriteStringValue(Instant(known));
        }
        else
        {
            json.WriteNullValue();
        }
    }
}
