namespace AdminOrders.Core.Storage;

/// <summary>How users have All orders drawn: kept with the user, so that another browser draws it alike.</summary>
public sealed class ListLayouts(StoreSource source)
{
    private const string KeepSql =
        """
        INSERT INTO "ListLayouts" ("UserId", "Columns", "Density") VALUES (@UserId, @Columns, @Density)
        ON CONFLICT ("UserId") DO UPDATE SET "Columns" = excluded."Columns", "Density" = excluded."Density"
        """;

    /// <summary>The user's; <see cref="ListLayout.Usual"/> where they have chosen nothing.</summary>
    public async Task<ListLayout> Of(string userId, CancellationToken cancellationToken = default)
    {
        await using var reading = await source.OpenReading(cancellationToken);
        var query = new SqlQuery("""SELECT "Columns", "Density" FROM "ListLayouts" WHERE "UserId" = @user""", [new("@user", userId)]);
        return (await reading.Read(query, row => new ListLayout(row.GetString(0), (ListDensity)row.GetInt32(1)), cancellationToken)).SingleOrDefault() ?? ListLayout.Usual;
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
