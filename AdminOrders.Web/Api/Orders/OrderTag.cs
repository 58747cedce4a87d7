using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;

namespace AdminOrders.Web.Api.Orders;

/// <summary>
/// The entity tag of an order: its version in quotes, <c>"12"</c>. Two things change an answer without the version, which is for what rules
/// see: tracking, <c>"12.3"</c> after three reports of it, and time, <c>"12!"</c> once an order hangs. The version is 12 in all of them.
/// </summary>
internal static class OrderTag
{
    private const char Reports = '.';
    private const char Overdue = '!';

    public static string Of(OrderRecord order, DateTimeOffset now)
    {
        var reports = order.Events.Count(happened => happened.Event is TrackingAdded or DeliveryRecorded);
        var tracking = reports == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{Reports}{reports}");
        var overdue = Timers.IsUnfinished(order.Facts, now) ? $"{Overdue}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"\"{order.Facts.Version}{tracking}{overdue}\"");
    }

    /// <summary>The version that a tag names; null: it is no tag of ours.</summary>
    public static long? VersionOf(string tag)
    {
        if (tag.Length < 3 || tag[0] != '"' || tag[^1] != '"')
        {
            return null;
        }

        var text = tag.AsSpan(1, tag.Length - 2);
        var end = text.IndexOfAny(Reports, Overdue);
        return long.TryParse(end < 0 ? text : text[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
    }
}
