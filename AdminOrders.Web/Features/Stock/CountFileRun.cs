using AdminOrders.Core.Storage.Stock;

namespace AdminOrders.Web.Features.Stock;

/// <summary>One file of counts on its way in: what became of its lines, and how it ended.</summary>
/// <param name="name">The file's name, as its reader calls it.</param>
internal sealed class CountFileRun(string name)
{
    /// <summary>So many lines are shown, and as many again of those that were not taken.</summary>
    public const int MostShown = 1_000;

    private readonly List<StockCountLine> lines = [];
    private int notTakenLater;

    public string Name => name;

    public int Taken { get; private set; }

    public int NotTaken { get; private set; }

    /// <summary>The first lines, and of the others those that were not taken.</summary>
    public IReadOnlyList<StockCountLine> Lines => lines;

    /// <summary>Whether there are lines that are not in <see cref="Lines"/>.</summary>
    public bool HasMore => Taken + NotTaken > lines.Count;

    public bool IsOver { get; private set; }

    /// <summary>The file was not read to its end.</summary>
    public bool IsStopped { get; private set; }

    public void Add(StockCountLine line)
    {
        var isTaken = line.State is StockLineState.Taken;
        (Taken, NotTaken) = isTaken ? (Taken + 1, NotTaken) : (Taken, NotTaken + 1);
        if (lines.Count < MostShown || (!isTaken && notTakenLater++ < MostShown))
        {
            lines.Add(line);
        }
    }

    public void End(bool isStopped) => (IsOver, IsStopped) = (true, isStopped);
}
