using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Backups;
using AdminOrders.Core.Storage.Copying;
using AdminOrders.Tests.Storage.Verification;
using AdminOrders.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Storage.Backups;

/// <summary>Files without a log beside them, as a backup is one, and what may not become a backup.</summary>
public sealed class BackupAsStoreTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("adminorders-as-store-");
    private TestStore store = null!;

    private string Saved => Place("saved.db");

    public async Task InitializeAsync()
    {
        store = await GoodStore.Open();
        store.Backups().Save(Saved, BackupTarget.New);
    }

    public async Task DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_server_starts_on_a_backup_and_goes_on()
    {
        await using var opened = BackupTests.Open(Saved);
        await opened.MigrateStorage();

        var answer = await opened.GetRequiredService<OrderWorkflow>().Send(new(GoodStore.Requested, new AddComment("on the backup"), Actors.Operator));

        Assert.IsType<Accepted>(answer.Decision);
        StoreVerificationTests.AssertClean(await BackupTests.VerifyFile(Saved));
    }

    [Fact]
    public async Task A_server_makes_a_store_of_an_empty_file()
    {
        await File.WriteAllBytesAsync(Place("empty.db"), []);
        await using var opened = BackupTests.Open(Place("empty.db"));

        await opened.MigrateStorage();

        StoreVerificationTests.AssertClean(await BackupTests.VerifyFile(Place("empty.db")));
    }

    [Fact]
    public async Task A_backup_is_copied_into_an_empty_file()
    {
        await File.WriteAllBytesAsync(Place("empty.db"), []);
        await using var from = StoreSource.Recognize(Saved, folder.FullName);
        await using var to = StoreSource.Recognize(Place("empty.db"), folder.FullName);

        var copied = Assert.IsType<Copied>(await new StoreCopy(from, to, store.Clock).Run());

        Assert.Equal((5, 16), (copied.Orders, copied.Position));
        StoreVerificationTests.AssertClean(await BackupTests.VerifyFile(Place("empty.db")));
    }

    [Theory]
    [InlineData(BackupTarget.New)]
    [InlineData(BackupTarget.MayBeReplaced)]
    public async Task The_store_itself_is_no_place_for_its_backup(BackupTarget target)
    {
        var itself = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(store.ConnectionString).DataSource;

        Assert.Throws<IOException>(() => store.Backups().Save(itself, target));
        Assert.Contains("the store itself", Assert.Throws<IOException>(() => store.Backups().Save(itself, BackupTarget.MayBeReplaced)).Message, StringComparison.Ordinal);
        StoreVerificationTests.AssertClean(await store.Verify());
    }

    [Theory]
    [InlineData("-wal", BackupTarget.New)]
    [InlineData("-wal", BackupTarget.MayBeReplaced)]
    [InlineData("-journal", BackupTarget.MayBeReplaced)]
    public void A_file_with_a_log_beside_it_is_never_replaced(string log, BackupTarget target)
    {
        var place = Place("used.db");
        File.WriteAllText(place + log, "left by another store");

        var refused = Assert.Throws<IOException>(() => store.Backups().Save(place, target));

        Assert.Contains(place + log, refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(place));
    }

    private string Place(string name) => Path.Combine(folder.FullName, name);
}
