using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using Microsoft.Extensions.Logging;

namespace AdminOrders.Core.Documents;

/// <summary>
/// Documents are read in parallel and sent in the order of the file, so that of two documents of one order the later one counts;
/// many are in flight at once, so that they share commits, and no more than 64 MB of them.
/// </summary>
internal sealed partial class ImportPipeline(OrderDocumentReader reader, OrderWorkflow workflow, Actor actor, StoreSource source, ILogger logger)
{
    private const int MostReadAhead = 512;
    private const int MostSent = 2_048;
    private const long MostBytesInFlight = 64 * 1024 * 1024;

    private readonly Queue<(DocumentSlice Slice, Task<DocumentReading> Reading)> readings = [];
    private readonly Queue<(long Line, int Bytes, string OrderId, Task<Answer> Answer)> sent = [];
    private long bytesInFlight;

    public required ImportTally Tally { get; init; }

    public async Task Add(DocumentSlice slice)
    {
        readings.Enqueue((slice, Task.Run(() => reader.Read(slice))));
        bytesInFlight += slice.Json.Length;
        while (readings.Count > MostReadAhead || (bytesInFlight > MostBytesInFlight && readings.Count > 0))
        {
            await SendOldest();
        }

        while (bytesInFlight > MostBytesInFlight)
        {
            await CountOldest();
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

        Tally.Report();
        return Tally.Result;
    }

    private async Task SendOldest()
    {
        var (slice, reading) = readings.Dequeue();
        var read = await Outcome(slice.Line, reading);
        if (read?.Order is not { } order)
        {
            bytesInFlight -= slice.Json.Length;
            Tally.Fail(read?.Errors ?? [Unexpected(slice.Line, "")]);
            return;
        }

        var orderId = order.Facts.OrderId;
        sent.Enqueue((slice.Line, slice.Json.Length, orderId, workflow.Send(new OrderRequest(orderId, new RecordImportedState(order), actor))));
        while (sent.Count > MostSent)
        {
            await CountOldest();
        }
    }

    private async Task CountOldest()
    {
        var (line, bytes, orderId, pending) = sent.Dequeue();
        bytesInFlight -= bytes;
        if (await Outcome(line, pending) is { } answer)
        {
            Tally.Count(answer, line, orderId);
        }
        else
        {
            Tally.Fail([Unexpected(line, orderId)]);
        }
    }

    // Null: a bug, which costs this document and is logged. A broken store ends the import.
    private async Task<TOutcome?> Outcome<TOutcome>(long line, Task<TOutcome> pending)
        where TOutcome : class
    {
        try
        {
            return await pending;
        }
        catch (Exception failure) when (!source.IsBroken(failure))
        {
            LogFailed(logger, line, failure);
            return null;
        }
    }

    private static DocumentError Unexpected(long line, string orderId) => new(line, "", DocumentProblem.Unexpected) { OrderId = orderId };

    [LoggerMessage(Level = LogLevel.Error, Message = "The document on line {Line} met an error; the import goes on without it")]
    private static partial void LogFailed(ILogger logger, long line, Exception failure);
}
