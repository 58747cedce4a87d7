using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;

namespace AdminOrders.Core.Documents;

/// <summary>Takes files of order documents into the store, through the one way that changes orders.</summary>
public sealed class OrderImport(OrderWorkflow workflow, PolicySetting policy, TimeProvider time)
{
    private const int MostReadAhead = 64;
    private const int MostSent = 256;
    private const long MostBytesReadAhead = 32 * 1024 * 1024;

    /// <summary>
    /// Imports a file: one document, an array, or one after the other; UTF-8, gzip or plain. A bad document is reported and costs the others nothing;
    /// a document that is known already changes nothing, so a file may be imported again. Memory does not grow with the file.
    /// </summary>
    /// <param name="progress">Called in the order of the file, not at once for each document.</param>
    /// <param name="cancellationToken">Stops reading; documents that were sent are stored.</param>
    public async Task<ImportResult> Run(Stream file, Actor actor, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var reader = new OrderDocumentReader(time, await policy.Read(cancellationToken));
        var run = new Pipeline(workflow, reader, actor, new ImportTally(progress));
        await foreach (var slice in DocumentSplitter.Split(file, cancellationToken))
        {
            await run.Add(slice);
        }

        return await run.Finish();
    }

    // Documents are read in parallel and sent in the order of the file, so that of two documents of one order the later one counts;
    // many are in flight at once, so that they share commits.
    private sealed class Pipeline(OrderWorkflow workflow, OrderDocumentReader reader, Actor actor, ImportTally tally)
    {
        private readonly Queue<(DocumentSlice Slice, Task<DocumentReading> Reading)> readings = [];
        private readonly Queue<(long Line, string OrderId, Task<Answer> Answer)> sent = [];
        private long bytesReadAhead;

        public async Task Add(DocumentSlice slice)
        {
            readings.Enqueue((slice, Task.Run(() => reader.Read(slice))));
            bytesReadAhead += slice.Json.Length;
            while (readings.Count > MostReadAhead || bytesReadAhead > MostBytesReadAhead)
            {
                await SendOldest();
            }
        }

        public async Task<ImportResult> Finish()
        {
            while (readings.Count > 0)
            {
                await SendOldest();
            }

            while (sent.Count > 0)
            {
                await CountOldest();
            }

            tally.Report();
            return tally.Result;
        }

        private async Task SendOldest()
        {
            var (slice, pending) = readings.Dequeue();
            var reading = await pending;
            bytesReadAhead -= slice.Json.Length;
            if (reading.Order is not { } order)
            {
                tally.Fail(reading.Errors);
                return;
            }

            var orderId = order.Facts.OrderId;
            sent.Enqueue((slice.Line, orderId, workflow.Send(new OrderRequest(orderId, new RecordImportedState(order), actor))));
            while (sent.Count > MostSent)
            {
                await CountOldest();
            }
        }

        private async Task CountOldest()
        {
            var (line, orderId, answer) = sent.Dequeue();
            tally.Count(await answer, line, orderId);
        }
    }
}
