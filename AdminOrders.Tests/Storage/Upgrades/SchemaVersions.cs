using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Tests.Storage.Upgrades;

/// <summary>Every schema that a store may have, by engine, and the file with a store as it was then.</summary>
internal static class SchemaVersions
{
    /// <summary>Ids of the migrations, oldest first; no server is asked.</summary>
    public static IReadOnlyList<string> Of(Engine engine)
    {
        using var source = StoreSource.Of(engine.ToString(), engine is Engine.Sqlite ? "Data Source=none.db" : "Host=none;Database=none", "/");
        using var db = source.CreateContext();
        return [.. db.Database.GetMigrations()];
    }

    /// <summary>Where the store of that schema lies, as SQL of its engine.</summary>
    public static string FileOf(Engine engine, string migration) =>
        Path.Combine(Repository.Root, "AdminOrders.Tests", "Storage", "Upgrades", engine.ToString(), migration + ".sql");
}
