using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace AdminOrders.Tests.Orders;

/// <summary>What stays true whatever anybody does: random commands of random actors over time, from orders in every stage.</summary>
public sealed class InvariantTests
{
    private const int Sequences = 4_000;
    private const int LongestSequence = 25;

    private static readonly OrderFacts[] Starts =
    [
        .. Situations.All(Side.Customer).Values.Select(AsItCame), .. Situations.All(Side.Store).Values.Select(AsItCame), .. Imported(),
    ];

    // Each move is one number: a short failing sequence is easy to find by leaving moves out.
    private static readonly Arbitrary<int[]> Moves = Arb.From(
        from length in Gen.Choose(1, LongestSequence)
        from moves in Gen.Choose(0, int.MaxValue - 1).ArrayOf(length)
        select moves,
        moves => moves.Select((_, left) => moves.Where((_, at) => at != left).ToArray()).Where(shorter => shorter.Length > 0));

    [Fact]
    public void Random_commands_never_break_an_invariant() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Sequences),
        Prop.ForAll(Moves, moves => Walk.Of(Starts[moves[0] % Starts.Length], moves)));

    [Fact]
    public void Every_start_is_walked_and_canceled_orders_are_reached()
    {
        var ends = Enumerable.Range(0, Starts.Length * 4).Select(number =>
        {
            var random = new System.Random(number);
            return Walk.Of(Starts[number % Starts.Length], [.. Enumerable.Range(0, LongestSequence).Select(_ => random.Next())]).Stage;
        }).ToHashSet();

        Assert.Contains(Stage.Canceled, ends);
        Assert.Contains(Stage.Invoiced, ends);
        Assert.Contains(Stage.Requested, ends);
    }

    // What hangs or was never completed came by a document, and so has the clock that the import gives it; a cancellation has owed its payments back.
    private static OrderFacts AsItCame(OrderFacts facts) => facts.Stage switch
    {
        Stage.Incomplete or Stage.Moving => facts with { StatusDueAt = An.Instant.AddDays(1) },
        Stage.Canceled => facts with { Payments = [.. facts.Payments.Select(payment => payment with { Owed = payment.State is PaymentState.Pending ? 0 : payment.Value })] },
        _ => facts,
    };

    private static IEnumerable<OrderFacts> Imported() => Stages.Known.Append("some-new-status").Select(status => ImportRules.Complete(
        new ImportedState
        {
            Told = An.Order().Paid().In(status),
            LastChangeAt = An.Instant.AddDays(-2),
            PaymentDueAt = An.Instant.AddDays(2),
        },
        An.Instant,
        Policy.Default) with
    { Version = 1 });
}
