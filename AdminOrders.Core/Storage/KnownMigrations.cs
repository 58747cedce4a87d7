using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AdminOrders.Core.Storage;

/// <summary>
/// Whether a store has had this program's migrations, asked by two statements: of a start on a store that has, EF Core's model and its first queries would
/// take half, and nothing of them is needed.
/// </summary>
internal static class KnownMigrations
{
    private static readonly SqlQuery Applied = new("""SELECT "MigrationId" FROM "__EFMigrationsHistory" """, []);

    /// <summary>True: it has had all of them and no other. False: EF Core has to look, and does what is missing or refuses.</summary>
    /// <param name="hasHistory">Reads a row where the store has a table of migrations.</param>
    /// <param name="context">Whose migrations they are.</param>
    public static async Task<bool> AreApplied(StoreReading reading, SqlQuery hasHistory, Type context, CancellationToken cancellationToken)
    {
        if ((await reading.Read(hasHistory, First, cancellationToken)).Count == 0)
        {
            return false;
        }

        var applied = await reading.Read(Applied, First, cancellationToken);
        return applied.ToHashSet(StringComparer.Ordinal).SetEquals(Of(context));
    }

    /// <summary>The ids of the context's migrations, in no order.</summary>
    public static IEnumerable<string> Of(Type context) => typeof(OrdersDb).Assembly.GetTypes()
        .Where(type => type.BaseType == typeof(Migration) && type.GetCustomAttribute<DbContextAttribute>()?.ContextType == context)
        .Select(type => type.GetCustomAttribute<MigrationAttribute>()!.Id);

    private static string First(DbDataReader row) => row.GetString(0);
}
