using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Sample;

/// <summary>How a sample order is paid: cards, instant payment, bank slip, gift card, or two of them.</summary>
internal static class SamplePayments
{
    private static readonly (string System, string Name, string FirstDigits)[] Cards =
        [("2", "Visa", "401288"), ("4", "Mastercard", "555555"), ("1", "American Express", "378282"), ("9", "Elo", "636297")];

    public static IReadOnlyList<SamplePayment> Draw(Random random, SampleChannel channel, SampleStory story, long value, DateTimeOffset placedAt)
    {
        if (channel.IsMarketplace)
        {
            return [new(random.HexId(), "201", channel.Marketplace + " Pay", "promissory", value, 1, null, null, null)];
        }

        if (story.IsUnpaid)
        {
            return [Later(random, channel, story, value, placedAt)];
        }

        return random.Next(100) switch
        {
            < 8 when value > 5_000 => Split(random, value),
            < 12 => [GiftCard(random, value)],
            < 38 when channel.Currency == "BRL" => [new(random.HexId(), "125", "Pix", "instantPayment", value, 1, null, null, null)],
            < 48 when channel.Currency == "BRL" => [Slip(random, value, placedAt.AddDays(3))],
            _ => [Card(random, value)],
        };
    }

    // Unpaid: what still runs is due in some days, what was canceled for it is over.
    private static SamplePayment Later(Random random, SampleChannel channel, SampleStory story, long value, DateTimeOffset placedAt)
    {
        var dueAt = placedAt.AddDays(Stages.Of(story.Status) is Stage.Canceled ? 3 : random.Next(8, 14));
        return channel.Currency == "BRL" && random.Percent(60) ? Slip(random, value, dueAt) : Card(random, value) with { DueAt = dueAt };
    }

    private static SamplePayment[] Split(Random random, long value)
    {
        var byGiftCard = value / 4 / 100 * 100;
        return [GiftCard(random, byGiftCard), Card(random, value - byGiftCard)];
    }

    private static SamplePayment Card(Random random, long value)
    {
        var (system, name, firstDigits) = random.Of(Cards);
        return new(random.HexId(), system, name, "creditCard", value, random.Of(1, 1, 1, 2, 3, 6, 10), firstDigits, random.Digits(4), null);
    }

    private static SamplePayment Slip(Random random, long value, DateTimeOffset dueAt) =>
        new(random.HexId(), "6", "Boleto Bancário", "bankInvoice", value, 1, null, null, dueAt);

    private static SamplePayment GiftCard(Random random, long value) => new(random.HexId(), "16", "Gift card", "giftCard", value, 1, null, null, null);
}
