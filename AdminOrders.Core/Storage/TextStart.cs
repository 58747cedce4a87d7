namespace AdminOrders.Core.Storage;

/// <summary>Orders of which one column begins with a text, and those before it with none that is asked for: one arm of a list in the order of creation.</summary>
/// <param name="Text">The first two characters, as the index has them; one, where there is no second.</param>
/// <param name="Before">Columns that have arms of their own.</param>
/// <param name="Asked">Every text that is asked for, of the same length.</param>
internal sealed record TextStart(string Text, string Column, IReadOnlyList<string> Before, IReadOnlyList<string> Asked)
{
    private const int Indexed = 2;
    private const int MostArms = 60;

    /// <summary>The arms that together find what one of the texts begins; empty: no index helps.</summary>
    /// <param name="columns">Where to look.</param>
    /// <param name="asked">In the letters that are looked for.</param>
    public static async Task<IReadOnlyList<TextStart>> Find(
        StoreReading reading, IReadOnlyList<string> columns, IReadOnlyList<string> asked, CancellationToken cancellationToken)
    {
        List<TextStart> all = [];
        foreach (var (at, column) in columns.Index())
        {
            foreach (var text in asked)
            {
                var starts = Characters(text) switch { 1 => await Beginning(reading, column, text, cancellationToken), Indexed => [text], _ => null };
                if (starts is null)
                {
                    return [];
                }

                all.AddRange(starts.Select(start => new TextStart(start, column, [.. columns.Take(at)], asked)));
            }
        }

        return all.Count <= MostArms ? all : [];
    }

    /// <summary>The condition on an order <c>o</c>, in the words of its index.</summary>
    public string Sql(Func<string, string> parameter) => string.Join(
        " AND ",
        Before.Select(column => $"{Start(column, Characters(Asked[0]))} NOT IN ({string.Join(", ", Asked.Select(parameter))})").Prepend($"{Start(Column, Indexed)} = {parameter(Text)}"));

    // What orders there are that begin with the one character, by their first two.
    private static Task<List<string>> Beginning(StoreReading reading, string column, string text, CancellationToken cancellationToken)
    {
        var start = Start(column, Indexed);
        return reading.Read(
            DistinctSql.Of(start, "d.v", $"{start} >= @from AND {start} < @before") with { Parameters = [new("@from", text), new("@before", text + '\uFFFF')] },
            row => row.GetString(0), cancellationToken);
    }

    private static int Characters(string text) => text.EnumerateRunes().Count();

    private static string Start(string column, int length) => $"""substr(o."{column}", 1, {(length == 1 ? "1" : "2")})""";
}
