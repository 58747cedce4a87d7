using System.Globalization;
using AdminOrders.Web.Cli.Simulation;

namespace AdminOrders.Tests.Channels;

/// <summary>What becomes of an order of the storm.</summary>
internal enum StormFate
{
    CanceledThere,
    Shipped,

    /// <summary>Before it was paid.</summary>
    CanceledWhilePending,

    /// <summary>By the store, which then has Amazon told.</summary>
    CanceledHere,
    AskedFor,

    /// <summary>Canceled there, and on record here from elsewhere, with a payment.</summary>
    CanceledWithPayment,
}

/// <summary>Some hundred orders and ten thousand notifications of them within seconds: several times, mixed, some before the order can be read, some orders without their last one.</summary>
internal static class StormScenario
{
    public const int OrderCount = 240;
    public const int Notifications = 10_000;

    /// <summary>When the last thing has happened.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(8);

    private const int MostTimes = 4;
    private static readonly string[] Parties = ["BUYER", "MERCHANT", "AMAZON"];

    public static StormFate FateOf(int number) => (StormFate)(number % Enum.GetValues<StormFate>().Length);

    public static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"703-{number:0000000}-0000001");

    /// <summary>Amazon cancels its second item before the rest is sent, or after it.</summary>
    public static bool LosesAnItem(int number) => LosesAnItemFirst(number) || LosesAnItemLast(number);

    private static bool LosesAnItemFirst(int number) => FateOf(number) is StormFate.Shipped && number % 12 == 1;

    private static bool LosesAnItemLast(int number) => FateOf(number) is StormFate.Shipped && number % 24 == 7;

    /// <summary>Nobody is told of its last change: only a poll finds that.</summary>
    private static bool IsQuietAtTheEnd(int number) => number % 10 == 7;

    public static AmazonScenario Make(Random random)
    {
        var steps = Enumerable.Range(0, OrderCount).SelectMany(number => StepsOf(number, random)).ToList();
        var told = steps.Where(step => step.Do is StepKind.Notify).Sum(step => step.Times);
        while (told < Notifications)
        {
            var times = Math.Min(Notifications - told, 1 + random.Next(MostTimes));
            steps.Add(new() { At = At(random, 0, 0.6), Do = StepKind.Notify, Order = IdOf(random.Next(OrderCount)), Times = times });
            told += times;
        }

        steps.AddRange(Enumerable.Range(0, 20).Select(_ => new ScenarioStep { At = At(random, 0, 1), Do = StepKind.Shuffle }));
        return new AmazonScenario { Orders = [.. Enumerable.Range(0, OrderCount).Select(Order)], Steps = [.. steps], Quotas = Enum.GetValues<SampleOperation>().ToDictionary(operation => operation, _ => new ScenarioQuota(1_000, 1_000)) };
    }

    private static ScenarioOrder Order(int number) => new()
    {
        OrderId = IdOf(number),
        Items = [new("SKU-1", "Thing 1", 2, 25m), new("SKU-2", "Thing 2", 1, 25m)],
    };

    private static IEnumerable<ScenarioStep> StepsOf(int number, Random random)
    {
        var (order, fate) = (IdOf(number), FateOf(number));
        yield return new() { At = At(random, 0, 0.2), Do = StepKind.Appear, Order = order };
        if (fate is not StormFate.CanceledWhilePending)
        {
            var paid = At(random, 0.2, 0.4);
            yield return new() { At = paid, Do = StepKind.Pay, Order = order };
            yield return new() { At = paid, Do = StepKind.Notify, Order = order, Times = 1 + random.Next(MostTimes) };
        }

        if (LosesAnItem(number))
        {
            yield return new() { At = LosesAnItemFirst(number) ? At(random, 0.4, 0.5) : At(random, 0.9, 0.95), Do = StepKind.Cancel, Order = order, Items = ["SKU-2"], By = "AMAZON", Reason = "Out of stock" };
        }

        var end = At(random, 0.5, 0.9);
        if (End(fate, random) is { } last)
        {
            yield return last with { At = end, Order = order, Items = LosesAnItemLast(number) ? ["SKU-1"] : null };
        }

        if (!IsQuietAtTheEnd(number))
        {
            yield return new() { At = At(random, 0.9, 1), Do = StepKind.Notify, Order = order, Times = 1 + random.Next(MostTimes) };
        }
    }

    private static ScenarioStep? End(StormFate fate, Random random) => fate switch
    {
        StormFate.Shipped => new() { Do = StepKind.Ship },
        StormFate.AskedFor => new() { Do = StepKind.AskToCancel, Reason = "Ordered twice" },
        StormFate.CanceledHere => null,
        StormFate.CanceledThere or StormFate.CanceledWhilePending or StormFate.CanceledWithPayment =>
            new() { Do = StepKind.Cancel, By = Parties[random.Next(Parties.Length)], Reason = "Found it cheaper" },
    };

    // A part of the whole time, in whole milliseconds.
    private static TimeSpan At(Random random, double from, double to) =>
        TimeSpan.FromMilliseconds(Math.Floor(Length.TotalMilliseconds * (from + (random.NextDouble() * (to - from)))));
}
