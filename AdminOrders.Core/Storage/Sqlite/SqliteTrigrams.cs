using System.Collections.Concurrent;

namespace AdminOrders.Core.Storage.Sqlite;

/// <summary>
/// Which part of a long text to ask the index of trigrams for. The engine goes through the orders that have each trigram of a phrase in turn: an
/// order's id begins like a million others, and one that is found only by its last digits takes a look at all of them. How rare a trigram is, and whether a text is
/// frequent, stays known until the store has grown by a tenth: it decides how quickly orders are found, never which.
/// </summary>
internal sealed class SqliteTrigrams
{
    private const int Trigram = 3;
    private const int Part = 6;
    private const int MostLooks = 8;
    private const int Hits = 20;
    private const int MostKnown = 20_000;

    /// <summary>One order in fifty: beyond that the whole phrase is as quick as comparing the texts.</summary>
    private const double Rare = 0.02;

    /// <summary>One order in ten: a page of them is met within some hundred orders.</summary>
    private const double Frequent = 0.1;

    /// <summary>The newest orders, which a list begins with.</summary>
    private const int Newest = 2_000;

    private static readonly SqlRead Density = new(
        """
        SELECT COUNT(*), MAX(rowid) FROM (
            SELECT rowid FROM "OrderSearchIndex" WHERE "OrderSearchIndex" MATCH @Trigram AND rowid > @From ORDER BY rowid LIMIT @Hits)
        """);

    private static readonly SqlRead LastKey = new("""SELECT MAX("Key") FROM "Orders" """);

    private volatile Known known = new(0);

    /// <summary>Six characters of the folded text around its rarest trigram; the text itself if it is short or has none that is rare.</summary>
    public string RarestPart(StoreReads reads, string folded)
    {
        if (folded.Length <= Part || folded.Any(char.IsSurrogate))
        {
            return folded;
        }

        var middle = Middle(reads);
        var (rarest, at) = Rarest(reads, KnownAt(middle), folded, middle);
        return rarest > Rare ? folded : folded.Substring(Math.Clamp(at - 1, 0, folded.Length - Part), Part);
    }

    /// <summary>Whether so many orders have the folded text, old ones and new ones, that a walk along the list soon meets a page of them.</summary>
    public bool IsFrequent(StoreReads reads, string folded)
    {
        var middle = Middle(reads);
        // Where so many are no more than a list sorts, they are sorted.
        if (2 * middle * Frequent <= OrderCandidates.Few || folded.Any(char.IsSurrogate))
        {
            return false;
        }

        var densities = KnownAt(middle);
        return Rarest(reads, densities, folded, middle).Density >= Frequent && densities.IsFrequent(folded, text => IsFrequent(reads, text, middle));
    }

    // The newest first: where few of them have it, nothing else is asked.
    private static bool IsFrequent(StoreReads reads, string text, long middle) =>
        DensityOf(reads, text, (2 * middle) - Newest, Newest) >= Frequent && DensityOf(reads, text, middle, middle) >= Frequent && DensityOf(reads, text, from: 0, middle) >= Frequent;

    private static (double Density, int Place) Rarest(StoreReads reads, Known densities, string folded, long middle) =>
        Looks(folded.Length - Trigram).Min(place => (densities.Of(folded.Substring(place, Trigram), trigram => DensityOf(reads, trigram, middle)), place));

    private static long Middle(StoreReads reads)
    {
        var middle = 0L;
        reads.Ask(LastKey, [], rows => middle = rows.Read() && !rows.IsDBNull(0) ? rows.GetInt64(0) / 2 : 0);
        return middle;
    }

    private Known KnownAt(long middle)
    {
        var now = known;
        return now.IsOf(middle) ? now : known = new(middle);
    }

    // Old orders and new ones: ids, and what customers are called, change with the years.
    private static double DensityOf(StoreReads reads, string trigram, long middle) =>
        Math.Max(DensityOf(reads, trigram, from: 0, middle), DensityOf(reads, trigram, middle, middle));

    private static double DensityOf(StoreReads reads, string trigram, long from, long half)
    {
        var found = 0.0;
        reads.Ask(Density, [PhraseOf(trigram), from, Hits], rows =>
        {
            rows.Read();
            var count = rows.GetInt32(0);
            found = count == Hits ? Hits / (double)(rows.GetInt64(1) - from) : count / Math.Max(1.0, half);
        });
        return found;
    }

    /// <summary>The text as a phrase of the engine's query language.</summary>
    public static string PhraseOf(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static IEnumerable<int> Looks(int last)
    {
        var looks = Math.Min(MostLooks, last + 1);
        return Enumerable.Range(0, looks).Select(look => look * last / Math.Max(1, looks - 1));
    }

    /// <summary>How rare trigrams are, and which texts are frequent, in a store of about that size.</summary>
    private sealed class Known(long middle)
    {
        private readonly ConcurrentDictionary<string, double> densities = new(StringComparer.Ordinal);
        private readonly ConcurrentDictionary<string, bool> frequent = new(StringComparer.Ordinal);

        public bool IsOf(long other) => Math.Abs(other - middle) <= middle / 10 && densities.Count + frequent.Count <= MostKnown;

        public double Of(string trigram, Func<string, double> look) => densities.GetOrAdd(trigram, look);

        public bool IsFrequent(string text, Func<string, bool> look) => frequent.GetOrAdd(text, look);
    }
}
