using Xunit.Abstractions;

namespace AdminOrders.Tests.Support;

/// <summary>Collections run side by side; those that take longest begin first, so that no core waits for one of them at the end.</summary>
/// <param name="longest">Names of collections; that of one that is a class by itself is the class's, in full.</param>
public abstract class LongestFirst(params IReadOnlyList<string> longest) : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) => testCollections.OrderBy(Rank);

    private int Rank(ITestCollection collection)
    {
        var name = collection.DisplayName.Split(' ')[^1];
        for (var rank = 0; rank < longest.Count; rank++)
        {
            if (longest[rank] == name)
            {
                return rank;
            }
        }

        return longest.Count;
    }
}
