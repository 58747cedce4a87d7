namespace AdminOrders.Tests.Orders;

/// <summary>Reads the tables of expectations.</summary>
internal static class HandWritten
{
    /// <summary>
    /// Lines of <c>outcome: name, name, prefix*</c>. A prefix takes the names that no line names in full, <c>*</c> what is left then;
    /// a name that is unknown, written twice or missing is an error of the table.
    /// </summary>
    public static Dictionary<string, string> Read(string table, IReadOnlyCollection<string> names)
    {
        var entries = table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(Entries).ToList();
        var outcomes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, outcome) in entries.Where(entry => !entry.Name.EndsWith('*')))
        {
            Assert.Contains(name, names);
            outcomes.Add(name, outcome);
        }

        foreach (var (name, outcome) in entries.Where(entry => entry.Name.EndsWith('*')).OrderByDescending(entry => entry.Name.Length))
        {
            foreach (var left in names.Where(left => left.StartsWith(name[..^1], StringComparison.Ordinal) && !outcomes.ContainsKey(left)).ToList())
            {
                outcomes.Add(left, outcome);
            }
        }

        Assert.Equal(names.Count, outcomes.Count);
        return outcomes;
    }

    private static IEnumerable<(string Name, string Outcome)> Entries(string line)
    {
        var (outcome, names) = (line[..line.LastIndexOf(':')], line[(line.LastIndexOf(':') + 1)..]);
        return names.Split(',', StringSplitOptions.TrimEntries).Select(name => (name, outcome));
    }
}
