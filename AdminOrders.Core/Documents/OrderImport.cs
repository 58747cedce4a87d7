using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using Microsoft.Extensions.Logging;

namespace AdminOrders.Core.Documents;

/// <summary>Takes files of order documents into the store, through the one way that changes orders.</summary>
public sealed class OrderImport(OrderWorkflow workflow, PolicySetting policy, StoreSource source, TimeProvider time, ILogger<OrderImport> logger)
{
    /// <summary>
    /// Imports a file: one document, an array, or one after the other; UTF-8, gzip or plain. A bad document is reported and costs the others nothing,
    /// and neither does one that meets a bug here; a store that is broken ends the import with its exception.
    /// A document that is known already changes nothing, so a file may be imported again. Memory does not grow with the file.
    /// </summary>
    /// <param name="progress">Called in the order of the file, not at once for each document.</param>
    /// <param name="cancellationToken">Stops reading; documents that were sent are stored.</param>
    public async Task<ImportResult> Run(Stream file, Actor actor, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var pipeline = new ImportPipeline(new OrderDocumentReader(time, await policy.Read(cancellationToken)), workflow, actor, source, logger)
        {
            Tally = new ImportTally(progress),
        };
        await foreach (var slice in DocumentSplitter.Split(file, cancellationToken))
        {
            await pipeline.Add(slice);
        }

        return await pipeline.Finish();
    }
}
