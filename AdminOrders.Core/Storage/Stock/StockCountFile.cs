using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage.Stock;

/// <summary>Takes a file of counts, line by line: each is taken whole or not at all, and told of.</summary>
public sealed class StockCountFile(StockCounts counts)
{
    // Few enough that nobody waits for them.
    private const int Together = 200;

    /// <summary>Reads lines of UTF-8 (<see cref="StockCountLine.Read"/>) to the end, in their order. What is wrong in one line holds no other up.</summary>
    /// <param name="mayBeBelowReserved">Whether fewer units than orders hold are taken too.</param>
    /// <param name="told">Is given each line once, in the order of the file, after what it counts is committed.</param>
    public async Task Run(Stream content, Actor actor, bool mayBeBelowReserved, Action<StockCountLine> told, CancellationToken cancellationToken = default)
    {
        using var lines = new StreamReader(content, leaveOpen: true);
        HashSet<StockPlace> counted = [];
        List<StockCountLine> waiting = [];
        for (var number = 1; await lines.ReadLineAsync(cancellationToken) is { } text; number++)
        {
            if (StockCountLine.Read(number, text) is not { } line)
            {
                continue;
            }

            if (line.Exit is not null)
            {
                await Take(waiting, actor, mayBeBelowReserved, told, cancellationToken);
                told(Of(line, await counts.TakeOut(line.Exit, actor, cancellationToken)));
                continue;
            }

            waiting.Add(line.State is null && !counted.Add(new(line.SkuId, line.WarehouseId)) ? line with { State = StockLineState.Twice } : line);
            if (waiting.Count == Together)
            {
                await Take(waiting, actor, mayBeBelowReserved, told, cancellationToken);
            }
        }

        await Take(waiting, actor, mayBeBelowReserved, told, cancellationToken);
    }

    private async Task Take(List<StockCountLine> lines, Actor actor, bool mayBeBelowReserved, Action<StockCountLine> told, CancellationToken cancellationToken)
    {
        if (lines.Count == 0)
        {
            return;
        }

        var taken = new Queue<CountedStock>(await counts.Take([.. lines.Select(line => line.Count).OfType<StockCount>()], actor, mayBeBelowReserved, cancellationToken));
        foreach (var line in lines)
        {
            told(line.State is null ? Of(line, taken.Dequeue()) : line);
        }

        lines.Clear();
    }

    private static StockCountLine Of(StockCountLine line, QuarantineAnswer result) =>
        line with { State = result.IsTaken ? StockLineState.Taken : StockLineState.NotInQuarantine, Reserved = result.Quarantined };

    private static StockCountLine Of(StockCountLine line, CountedStock result) =>
        line with { State = result.IsTaken ? StockLineState.Taken : StockLineState.BelowReserved, Reserved = result.Reserved };
}
