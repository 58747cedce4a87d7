using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AdminOrders.Core.Storage;

/// <summary>Takes a store that is tried out back to its beginning. A host that serves a shop does not register it.</summary>
public sealed class StoreReset(StoreSource source, IDbContextFactory<OrdersDb> factory, CancellationReasons reasons, OrderFeed feed, TimeProvider time)
{
    // Positions only grow: whoever follows them goes on behind the last one.
    private static readonly HashSet<string> Kept = ["Positions", "Leases", "CookieKeys", "Restores", "AppKeys", "AppKeyRoles", "CustomerLinkKeys", "ChannelSecrets"];
    private const string Accounts = "AspNet";

    /// <summary>
    /// Removes every order with all that belongs to it, saved searches, saved views and settings, in one commit; accounts, app keys and the keys of customer links stay, the reasons are those of a new
    /// store, no process has a lease. Then it is filled, and open pages of every server are told, as after a restore.
    /// </summary>
    /// <param name="fill">Lays in what the store begins with.</param>
    public async Task Run(Func<Task> fill, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var last = await Empty(TablesOf(db.Model), cancellationToken);
        await DefaultReasons.InsertInto(source, cancellationToken);
        reasons.Forget();
        await fill();
        await Mark(last, cancellationToken);
        feed.TellOfRestores();
        feed.Wake();
    }

    /// <summary>The tables that are emptied; each comes before those that it refers to.</summary>
    internal static IReadOnlyList<string> TablesOf(IModel model)
    {
        var waiting = model.GetEntityTypes().Where(IsEmptied).ToList();
        var ordered = new List<string>(waiting.Count);
        while (waiting.Count > 0)
        {
            var free = waiting.FindAll(type => !waiting.Exists(other => other != type && RefersTo(other, type)));
            ordered.AddRange(free.Select(type => type.GetTableName()!));
            waiting.RemoveAll(free.Contains);
        }

        return ordered;
    }

    private static bool IsEmptied(IEntityType type) =>
        type.GetTableName() is { } table && !Kept.Contains(table) && !table.StartsWith(Accounts, StringComparison.Ordinal);

    private static bool RefersTo(IEntityType from, IEntityType to) => from.GetForeignKeys().Any(key => key.PrincipalEntityType == to);

    // Returns the last position that was drawn.
    private async Task<long> Empty(IReadOnlyList<string> tables, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        using var statements = new SqlStatements(connection);
        var all = tables.Select(table => statements.Add($"DELETE FROM \"{table}\"")).ToList();
        all.Add(statements.Add("""UPDATE "Leases" SET "Owner" = '', "Until" = 0"""));
        var position = statements.Add("""SELECT "Last" FROM "Positions" WHERE "Id" = 1""");
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        statements.Enlist(transaction);
        all.ForEach(statement => statement.Run());
        var last = Convert.ToInt64(position.Value(), CultureInfo.InvariantCulture);
        await transaction.CommitAsync(cancellationToken);
        return last;
    }

    // To whoever reads the store it is another one now: as if a backup without orders had been restored.
    private async Task Mark(long last, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        using var statements = new SqlStatements(connection);
        var mark = statements.Add(
            """
            INSERT INTO "Restores" ("Number", "RestoredAt", "LastPosition", "ContinuesBehind")
            SELECT COALESCE(MAX("Number"), 0) + 1, @At, 0, @Last FROM "Restores"
            """);
        var forget = statements.Add("""DELETE FROM "Restores" WHERE "Number" < (SELECT MAX("Number") FROM "Restores")""");
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        statements.Enlist(transaction);
        mark.Run(Ticks.Of(time.GetUtcNow()), last);
        forget.Run();
        await transaction.CommitAsync(cancellationToken);
    }
}
