using System.Globalization;
using System.Text;
using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Orders;

/// <summary>What a second call to cancel by a key of the store means, made by asking the code.</summary>
internal static class PrintedSecondCalls
{
    private static readonly Actor Key = Actors.KeyOfAna;
    private static readonly DateTimeOffset Now = An.Instant.AddHours(1);
    private static readonly IdempotencyKey Named = new("one", "00");
    private static readonly Post Plain = new(new string('1', 32), Key.Id);
    private static readonly Post NeverWithKey = Plain with { Key = Named, SecondCall = SecondCall.Never };
    private static readonly EarlierPosts Answered = new(Any: true, CarriedKey: false, UsedKey: false, Now - TimeSpan.FromSeconds(SecondCall.Default.Seconds!.Value));
    private static readonly EarlierPosts WithKey = Answered with { CarriedKey = true };

    private static readonly (string Title, OrderFacts Order)[] Requests =
    [
        ("the customer or a marketplace asked", An.Order().Handling().AskedBy(Side.Customer)),
        ("this key asked", An.Order().Handling().AskedBy(Side.Store, Key)),
        ("this key asked, the customer too", An.Order().Handling().AskedBy(Side.Store, Key).AskedBy(Side.Customer)),
        ("this key asked on the customer's behalf", An.Order().Handling().AskedBy(Side.Customer, Key)),
        ("a colleague asked", An.Order().Handling().AskedBy(Side.Store, Actors.OtherOperator)),
        ("a colleague asked, the customer too", An.Order().Handling().AskedBy(Side.Store, Actors.OtherOperator).AskedBy(Side.Customer)),
        ("a colleague asked on the customer's behalf", An.Order().Handling().AskedBy(Side.Customer, Actors.OtherOperator)),
    ];

    private static readonly (string Title, Post Post, EarlierPosts Earlier, bool IsSeen)[] Calls =
    [
        ("its first call", Plain, EarlierPosts.None, false),
        ("with `If-Match` of that version", Plain, EarlierPosts.None, true),
        ("a repeat, the answer before not known to be whole", Plain with { SecondCall = SecondCall.Immediately }, Answered with { LatestAnsweredAt = null }, false),
        ("a repeat, before the delay", Plain, Answered with { LatestAnsweredAt = Answered.LatestAnsweredAt + TimeSpan.FromTicks(1) }, false),
        ("a repeat, after it", Plain, Answered, false),
        ("a repeat, delay 0", Plain with { SecondCall = SecondCall.Immediately }, Answered with { LatestAnsweredAt = Now }, false),
        ("a repeat, *never*", Plain with { SecondCall = SecondCall.Never }, Answered, false),
        ("*never*, new `Idempotency-Key` after another", NeverWithKey, WithKey, false),
        ("*never*, new `Idempotency-Key` after none", NeverWithKey, Answered, false),
        ("*never*, the same `Idempotency-Key`", NeverWithKey, WithKey with { UsedKey = true }, false),
    ];

    public static void Append(StringBuilder page)
    {
        page.Append("## A second call to cancel by a key of the store\n\nOn an order that is requested. `confirms` names whose request it confirms, everything else that would refuse a confirmation\n");
        page.Append("refuses it here too; `=` the first receipt once more, unchanged. The delay is the key's own, ");
        page.Append(CultureInfo.InvariantCulture, $"{SecondCall.Default.Seconds} seconds by default. Keys of other sides never confirm.\n\n");
        page.Append(CultureInfo.InvariantCulture, $"| the call | {string.Join(" | ", Requests.Select(request => request.Title))} |\n|---|{string.Concat(Requests.Select(_ => "---|"))}\n");
        foreach (var call in Calls)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {call.Title} | {string.Join(" | ", Requests.Select(request => Cell(request.Order, call)))} |\n");
        }

        page.Append('\n');
    }

    private static string Cell(OrderFacts order, (string Title, Post Post, EarlierPosts Earlier, bool IsSeen) call) =>
        SecondCallRules.Confirmed(order, Key, call.Post, call.IsSeen, call.Earlier, Now) is not { } confirmed ? "=" : $"confirms {confirmed.RequestedBy switch
        {
            Side.Store when confirmed.EnteredBy == Key.Id => "its own",
            Side.Store => "the colleague's",
            _ => "the customer's",
        }}";
}
