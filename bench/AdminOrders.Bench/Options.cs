using System.Globalization;

namespace AdminOrders.Bench;

/// <summary>What a benchmark is asked beside its name: <c>--orders 1000000 --store FILE</c>.</summary>
internal sealed class Options
{
    public const string OrdersName = "--orders";
    public const string StoreName = "--store";
    public const string PagesName = "--pages";
    public const string ApplicationName = "--application";
    public const string PostgresName = "--postgres";
    private readonly Dictionary<string, string> given;

    private Options(Dictionary<string, string> given) => this.given = given;

    /// <summary>A file that stays for the next run, and is made where it is not there; null: one that goes away.</summary>
    public string? Store => given.TryGetValue(StoreName, out var file) ? Path.GetFullPath(file) : null;

    /// <summary>The folder of a published application; null: the one that was built beside this program.</summary>
    public string? Application => given.TryGetValue(ApplicationName, out var folder) ? Path.GetFullPath(folder) : null;

    /// <summary>How to connect to a PostgreSQL server, as somebody who may make databases.</summary>
    public string Postgres => given.GetValueOrDefault(PostgresName, "Host=127.0.0.1;Username=postgres");

    /// <summary>Names with their values, in pairs; null: another name than these, or one without a value.</summary>
    public static Options? Parse(string[] arguments, IReadOnlyCollection<string> known)
    {
        var pairs = arguments.Chunk(2).ToList();
        return pairs.TrueForAll(pair => pair.Length == 2 && known.Contains(pair[0], StringComparer.Ordinal)) && pairs.DistinctBy(pair => pair[0], StringComparer.Ordinal).Count() == pairs.Count
            ? new(pairs.ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal))
            : null;
    }

    public int Orders(int usually) => Sizes(usually)[0];

    /// <summary>Several numbers of orders, with commas between them.</summary>
    public IReadOnlyList<int> Sizes(params int[] usually) => given.TryGetValue(OrdersName, out var orders) ? [.. orders.Split(',').Select(Number)] : usually;

    public int Pages(int usually) => given.TryGetValue(PagesName, out var pages) ? Number(pages) : usually;

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
