using System.Globalization;
using AdminOrders.Core.Orders;

namespace AdminOrders.Web.Api.Orders;

/// <summary>
/// The entity tag of an order: its version in quotes, <c>"12"</c>. It moves with everything that the answers show. An order that hangs
/// changes by time alone, from <c>"12"</c> to <c>"12!"</c>; its version is 12 in both.
/// </summary>
internal static class OrderTag
{
    private const string Overdue = "!";

    public static string Of(OrderFacts facts, DateTimeOffset now) =>
        string.Create(CultureInfo.InvariantCulture, $"\"{facts.Version}{(Timers.IsUnfinished(facts, now) ? Overdue : "")}\"");

    /// <summary>The version that a tag names; null: it is no tag of ours.</summary>
    public static long? VersionOf(string tag)
    {
        var text = tag.Trim();
        if (text.Length < 3 || text[0] != '"' || text[^1] != '"')
        {
            return null;
        }

        var number = text[1..^1];
        number = number.EndsWith(Overdue, StringComparison.Ordinal) ? number[..^1] : number;
        return long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
    }
}
