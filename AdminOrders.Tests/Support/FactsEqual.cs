using System.Text.Json;
using AdminOrders.Core.Orders;

namespace AdminOrders.Tests.Support;

/// <summary>Compares facts by what they hold: records compare immutable arrays by reference.</summary>
public static class FactsEqual
{
    public static void Assert(OrderFacts expected, OrderFacts actual) => Xunit.Assert.Equal(Text(expected), Text(actual));

    private static string Text(OrderFacts facts) => JsonSerializer.Serialize(facts, Indented);

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
}
