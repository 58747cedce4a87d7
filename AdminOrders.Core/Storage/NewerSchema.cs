using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Storage;

/// <summary>A store that a newer version has migrated: what this one would write into it could be incomplete.</summary>
internal static class NewerSchema
{
    /// <exception cref="StoreUnusableException">The store has a migration that this version does not know.</exception>
    public static async Task Refuse(OrdersDb db, CancellationToken cancellationToken)
    {
        var applied = await db.Database.GetAppliedMigrationsAsync(cancellationToken);
        if (applied.Except(db.Database.GetMigrations(), StringComparer.Ordinal).LastOrDefault() is { } unknown)
        {
            throw new StoreUnusableException(
                $"A newer version of this program has changed the store ({unknown}). Start that version, or restore a backup from before it was installed.");
        }
    }
}
