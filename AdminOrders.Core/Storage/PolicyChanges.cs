using System.Globalization;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>What differs between two policies, one line for each part, as the log keeps it: durations as days.hours:minutes:seconds, money in minor units.</summary>
internal static class PolicyChanges
{
    private static readonly (string Name, Func<Policy, string> Text)[] Parts =
    [
        ("grace period", policy => Text(policy.GracePeriod)),
        ("request deadline", policy => Text(policy.RequestDeadline)),
        ("authorization deadline", policy => Text(policy.AuthorizationDeadline)),
        ("seller change window", policy => Text(policy.SellerChangeWindow)),
        ("incomplete after", policy => Text(policy.IncompleteAfter)),
        ("moving after", policy => Text(policy.MovingAfter)),
        ("customer asks again after", policy => Text(policy.CustomerAsksAgainAfter)),
        ("second person", policy => policy.SecondPerson.ToString()),
        ("second person above", policy => Joined(policy.SecondPersonAbove.Select(Text))),
        ("capture when invoiced", policy => policy.CapturesWhenInvoiced ? "on" : "off"),
        ("role limits", policy => Joined(policy.CancelingRoles.SelectMany(role => (role.Limits ?? []).Select(limit => $"{role.Name} {Text(limit)}")))),
        ("statuses closed for customers", policy => Joined(policy.CustomerDoor.ClosedStatuses)),
        ("sales channels closed for customers", policy => Joined(policy.CustomerDoor.ClosedSalesChannels)),
        ("sellers closed for customers", policy => Joined(policy.CustomerDoor.ClosedSellers)),
    ];

    public static IEnumerable<string> Between(Policy before, Policy after) => Parts
        .Select(part => (part.Name, Before: part.Text(before), After: part.Text(after)))
        .Where(part => part.Before != part.After)
        .Select(part => $"{part.Name}: {part.Before} -> {part.After}");

    private static string Text(TimeSpan duration) => duration.ToString("c", CultureInfo.InvariantCulture);

    private static string Text(KeyValuePair<string, long> money) => $"{money.Key} {money.Value.ToString(CultureInfo.InvariantCulture)}";

    private static string Joined(IEnumerable<string> values) => string.Join(", ", values.Order(StringComparer.Ordinal)) is { Length: > 0 } text ? text : "none";
}
