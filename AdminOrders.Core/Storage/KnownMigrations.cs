using System.Data.Common;
using System.Reflection;

namespace AdminOrders.Core.Storage;

/// <summary>
/// Whether a store has had this program's migrations, asked by two statements: of a start on a store that has, EF Core's model and its first queries would
/// take half, and nothing of them is needed.
/// </summary>
internal static class KnownMigrations
{
    private static readonly SqlQuery Applied = new("""SELECT "MigrationId" FROM "__EFMigrationsHistory" """, []);

    /// <summary>Ids of the migrations of a store in a file, in no order. The build writes them into the program (see its project): a look through its types would load every one and all that they name.</summary>
    public static IEnumerable<string> OfSqlite => typeof(OrdersDb).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Where(data => string.Equals(data.Value, "SqliteMigration", StringComparison.Ordinal))
        .Select(data => data.Key);

    /// <summary>True: it has had all of them and no other. False: EF Core has to look, and does what is missing or refuses.</summary>
    /// <param name="hasHistory">Reads a row where the store has a table of migrations.</param>
    /// <param name="known">Ids of the migrations that it should have had.</param>
    public static async Task<bool> AreApplied(StoreReading reading, SqlQuery hasHistory, IEnumerable<string> known, CancellationToken cancellationToken)
    {
        if ((await reading.Read(hasHistory, First, cancellationToken)).Count == 0)
        {
            return false;
        }

        var applied = await reading.Read(Applied, First, cancellationToken);
        return applied.ToHashSet(StringComparer.Ordinal).SetEquals(known);
    }

    private static string First(DbDataReader row) => row.GetString(0);
}
