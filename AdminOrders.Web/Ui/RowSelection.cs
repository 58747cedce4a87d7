namespace AdminOrders.Web.Ui;

/// <summary>Which rows of a page are chosen, to do the same about all of them; it stays while rows change.</summary>
public sealed class RowSelection
{
    private readonly HashSet<long> chosen = [];
    private long? anchor;

    public int Count => chosen.Count;

    public IReadOnlyCollection<long> Keys => chosen;

    public bool Contains(long key) => chosen.Contains(key);

    public void Clear()
    {
        chosen.Clear();
        anchor = null;
    }

    /// <summary>Chooses those of the rows that still can be.</summary>
    public void Choose(IReadOnlyList<long> open, IEnumerable<long> keys) => chosen.UnionWith(open.Intersect(keys));

    public void Remove(long key) => chosen.Remove(key);

    /// <summary>Chooses the row or leaves it; with all rows between it and the last one where that is asked for.</summary>
    /// <param name="open">The rows that can be chosen, in the order of the page.</param>
    public void Toggle(IReadOnlyList<long> open, long key, bool isRange)
    {
        var isOn = !chosen.Contains(key);
        foreach (var each in isRange ? Between([.. open], key) : [key])
        {
            Set(each, isOn);
        }

        anchor = key;
    }

    /// <summary>Chooses every row that can be chosen, or none where all of them are.</summary>
    public void ToggleAll(IReadOnlyList<long> open)
    {
        var isOn = !open.All(chosen.Contains);
        foreach (var key in open)
        {
            Set(key, isOn);
        }
    }

    private IEnumerable<long> Between(List<long> open, long key)
    {
        var (from, to) = (anchor is { } start ? open.IndexOf(start) : -1, open.IndexOf(key));
        return from < 0 || to < 0 ? [key] : open[Math.Min(from, to)..(Math.Max(from, to) + 1)];
    }

    private void Set(long key, bool isOn)
    {
        if (isOn)
        {
            chosen.Add(key);
        }
        else
        {
            chosen.Remove(key);
        }
    }
}
