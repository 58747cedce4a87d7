using System.IO.Pipelines;
using System.Security.Cryptography;
using AdminOrders.Core.Orders;
using Microsoft.Extensions.Logging;

namespace AdminOrders.Core.Storage.Export;

/// <summary>
/// Every export, whichever way it left the house: written in the background and kept for a while (<see cref="ExportRunner"/>), loaded down while it was written, or
/// by the command line. Whoever calls has asked whether somebody may export at all; an export of somebody else's is as if there were none.
/// </summary>
public sealed partial class PastExports(StoreSource source, ExportWriting writing, ExportFiles files, JobWatch watch, TimeProvider time, ILogger<PastExports> logger)
{
    /// <summary>Who exports by a command.</summary>
    public const string CommandLine = "command-line";

    /// <summary>How many of somebody's may wait to be written.</summary>
    public const int MostWaiting = 10;

    private const int IdLength = 32;
    private readonly ExportRecords records = new(source);

    /// <summary>An id for an export that is to be sent: 32 hex digits, 128 random bits.</summary>
    public static string NewId() => RandomNumberGenerator.GetHexString(IdLength, lowercase: true);

    /// <summary>Has it written in the background and returns its id; null: as many as may are waiting already.</summary>
    public async Task<string?> Begin(ExportWish wish, Actor actor, CancellationToken cancellationToken = default)
    {
        if (await records.Waiting(actor.Id, cancellationToken) >= MostWaiting)
        {
            return null;
        }

        var export = new PastExport(NewId(), actor.Id, actor.Name, wish, time.GetUtcNow());
        await records.Add(export, cancellationToken);
        LogBegun(export.Id, actor.Id);
        watch.Want();
        return export.Id;
    }

    /// <summary>Writes it to somebody who waits for it, on record before its first byte; returns how many orders it holds.</summary>
    /// <param name="id">Under which its progress is looked for; null, or one that is taken: it gets another.</param>
    public async Task<long> Send(ExportWish wish, Actor actor, string? id, PipeWriter output, CancellationToken cancellationToken = default)
    {
        var export = await Record(wish, actor, id, cancellationToken);
        var ended = export with { State = ExportState.BrokenOff };
        try
        {
            var orders = await writing.Write(export, output, () => Task.FromResult(true), cancellationToken);
            ended = export with { State = ExportState.Sent, Written = orders, Total = orders };
            return orders;
        }
        finally
        {
            await records.End(ended with { EndedAt = time.GetUtcNow() }, CancellationToken.None);
            watch.Moved();
        }
    }

    /// <summary>The newest first.</summary>
    /// <param name="actorId">Whose; null: everybody's.</param>
    /// <param name="before">Only those that are older; null: from the newest on.</param>
    public async Task<IReadOnlyList<PastExport>> List(string? actorId, DateTimeOffset? before, int most, CancellationToken cancellationToken = default) =>
        await records.Newest(actorId, before, most, cancellationToken);

    /// <summary>The export; null: there is none of that id, or it is somebody else's.</summary>
    public async Task<PastExport?> Find(string id, Actor actor, CancellationToken cancellationToken = default) =>
        await records.Find(id, cancellationToken) is { } export && export.ActorId == actor.Id ? export : null;

    /// <summary>The file of an export, which who calls closes; null: it is not there any more, or not for them.</summary>
    public async Task<(PastExport Export, FileStream File)?> Open(string id, Actor actor, CancellationToken cancellationToken = default)
    {
        if (await Find(id, actor, cancellationToken) is not { State: ExportState.Done } export || export.ExpiresAt <= time.GetUtcNow()
            || (export.Wish.Request.IsPersonal && !actor.May(Resource.ViewOrder)) || files.Open(export) is not { } file)
        {
            return null;
        }

        LogLoadedDown(export.Id, actor.Id);
        return (export, file);
    }

    /// <summary>Ends it before it is done; false: it is done, or there is none.</summary>
    public async Task<bool> Cancel(string id, Actor actor, CancellationToken cancellationToken = default)
    {
        var isCanceled = await Find(id, actor, cancellationToken) is not null && await records.Cancel(id, time.GetUtcNow(), cancellationToken);
        watch.Moved();
        return isCanceled;
    }

    /// <summary>Deletes its file; that it was exported stays on record. False: there was none.</summary>
    public async Task<bool> Delete(string id, Actor actor, CancellationToken cancellationToken = default)
    {
        if (await Find(id, actor, cancellationToken) is not { } export || !await records.Delete(id, cancellationToken))
        {
            return false;
        }

        files.Delete(export);
        watch.Moved();
        return true;
    }

    private async Task<PastExport> Record(ExportWish wish, Actor actor, string? id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var export = new PastExport(IsId(id) ? id! : NewId(), actor.Id, actor.Name, wish, now) { State = ExportState.Sending, StartedAt = now, Beginnings = 1 };
        if (!await records.Add(export, cancellationToken))
        {
            export = export with { Id = NewId() };
            await records.Add(export, cancellationToken);
        }

        LogSent(export.Id, actor.Id);
        watch.Moved();
        return export;
    }

    private static bool IsId(string? id) => id is { Length: IdLength } && id.All(char.IsAsciiHexDigitLower);

    [LoggerMessage(Level = LogLevel.Information, Message = "Export {Export} was begun by {Actor}")]
    private partial void LogBegun(string export, string actor);

    [LoggerMessage(Level = LogLevel.Information, Message = "Export {Export} is sent to {Actor}")]
    private partial void LogSent(string export, string actor);

    [LoggerMessage(Level = LogLevel.Information, Message = "The file of export {Export} was loaded down by {Actor}")]
    private partial void LogLoadedDown(string export, string actor);
}
