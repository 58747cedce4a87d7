using AdminOrders.Core.Documents;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Sample;

/// <summary>The store that somebody finds who starts the product for the first time to look at it.</summary>
public sealed class SampleStore(OrderImport import, OrderWorkflow workflow, CancellationReasons reasons, IDbContextFactory<OrdersDb> factory, TimeProvider time)
{
    public const int Orders = 1_000;

    public const int Seed = 1;

    private static readonly Actor Importer = new(Side.System, ImportRules.Importer, "Import");

    /// <summary>
    /// Imports <see cref="Orders"/> orders of the 90 days before today into a store that has none, and works on some of them,
    /// so that there is a history to look at. False: the store has orders, nothing was done.
    /// </summary>
    public async Task<bool> Fill(CancellationToken cancellationToken = default)
    {
        if (await HasOrders(cancellationToken))
        {
            return false;
        }

        await Add(Orders, Seed, null, cancellationToken);
        await new SampleWork(workflow, [.. (await reasons.List(cancellationToken)).Where(reason => reason.IsOfferedTo(ReasonChoosers.Store))]).Run(cancellationToken);
        return true;
    }

    /// <summary>Imports that many made-up orders, through the import that real documents take. A second run with the same seed and day changes nothing.</summary>
    public async Task<ImportResult> Add(int orders, int seed, IProgress<ImportProgress>? progress, CancellationToken cancellationToken = default)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        await using var documents = OrderDocuments.Open(orders, seed, today, cancellationToken);
        return await import.Run(documents, Importer, progress, cancellationToken);
    }

    private async Task<bool> HasOrders(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Orders.AnyAsync(cancellationToken);
    }
}
