using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Backups;
using AdminOrders.Core.Storage.Verification;
using AdminOrders.Tests.Storage.Verification;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Storage.Backups;

public sealed class BackupTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("adminorders-backup-");
    private TestStore store = null!;

    private string Target => Path.Combine(folder.FullName, "saved.db");

    public async Task InitializeAsync() => store = await GoodStore.Open();

    public async Task DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_backup_is_one_file_that_holds_everything_and_verifies_clean()
    {
        await store.Seal();
        var content = store.Backups().Save(Target, BackupTarget.New);

        Assert.Equal((5, 16, 16), (content.Orders, content.HistoryRows, content.Position));
        Assert.Equal([Target], Directory.GetFiles(folder.FullName));
        StoreVerificationTests.AssertClean(await VerifyFile(Target));
        Assert.Equal(1, (await VerifyFile(Target)).Seals);
    }

    [Fact]
    public async Task A_backup_beside_a_busy_writer_holds_each_command_that_was_answered_before_it_began()
    {
        using var stop = new CancellationTokenSource();
        var answered = new List<long>();
        var writing = Task.Run(async () =>
        {
            for (var number = 0; !stop.IsCancellationRequested; number++)
            {
                await store.Send(GoodStore.Requested, new AddComment($"comment {number}"), Actors.Operator);
                answered.Add(number);
            }
        });
        for (var backup = 0; backup < 5; backup++)
        {
            await WaitFor(() => answered.Count > 20 * (backup + 1));
            var before = answered.Count;
            var file = $"{Target}-{backup}";
            await Task.Run(() => store.Backups().Save(file, BackupTarget.New));

            StoreVerificationTests.AssertClean(await VerifyFile(file));
            Assert.InRange(await CountComments(file), before, answered.Count + 1);
        }

        await stop.CancelAsync();
        await writing;
        StoreVerificationTests.AssertClean(await store.Verify());
    }

    [Fact]
    public void A_file_that_is_there_is_not_replaced_unless_it_may_be()
    {
        File.WriteAllText(Target, "mine");

        Assert.Throws<IOException>(() => store.Backups().Save(Target, BackupTarget.New));
        Assert.Equal("mine", File.ReadAllText(Target));

        store.Backups().Save(Target, BackupTarget.MayBeReplaced);
        Assert.Equal(5, store.Backups().Read(Target).Orders);
    }

    [Fact]
    public void What_is_left_of_a_backup_that_was_stopped_goes_away()
    {
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        var small = Assert.ThrowsAny<Exception>(() => store.Backups().Save(Path.Combine(Target, "no-such-folder", "saved.db"), BackupTarget.New, null, stopped.Token));

        Assert.IsAssignableFrom<IOException>(small);
        Assert.Empty(Directory.GetFiles(folder.FullName));
    }

    [Fact]
    public void Only_the_owner_reads_a_backup()
    {
        store.Backups().Save(Target, BackupTarget.New);

        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Target) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    internal static async Task<VerificationReport> VerifyFile(string file)
    {
        await using var opened = Open(file);
        return await opened.GetRequiredService<StoreVerification>().Run();
    }

    internal static ServiceProvider Open(string file)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddOrderStorage(new ConfigurationBuilder()
            .AddInMemoryCollection([new("Storage:ConnectionString", $"Data Source={file};Pooling=False")]).Build());
        return services.BuildServiceProvider();
    }

    private static async Task<int> CountComments(string file)
    {
        await using var opened = Open(file);
        await using var db = await opened.GetRequiredService<IDbContextFactory<OrdersDb>>().CreateDbContextAsync();
        return await db.History.CountAsync(row => row.Kind == "comment-added" && row.Position > 16);
    }

    private static async Task WaitFor(Func<bool> isSo)
    {
        while (!isSo())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }
    }
}

internal static class TestBackups
{
    public static StoreBackups Backups(this TestStore store) => store.Get<StoreSource>().Backups(store.Clock)!;
}
