using AdminOrders.Core.Storage.Backups;
using AdminOrders.Core.Storage.Verification;
using AdminOrders.Tests.Storage.Backups;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Storage.Verification;

/// <summary>Damage that keeps rows, or the whole file, from being read: a verification names it and ends.</summary>
public sealed class UnreadableStoreTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("adminorders-unreadable-");

    private string Saved => Path.Combine(folder.FullName, "saved.db");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(200_000)]
    public async Task A_file_with_torn_pages_is_not_whole_and_nothing_else_is_said(int from)
    {
        await using var store = await GoodStore.Open();
        store.Backups().Save(Saved, BackupTarget.New);
        await using (var content = File.OpenWrite(Saved))
        {
            content.Position = from;
            await content.WriteAsync(Enumerable.Repeat((byte)0x5A, 20_000).ToArray());
        }

        var report = await BackupTests.VerifyFile(Saved);

        Assert.Equal(Invariant.DatabaseWhole, Assert.Single(report.Broken).Invariant);
    }

    [Fact]
    public async Task The_command_line_names_a_torn_file()
    {
        await using var store = await GoodStore.Open();
        await File.WriteAllBytesAsync(Saved, Enumerable.Repeat((byte)0x5A, 20_000).ToArray());

        var ran = await Executable.Run(store, ["verify"], connection: $"Data Source={Saved}");

        Assert.Equal(1, ran.Code);
        Assert.StartsWith("database-whole: ", ran.Output, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task An_order_with_a_row_that_cannot_be_read_is_named_and_the_others_are_read()
    {
        await using var store = await GoodStore.Open(Engine.Postgres);
        await store.Damage(
            $"""
            ALTER TABLE "OrderItems" ALTER COLUMN "Name" DROP NOT NULL;
            UPDATE "OrderItems" SET "Name" = NULL WHERE "OrderKey" = {GoodStore.KeyOf(GoodStore.Requested)};
            UPDATE "Orders" SET "Version" = 99 WHERE "OrderId" = '{GoodStore.Returned}'
            """);

        var report = await store.Verify();

        Assert.Equal(5, report.Orders);
        Assert.Equal([Invariant.RowReadable, Invariant.StateFolded], report.Broken.Select(broken => broken.Invariant));
        Assert.Equal((GoodStore.Requested, "OrderItems"), (report.Broken[0].First.OrderId, report.Broken[0].First.Row));
    }

    [Fact]
    public async Task A_verification_in_the_background_reports_an_order_that_cannot_be_read()
    {
        await using var store = await GoodStore.Open();
        await store.Damage("""UPDATE "Orders" SET "CreatedAt" = -5""");
        var verification = store.Get<BackgroundVerification>();
        var ended = new TaskCompletionSource();
        verification.Changed += (_, _) => _ = verification.Progress is null && ended.TrySetResult();

        verification.Start();
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.False(verification.HasFailed);
        Assert.Contains((await verification.ReadLast())!.Broken, broken => broken is { Invariant: Invariant.RowReadable, Rows: 5 });
    }
}
