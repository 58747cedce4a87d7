using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace AdminOrders.Core.Storage.Sqlite;

/// <summary>The model on SQLite; it exists so that each engine has a set of migrations of its own.</summary>
public sealed class SqliteOrdersDb(DbContextOptions<SqliteOrdersDb> options) : OrdersDb(options);

internal sealed class SqliteOrdersDbAtDesignTime : IDesignTimeDbContextFactory<SqliteOrdersDb>
{
    public SqliteOrdersDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteOrdersDb>().UseSqlite("Data Source=:memory:").Options);
}
