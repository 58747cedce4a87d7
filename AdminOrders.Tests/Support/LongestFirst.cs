using AdminOrders.Tests.Simulation;
using AdminOrders.Tests.Storage;
using AdminOrders.Tests.Trials;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("AdminOrders.Tests.Support.LongestFirst", "AdminOrders.Tests")]

namespace AdminOrders.Tests.Support;

/// <summary>Classes run side by side; those that take longest begin first, so that no core waits for one of them at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly Type[] Longest = [typeof(RaceTests), typeof(FoldTests), typeof(SimulatedYearTests), typeof(PostgresPlanTests)];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) => testCollections.OrderBy(Rank);

    // A class without a collection of its own is one whose name ends with the class's.
    private static int Rank(ITestCollection collection) =>
        Array.FindIndex(Longest, type => collection.DisplayName.EndsWith(" " + type.FullName, StringComparison.Ordinal)) is var at and >= 0 ? at : Longest.Length;
}
