using AdminOrders.Core.Storage.Backups;
using AdminOrders.Core.Storage.Sqlite;
using AdminOrders.Tests.Storage.Verification;

namespace AdminOrders.Tests.Storage.Backups;

public sealed class PartialFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("adminorders-partial-");

    private string Target => Path.Combine(folder.FullName, "saved.db");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task What_a_killed_process_left_goes_away_with_the_next_backup()
    {
        await using var store = await GoodStore.Open();
        string[] left = ["older.db.0123abcd.partial", "older.db.0123abcd.partial-journal", "older.db.0123abcd.partial-lock"];
        Array.ForEach(left, name => File.WriteAllText(Path.Combine(folder.FullName, name), "left"));
        File.WriteAllText(Path.Combine(folder.FullName, "somebody's.partial"), "kept");

        store.Backups().Save(Target, BackupTarget.New);

        Assert.Equal(["saved.db", "somebody's.partial"], folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_somebody_works_on_stays()
    {
        using (var first = new PartialFile(Target))
        {
            using var second = new PartialFile(Target);

            Assert.True(File.Exists(first.Path));
            Assert.NotEqual(first.Path, second.Path);
        }

        Assert.Empty(folder.GetFiles());
    }
}
