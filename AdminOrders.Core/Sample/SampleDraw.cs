using System.Globalization;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Sample;

/// <summary>Draws the orders of a sample store: the same seed, number, place and day give the same order.</summary>
internal static class SampleDraw
{
    private const int FirstSequence = 500_000;

    private static readonly string[] OfCustomers =
    [
        "Changed my mind", "Comprei o tamanho errado", "El plazo de entrega es demasiado largo", "Found it cheaper elsewhere", "Pagamento duplicado",
        "Dirección de entrega incorrecta", "Ordered twice by mistake",
    ];

    private static readonly string[] OfSellers =
    [
        "Produto sem estoque no depósito", "Damaged while picking", "Precio equivocado en el catálogo", "Cliente pediu outra cor", "The carrier does not go there",
    ];

    /// <param name="place">Its place among the store's orders by time: sequences and ids rise with time, as a channel's do.</param>
    public static SampleOrder Order(int seed, int number, int place, DateTimeOffset today)
    {
        var random = SampleRandom.For(seed, number);
        var story = SampleStories.Of(number);
        var channel = story.IsMarketplace ? random.Of(SampleCatalog.Marketplaces) : random.Of(SampleCatalog.Channels);
        var placedAt = today.AddDays(-random.Next(story.Age.From, story.Age.To + 1)).AddSeconds(random.Next(86_400));
        var steps = SampleSteps.Draw(random, story, placedAt, today);
        var lines = Lines(random, story, channel);
        var itemsTotal = lines.Sum(line => line.Total);
        var discount = random.Percent(25) ? itemsTotal / 10 : 0;
        var shipping = random.Percent(20) ? 0 : SampleCatalog.PriceIn(channel.Currency, random.Next(20, 90) * 100);
        var value = itemsTotal + shipping - discount;
        var sequence = Sequence(seed, place);
        return new SampleOrder
        {
            Story = story,
            OrderId = OrderId(random, channel, sequence),
            Sequence = sequence,
            Group = channel.IsMarketplace ? "" : "v" + sequence + "mira",
            Channel = channel,
            Seller = story.IsExternal ? SampleCatalog.ExternalSeller : random.Percent(25) ? SampleCatalog.PartnerSeller : SampleCatalog.OwnSeller,
            Person = SamplePeople.Draw(random, channel.Country),
            Address = SamplePeople.Address(random, channel.Country),
            Lines = lines,
            Shipping = shipping,
            Discount = discount,
            TransactionId = random.HexId().ToUpperInvariant(),
            Payments = SamplePayments.Draw(random, channel, story, value, placedAt),
            Steps = steps,
            Invoices = [.. Invoices(random, story, lines, value, steps)],
            Reason = Reason(random, story),
            Requests = [.. Asking(story).Select(side => (random.HexId(), side))],
        };
    }

    private static string? Reason(Random random, SampleStory story) => !story.HasReason ? null : story.Side switch
    {
        Side.Customer => random.Of(OfCustomers),
        Side.Store or Side.Seller or Side.Marketplace => random.Of(OfSellers),
        _ => null,
    };

    // Orders of another seed are other orders: their sequences have more digits than any of the sample store's.
    private static string Sequence(int seed, int place) => seed == SampleStore.Seed
        ? (FirstSequence + place).ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{(uint)seed}{FirstSequence + place:D9}");

    private static string OrderId(Random random, SampleChannel channel, string sequence) => channel.Affiliate switch
    {
        "" => $"v{sequence}mira-01",
        "AMZ" => $"AMZ-{sequence[..3]}-{random.Digits(7)}-{sequence}1",
        _ => $"{channel.Affiliate}-{sequence}{random.Digits(6)}",
    };

    private static IEnumerable<Side> Asking(SampleStory story)
    {
        if (story.Side is { } side && !story.IsUnreadable)
        {
            yield return side;
        }

        if (story.AlsoAsks is { } other)
        {
            yield return other;
        }
    }

    private static SampleLine[] Lines(Random random, SampleStory story, SampleChannel channel)
    {
        // A partly invoiced order needs something that is not invoiced.
        var count = story.Invoiced is > 0 and < 100 ? random.Next(2, 5) : random.Of(1, 1, 1, 2, 2, 3, 4);
        var products = SampleCatalog.Products.ToArray();
        random.Shuffle(products);
        return
        [
            .. products.Take(count).Select(product =>
            {
                var quantity = random.Of(1, 1, 1, 1, 2, 2, 3, 4);
                var warehouse = random.Of(SampleCatalog.Warehouses);
                var second = quantity > 1 && random.Percent(25) ? random.Of(SampleCatalog.Warehouses) : null;
                var price = SampleCatalog.PriceIn(channel.Currency, product.Price);
                return new SampleLine(product, quantity, price, warehouse, second == warehouse ? null : second);
            }),
        ];
    }

    private static IEnumerable<SampleInvoice> Invoices(Random random, SampleStory story, SampleLine[] lines, long value, IReadOnlyList<SampleStep> steps)
    {
        if (story.Invoiced == 0)
        {
            yield break;
        }

        var issuedAt = (steps.FirstOrDefault(step => step.Name == Status.Invoice) ?? steps[^1]).At;
        var number = random.Digits(6);
        IReadOnlyList<(int, int)> all = [.. lines.Select((line, index) => (index, line.Quantity))];
        yield return new(InvoiceType.Output, number, value * story.Invoiced / 100, issuedAt, story.Invoiced == 100 ? all : [(0, 1)]);
        if (story.Returned > 0)
        {
            yield return new(InvoiceType.Input, "R" + number, value * story.Returned / 100, steps[^1].At, story.Returned == 100 ? all : [(0, 1)]);
        }
    }
}
