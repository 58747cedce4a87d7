using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AdminOrders.Core.Storage;

/// <summary>Takes a store that is tried out back to its beginning. A host that serves a shop does not register it.</summary>
public sealed class StoreReset(StoreSource source, IDbContextFactory<OrdersDb> factory, CancellationReasons reasons)
{
    // Positions only grow: whoever follows them goes on behind the last one.
    private static readonly HashSet<string> Kept = ["Positions", "Leases", "CookieKeys"];
    private const string Accounts = "AspNet";

    /// <summary>
    /// Removes every order with all that belongs to it, saved searches and settings; accounts stay, the reasons are those of a new store,
    /// no process has a lease. All of it in one commit, or nothing.
    /// </summary>
    public async Task Run(CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await Empty(TablesOf(db.Model), cancellationToken);
        await DefaultReasons.InsertInto(db, source, cancellationToken);
        reasons.Forget();
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

    private async Task Empty(IReadOnlyList<string> tables, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        using var statements = new SqlStatements(connection);
        var all = tables.Select(table => statements.Add($"DELETE FROM \"{table}\"")).ToList();
        all.Add(statements.Add("""UPDATE "Leases" SET "Owner" = '', "Until" = 0"""));
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        statements.Enlist(transaction);
        all.ForEach(statement => statement.Run());
        await transaction.CommitAsync(cancellationToken);
    }
}
