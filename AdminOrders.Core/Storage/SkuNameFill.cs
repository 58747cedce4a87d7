namespace AdminOrders.Core.Storage;

/// <summary>Gives a store that is older than the names of SKUs those of its orders' lines. The migration leaves a setting that says that they are missing.</summary>
internal static class SkuNameFill
{
    /// <summary>The name of the setting; written down in migrations.</summary>
    public const string SettingName = "sku-names.missing";

    /// <summary>Fills them in; returns at once where they are there.</summary>
    public static async Task Run(StoreSource source, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        using var statements = new SqlStatements(connection);
        using var writes = source.CreateWrites(connection);
        var missing = statements.Add($"""SELECT "Value" FROM "Settings" WHERE "Name" = '{SettingName}'""");
        if (missing.Value() is null)
        {
            return;
        }

        var lines = statements.Add("""SELECT DISTINCT "SkuId", "Name" FROM "OrderItems" """);
        var done = statements.Add($"""DELETE FROM "Settings" WHERE "Name" = '{SettingName}'""");
        var names = new SkuNameWriter(writes);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        statements.Enlist(transaction);
        source.LockSetup(transaction);
        using (var rows = lines.Read())
        {
            while (rows.Read())
            {
                names.Add(rows.GetString(0), rows.GetString(1));
            }
        }

        names.Flush();
        writes.Flush(transaction);
        done.Run();
        await transaction.CommitAsync(cancellationToken);
        writes.Committed();
    }
}
