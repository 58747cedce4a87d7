using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Storage;

/// <summary>How users have All orders drawn: kept with the user, so that another browser draws it alike.</summary>
public sealed class ListLayouts(IDbContextFactory<OrdersDb> factory, StoreSource source)
{
    private const string KeepSql =
        """
        INSERT INTO "ListLayouts" ("UserId", "Columns", "Density") VALUES (@UserId, @Columns, @Density)
        ON CONFLICT ("UserId") DO UPDATE SET "Columns" = excluded."Columns", "Density" = excluded."Density"
        """;

    /// <summary>The user's; <see cref="ListLayout.Usual"/> where they have chosen nothing.</summary>
    public async Task<ListLayout> Of(string userId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var row = await db.ListLayouts.AsNoTracking().SingleOrDefaultAsync(row => row.UserId == userId, cancellationToken);
        return row is null ? ListLayout.Usual : new(row.Columns, row.Density);
    }

    /// <summary>From now on it is the user's.</summary>
    /// <exception cref="ArgumentException">The columns are more than there can be.</exception>
    public async Task Keep(string userId, ListLayout layout, CancellationToken cancellationToken = default)
    {
        if (layout.Columns.Length > SavedViewLengths.Columns)
        {
            throw new ArgumentException("There are not so many columns.", nameof(layout));
        }

        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        using var keep = new SqlStatement(connection, KeepSql);
        keep.Run(userId, layout.Columns, (int)layout.Density);
    }
}
