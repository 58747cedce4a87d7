using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AdminOrders.Core.Storage;

/// <summary>Remembers when app keys were last used and writes it down once a minute: a request does not wait for a row.</summary>
public sealed partial class AppKeyUse(StoreSource source, TimeProvider time, ILogger<AppKeyUse> logger) : BackgroundService
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, long> used = new(StringComparer.Ordinal);

    /// <summary>The key was used at that moment.</summary>
    internal void Note(string id, DateTimeOffset at) => used[id] = Ticks.Of(at);

    /// <summary>Writes down what was noted since the last time.</summary>
    public async Task Write(CancellationToken cancellationToken = default)
    {
        if (used.IsEmpty)
        {
            return;
        }

        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        using var statement = new SqlStatement(connection, """UPDATE "AppKeys" SET "LastUsedAt" = @At WHERE "Id" = @Id AND ("LastUsedAt" IS NULL OR "LastUsedAt" < @At)""");
        foreach (var (id, at) in used)
        {
            statement.Run(at, id);
            used.TryRemove(new(id, at));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Minute, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await WriteOrLog();
        }
    }

    // Also once more at the end, when the token is spent.
    private async Task WriteOrLog()
    {
        try
        {
            await Write(CancellationToken.None);
        }
        catch (DbException failure)
        {
            LogFailed(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "When app keys were last used could not be written; it is tried again in a minute")]
    private partial void LogFailed(Exception failure);
}
