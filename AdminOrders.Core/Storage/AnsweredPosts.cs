namespace AdminOrders.Core.Storage;

/// <summary>
/// Which calls were answered completely, and when: known in the memory of this process only. What is forgotten, by a restart or because
/// it is long ago, counts as not answered.
/// </summary>
internal sealed class AnsweredPosts
{
    private const int Most = 100_000;
    private readonly Lock gate = new();
    private readonly Dictionary<string, DateTimeOffset> known = new(StringComparer.Ordinal);
    private readonly Queue<string> oldestFirst = [];

    /// <summary>When the call's answer had been written completely; null: it was not, or not by this process.</summary>
    public DateTimeOffset? At(string postId)
    {
        lock (gate)
        {
            return known.TryGetValue(postId, out var at) ? at : null;
        }
    }

    public void Add(string postId, DateTimeOffset at)
    {
        lock (gate)
        {
            if (known.TryAdd(postId, at))
            {
                oldestFirst.Enqueue(postId);
            }

            if (oldestFirst.Count > Most)
            {
                known.Remove(oldestFirst.Dequeue());
            }
        }
    }
}
