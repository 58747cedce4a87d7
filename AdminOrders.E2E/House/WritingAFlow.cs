using AdminOrders.E2E.Support;

namespace AdminOrders.E2E.House;

/// <summary>What the guide shows is what runs.</summary>
public sealed class WritingAFlow
{
    private const int LongestFlow = 15;

    [Fact]
    public void The_flow_in_the_guide_is_a_test_of_this_suite()
    {
        var flow = Flow();
        var source = Trimmed(File.ReadAllLines(Path.Combine(Places.Repository, "AdminOrders.E2E", "Journeys", "FirstFlow.cs")));

        Assert.Contains(string.Join('\n', flow), string.Join('\n', source), StringComparison.Ordinal);
        Assert.InRange(flow.Count(line => line.Length > 0), 5, LongestFlow);
    }

    private static List<string> Flow() =>
        Trimmed(File.ReadLines(Path.Combine(Places.Repository, "docs", "writing-a-flow.md")).SkipWhile(line => line != "```csharp").Skip(1).TakeWhile(line => line != "```"));

    private static List<string> Trimmed(IEnumerable<string> lines) => [.. lines.Select(line => line.Trim())];
}
