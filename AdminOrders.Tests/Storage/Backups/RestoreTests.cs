using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Backups;
using AdminOrders.Tests.Storage.Verification;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Storage.Backups;

public sealed class RestoreTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("adminorders-restore-");
    private TestStore store = null!;

    private string Saved => Path.Combine(folder.FullName, "saved.db");

    public async Task InitializeAsync()
    {
        store = await GoodStore.Open();
        await store.Seal();
        store.Backups().Save(Saved, BackupTarget.New);
    }

    public async Task DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Whoever_works_on_the_store_goes_on_with_what_was_restored()
    {
        await store.Import(An.Order("later-01").Ready());
        await store.Send(GoodStore.Requested, new ConfirmCancellation(new('2', 32)), Actors.OtherOperator);
        var before = (await store.Row(GoodStore.Requested)).Position;

        var restored = await store.Backups().Restore(Saved);

        Assert.Equal("cancellation-requested", (await store.Facts(GoodStore.Requested)).Status);
        Assert.Null(await store.Workflow.Facts("later-01"));
        Assert.IsType<Accepted>((await store.Send(GoodStore.Requested, new ConfirmCancellation(new('2', 32)), Actors.OtherOperator)).Decision);
        await store.Import(An.Order("after-01").Ready());
        Assert.Equal("canceled", (await store.Row(GoodStore.Requested)).Status);
        Assert.True((await store.Row(GoodStore.Requested)).Position > before);
        Assert.Equal(["after-01"], (await store.Reader.Find("after-01", 10)).Select(row => row.OrderId));
        Assert.Equal(before, restored.ContinuesBehind);
        StoreVerificationTests.AssertClean(await store.Verify());
    }

    [Fact]
    public async Task Links_of_customers_are_as_good_as_they_were_when_the_backup_was_made()
    {
        var links = store.Get<CustomerLinks>();
        var before = await links.Make(GoodStore.Requested);
        var saved = Path.Combine(folder.FullName, "with-key.db");
        store.Backups().Save(saved, BackupTarget.New);
        await links.Rotate(atOnce: true);
        var after = await links.Make(GoodStore.Requested);

        await store.Backups().Restore(saved);

        Assert.Equal(GoodStore.Requested, (await links.Find(before!.Token))?.OrderId);
        Assert.Null(await links.Find(after!.Token));
        StoreVerificationTests.AssertClean(await store.Verify());
    }

    [Fact]
    public async Task What_was_read_and_counted_before_is_read_and_counted_anew()
    {
        await store.Import(An.Order("later-01").Ready());
        var (reader, counts) = (store.Reader, store.Get<OrderCounts>());
        var (rows, total) = ((await reader.List(new OrderFilter(), null, 100)).Rows.Count, (await counts.Of(new OrderFilter())).Total);
        Assert.Equal((rows, rows), (rows, total));
        Assert.NotNull(await store.Get<OrderRecords>().Get("later-01"));

        await store.Backups().Restore(Saved);

        Assert.Equal((rows - 1, rows - 1), ((await reader.List(new OrderFilter(), null, 100)).Rows.Count, (await counts.Of(new OrderFilter())).Total));
        Assert.Null(await store.Get<OrderRecords>().Get("later-01"));
    }

    [Fact]
    public async Task Nothing_is_numbered_twice()
    {
        await store.Send(GoodStore.Requested, new ConfirmCancellation(new('2', 32)), Actors.OtherOperator);
        var delivered = await LastDelivery();

        await store.Backups().Restore(Saved);
        await store.Send(GoodStore.Requested, new ConfirmCancellation(new('2', 32)), Actors.OtherOperator);

        await using var db = store.Read();
        var history = (await store.History(GoodStore.Requested))[^1].HistoryId;
        Assert.All(await db.Deliveries.Where(row => row.HistoryId == history).ToListAsync(), row => Assert.True(row.Id > delivered));
    }

    [Fact]
    public async Task What_was_replaced_lies_beside_the_store_whole()
    {
        await store.Import(An.Order("later-01").Ready());

        var restored = await store.Backups().Restore(Saved);

        Assert.NotNull(restored.KeptFile);
        Assert.StartsWith(Path.GetDirectoryName(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(store.ConnectionString).DataSource)!, restored.KeptFile, StringComparison.Ordinal);
        Assert.Equal(6, store.Backups().Read(restored.KeptFile).Orders);
        StoreVerificationTests.AssertClean(await BackupTests.VerifyFile(restored.KeptFile));
        await store.Backups().Restore(restored.KeptFile);
        Assert.NotNull(await store.Workflow.Facts("later-01"));
        StoreVerificationTests.AssertClean(await store.Verify());
    }

    [Fact]
    public async Task A_busy_writer_waits_and_nothing_that_was_answered_is_in_neither_store()
    {
        using var stop = new CancellationTokenSource();
        var answered = new List<string>();
        var writing = Task.Run(async () =>
        {
            for (var number = 0; !stop.IsCancellationRequested; number++)
            {
                var answer = await store.Send(GoodStore.Requested, new AddComment($"comment {number}"), Actors.Operator);
                answered.Add(answer.Receipt!.Receipt);
            }
        });
        while (answered.Count < 50)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }

        var restored = await Task.Run(() => store.Backups().Restore(Saved));
        await Task.Delay(TimeSpan.FromMilliseconds(200));
        await stop.CancelAsync();
        await writing;

        await using var kept = BackupTests.Open(restored.KeptFile!);
        await using var old = await kept.GetRequiredService<IDbContextFactory<OrdersDb>>().CreateDbContextAsync();
        await using var now = store.Read();
        var written = (await old.History.Select(row => row.HistoryId).ToListAsync()).Concat(await now.History.Select(row => row.HistoryId).ToListAsync()).ToHashSet();
        Assert.All(answered, receipt => Assert.Contains(receipt, written));
        StoreVerificationTests.AssertClean(await store.Verify());
    }

    [Fact]
    public async Task Seals_go_on_after_a_restore()
    {
        await store.Send(GoodStore.Requested, new AddComment("lost"), Actors.Operator);
        await store.Backups().Restore(Saved);
        await store.Send(GoodStore.Requested, new AddComment("new"), Actors.Operator);
        store.Clock.Advance(TimeSpan.FromHours(1));

        var seal = await store.Seal();

        Assert.Equal((2, 18L, 18L), (seal!.Number, seal.FirstPosition, seal.LastPosition));
        StoreVerificationTests.AssertClean(await store.Verify());
    }

    [Fact]
    public async Task Followers_are_told_within_two_seconds()
    {
        var told = new TaskCompletionSource();
        var feed = store.Get<OrderFeed>();
        feed.StoreReplaced += (_, _) => told.TrySetResult();
        using var following = feed.Subscribe(_ => Task.CompletedTask);

        await store.Backups().Restore(Saved);
        var began = TimeProvider.System.GetTimestamp();
        while (!told.Task.IsCompleted && TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(10))
        {
            store.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }

        Assert.True(told.Task.IsCompleted);
    }

    [Theory]
    [InlineData("not a database at all, but long enough to be read as the header of one ......................................................")]
    [InlineData("")]
    public async Task What_is_no_store_is_refused_and_the_store_stays(string content)
    {
        var file = Path.Combine(folder.FullName, "other.db");
        await File.WriteAllTextAsync(file, content);

        await Assert.ThrowsAsync<StoreUnusableException>(() => store.Backups().Restore(file));

        Assert.Equal(5, store.Backups().Current().Orders);
    }

    [Fact]
    public async Task A_backup_of_a_newer_version_is_refused()
    {
        await Change("""INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_Tomorrow', '10.0.0')""");

        var refused = await Assert.ThrowsAsync<StoreUnusableException>(() => store.Backups().Restore(Saved));

        Assert.Contains("newer version", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_backup_is_refused()
    {
        await using (var content = File.OpenWrite(Saved))
        {
            content.Position = content.Length / 2;
            await content.WriteAsync(new byte[20_000]);
        }

        await Assert.ThrowsAsync<StoreUnusableException>(() => store.Backups().Restore(Saved));
        StoreVerificationTests.AssertClean(await store.Verify());
    }

    private async Task<long> LastDelivery()
    {
        await using var db = store.Read();
        return await db.Deliveries.MaxAsync(row => row.Id);
    }

    private async Task Change(string sql)
    {
        await using var backup = BackupTests.Open(Saved);
        await using var connection = await backup.GetRequiredService<StoreSource>().OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
