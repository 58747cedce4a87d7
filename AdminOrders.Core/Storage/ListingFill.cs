using System.Data.Common;
using System.Globalization;
using AdminOrders.Core.Documents;

namespace AdminOrders.Core.Storage;

/// <summary>
/// Gives the orders of a store that is older than the listing what lists show and look up, from their documents. The migration leaves a
/// setting that says behind which key to go on; several servers may work at once, and one that is killed loses a chunk at most.
/// </summary>
internal static class ListingFill
{
    /// <summary>The name of the setting; written down in migrations.</summary>
    public const string SettingName = "listing.behind";

    private const int Chunk = 500;

    /// <summary>Works until every order has it; returns at once where that is so.</summary>
    public static async Task Run(StoreSource source, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        using (var behind = new SqlStatement(connection, Behind))
        {
            if (behind.Value() is null)
            {
                return;
            }
        }

        using var writing = new Filling(source, connection);
        while (writing.Next())
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private const string Behind = $"""SELECT "Value" FROM "Settings" WHERE "Name" = '{SettingName}'""";

    private sealed class Filling : IDisposable
    {
        private readonly StoreSource source;
        private readonly DbConnection connection;
        private readonly SqlStatements statements;
        private readonly StoreWrites writes;
        private readonly TermWriter terms;
        private readonly SqlWrite update;
        private readonly SqlWrite goOn;
        private readonly SqlStatement behind;
        private readonly SqlStatement orders;

        public Filling(StoreSource source, DbConnection connection)
        {
            (this.source, this.connection) = (source, connection);
            statements = new(connection);
            writes = source.CreateWrites(connection);
            terms = new(statements, writes);
            behind = statements.Add(Behind);
            orders = statements.Add(
                $"""
                SELECT o."Key", o."CreatedAt", d."Content" FROM "Orders" o LEFT JOIN "OrderDocuments" d ON d."OrderKey" = o."Key"
                WHERE o."Key" > @Behind ORDER BY o."Key" LIMIT {Chunk}
                """);
            update = writes.Add(
                """
                UPDATE "Orders" SET "EstimatedFrom" = @EstimatedFrom, "EstimatedTo" = @EstimatedTo, "IsInStore" = @IsInStore, "GiftListId" = @GiftListId,
                    "GiftListType" = @GiftListType, "OperatorName" = @OperatorName,
                    "Units" = COALESCE((SELECT SUM(i."Quantity" - i."RemovedQuantity") FROM "OrderItems" i WHERE i."OrderKey" = "Orders"."Key"), 0)
                WHERE "Key" = @Key
                """);
            goOn = writes.Add($"""UPDATE "Settings" SET "Value" = @Value WHERE "Name" = '{SettingName}'""");
        }

        /// <summary>Fills the next chunk; false: there is none.</summary>
        public bool Next()
        {
            using var transaction = connection.BeginTransaction();
            statements.Enlist(transaction);
            source.LockSetup(transaction);
            if (behind.Value() is not string from)
            {
                return false;
            }

            var chunk = Read(long.Parse(from, CultureInfo.InvariantCulture));
            foreach (var (key, createdAt, told) in chunk.AsParallel().AsOrdered().Select(order => (order.Key, order.CreatedAt, DocumentListing.Of(order.Document))))
            {
                terms.Add(key, createdAt, told.Terms);
                update.Later(
                    Ticks.Of(told.EstimatedFrom), Ticks.Of(told.EstimatedTo), told.IsInStore, told.GiftListId, told.GiftListType, told.OperatorName, key);
            }

            terms.Flush();
            goOn.Later(chunk.Count == 0 ? from : chunk[^1].Key.ToString(CultureInfo.InvariantCulture));
            writes.Flush(transaction);
            if (chunk.Count < Chunk)
            {
                using var done = new SqlStatement(connection, $"""DELETE FROM "Settings" WHERE "Name" = '{SettingName}'""");
                done.Enlist(transaction);
                done.Run();
            }

            transaction.Commit();
            writes.Committed();
            return chunk.Count == Chunk;
        }

        public void Dispose()
        {
            writes.Dispose();
            statements.Dispose();
        }

        private List<(long Key, long CreatedAt, byte[]? Document)> Read(long after)
        {
            var chunk = new List<(long, long, byte[]?)>(Chunk);
            using var rows = orders.Read(after);
            while (rows.Read())
            {
                chunk.Add((rows.GetInt64(0), rows.GetInt64(1), rows.IsDBNull(2) ? null : rows.GetFieldValue<byte[]>(2)));
            }

            return chunk;
        }
    }
}
