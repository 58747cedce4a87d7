using System.Collections.Concurrent;
using System.Globalization;

namespace AdminOrders.E2E.Support;

/// <summary>The states in which journeys want an order to be.</summary>
internal enum OrderState
{
    PaymentPending,
    PaymentApproved,
    ReadyForHandling,
    Handling,
    PartlyInvoiced,
    Invoiced,
    RequestedByCustomer,
    Canceled,
}

/// <summary>An order of a test: what it is found by.</summary>
internal sealed record TestOrder(string Id, string Sequence, string CustomerName, OrderState State);

/// <summary>Orders that are imported once for a run; each test takes its own, so that no test sees another's doing.</summary>
internal sealed class TestOrders
{
    private const int OfEachState = 16;
    private readonly ConcurrentDictionary<OrderState, ConcurrentQueue<TestOrder>> waiting = new();

    public TestOrders()
    {
        var run = Random.Shared.Next(100_000, 999_999);
        foreach (var state in Enum.GetValues<OrderState>())
        {
            waiting[state] = new(Enumerable.Range(1, OfEachState).Select(number => Named(run, state, number)));
        }
    }

    /// <summary>An order in this state that nobody took before.</summary>
    public TestOrder Take(OrderState state) =>
        waiting[state].TryDequeue(out var order) ? order : throw new InvalidOperationException($"All {OfEachState} orders in {state} are taken.");

    /// <summary>The documents of the orders that nobody took yet, one a line.</summary>
    public string Documents() => string.Join('\n', waiting.Values.SelectMany(orders => orders).Select(order => OrderDocument.Of(order, TimeProvider.System.GetUtcNow())));

    private static TestOrder Named(int run, OrderState state, int number)
    {
        var sequence = string.Create(CultureInfo.InvariantCulture, $"{run}{(int)state}{number:00}");
        return new TestOrder($"v{sequence}e2e-01", sequence, $"Yara Quirino{sequence}", state);
    }
}
