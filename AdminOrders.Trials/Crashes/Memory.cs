using System.Collections.Concurrent;

namespace AdminOrders.Trials.Crashes;

/// <summary>What somebody outside was asked under one id.</summary>
/// <param name="Wish">For example operation, payment and value.</param>
/// <param name="Times">How often.</param>
internal sealed record Asked(string Wish, int Times);

/// <summary>What somebody outside remembers of what it was asked; no crash of a server ends it.</summary>
internal sealed class Memory
{
    private const int LosesEvery = 20;
    private readonly ConcurrentDictionary<string, Asked> asked = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> faults = new();
    private int answers;

    public IReadOnlyDictionary<string, Asked> Asked => asked;

    /// <summary>Two wishes under one id, in words.</summary>
    public IReadOnlyCollection<string> Faults => faults;

    /// <summary>Whether the next answer is lost on its way: what was asked is done, and who asked does not hear of it.</summary>
    public bool LosesAnswer() => Interlocked.Increment(ref answers) % LosesEvery == 0;

    /// <param name="asking">Who was asked what, for people.</param>
    /// <returns>How often it has been asked that by now.</returns>
    public int Note(string id, string wish, string asking)
    {
        var told = asked.AddOrUpdate(id, new Asked(wish, 1), (_, known) => known with { Times = known.Times + 1 });
        if (told.Wish != wish)
        {
            faults.Enqueue($"{asking} for {told.Wish} and for {wish}");
        }

        return told.Times;
    }
}
