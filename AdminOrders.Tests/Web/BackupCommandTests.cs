using AdminOrders.Core.Storage.Backups;
using AdminOrders.Tests.Storage.Backups;
using AdminOrders.Tests.Storage.Verification;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Web;

public sealed class BackupCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("adminorders-backup-");

    private string Saved => Path.Combine(folder.FullName, "saved.db");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_backup_says_what_it_holds_and_replaces_no_file_by_itself()
    {
        await using var store = await GoodStore.Open();

        var first = await Executable.Run(store, ["backup", "saved.db"], shellFolder: folder.FullName);
        var second = await Executable.Run(store, ["backup", "saved.db"], shellFolder: folder.FullName);
        var third = await Executable.Run(store, ["backup", "saved.db", "--force"], shellFolder: folder.FullName);

        Assert.Equal((0, 1, 0), (first.Code, second.Code, third.Code));
        Assert.Matches(@"^Saved to .*saved\.db: \d+\.\d MB, 5 orders, 16 rows of history up to position 16\. Checked and whole\.", first.Output);
        Assert.Contains("--force", second.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restore_asks_before_it_replaces_and_says_where_the_old_store_is()
    {
        await using var store = await GoodStore.Open();
        store.Backups().Save(Saved, BackupTarget.New);
        await store.Import(An.Order("later-01").Ready());

        var asked = await Executable.Run(store, ["restore", "saved.db"], shellFolder: folder.FullName);
        Assert.NotNull(await store.Workflow.Facts("later-01"));
        var done = await Executable.Run(store, ["restore", "saved.db", "--yes"], shellFolder: folder.FullName);
        var verified = await Executable.Run(store, ["verify"]);

        Assert.Equal((1, 0, 0), (asked.Code, done.Code, verified.Code));
        Assert.Contains("holds 6 orders up to position 17; the backup holds 5 up to position 16", asked.Error, StringComparison.Ordinal);
        Assert.Contains("new ones come behind 17", done.Output, StringComparison.Ordinal);
        Assert.Contains("before-restore", done.Output, StringComparison.Ordinal);
        Assert.Null(await store.Workflow.Facts("later-01"));
    }

    [Fact]
    public async Task What_is_no_backup_is_one_clear_line()
    {
        await using var store = await GoodStore.Open();
        await File.WriteAllTextAsync(Saved, "nonsense");

        var nonsense = await Executable.Run(store, ["restore", "saved.db", "--yes"], shellFolder: folder.FullName);
        var missing = await Executable.Run(store, ["restore", "nowhere.db", "--yes"], shellFolder: folder.FullName);

        Assert.Equal((1, 2), (nonsense.Code, missing.Code));
        Assert.Contains("is not a whole store", Assert.Single(nonsense.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("backup", "saved.db")]
    [InlineData("restore", "saved.db", "--yes")]
    public async Task A_store_that_is_not_there_is_told_and_not_made(params string[] args)
    {
        await using var store = await GoodStore.Open();
        store.Backups().Save(Path.Combine(folder.FullName, args is ["restore", ..] ? "saved.db" : "other.db"), BackupTarget.New);
        var mistyped = Path.Combine(folder.FullName, "no-such-folder", "order.db");

        var ran = await Executable.Run(store, args, shellFolder: folder.FullName, connection: $"Data Source={mistyped}");

        Assert.Equal(1, ran.Code);
        Assert.Contains($"There is no store at {mistyped}. Nothing was made.", Assert.Single(ran.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(folder.FullName));
    }

    [Fact]
    public async Task A_store_that_is_gone_is_made_anew_of_its_backup_when_asked()
    {
        await using var store = await GoodStore.Open();
        store.Backups().Save(Saved, BackupTarget.New);
        var place = $"Data Source={Path.Combine(folder.FullName, "new", "orders.db")}";

        var restored = await Executable.Run(store, ["restore", "saved.db", "--new"], shellFolder: folder.FullName, connection: place);
        var verified = await Executable.Run(store, ["verify"], connection: place);

        Assert.Equal((0, 0), (restored.Code, verified.Code));
    }

    [Theory]
    [EveryEngine]
    public async Task On_PostgreSQL_its_own_tools_are_named(Engine engine)
    {
        await using var store = await TestStore.Open(engine);

        var ran = await Executable.Run(store, ["backup", "saved.db"], shellFolder: folder.FullName);

        Assert.Equal(engine is Engine.Postgres, ran.Error.Contains("pg_dump", StringComparison.Ordinal));
        Assert.Equal(engine is Engine.Postgres ? 1 : 0, ran.Code);
    }
}
