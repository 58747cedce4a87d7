using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Export;
using AdminOrders.Tests.Storage.Bulk;
using AdminOrders.Tests.Storage.Export;
using AdminOrders.Tests.Support;
using AdminOrders.Trials.Crashes;
using AdminOrders.Trials.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Trials;

/// <summary>The real server is killed (-9) while it writes an export.</summary>
[Collection(nameof(Alone))]
public sealed class KilledExportTests
{
    private const int Orders = 4_000;

    [Theory]
    [EveryEngine]
    public async Task An_export_that_was_killed_is_begun_anew_and_its_file_is_whole(Engine engine)
    {
        await using var places = new CrashPlaces(engine);
        var site = await places.Next(1);
        var folder = Directory.CreateTempSubdirectory("adminorders-exports-");
        await using var store = new TrialStore(site.Store);
        await store.Services.MigrateStorage();
        var ana = await Fill(store);
        var exports = store.Services.GetRequiredService<PastExports>();
        var filter = new OrderFilter { Sort = OrderSort.OrderId, Ascending = true };
        var id = (await exports.Begin(new("", null, new(filter, ExportRows.PerSku, TimeZoneInfo.Utc, CultureInfo.GetCultureInfo("en-US")) { Format = ExportFormat.Xlsx, IsPersonal = true }), ana))!;

        await using (var server = await Start(site, folder.FullName))
        {
            await BulkRoom.Until(async () => (await exports.Find(id, ana))!.State is not ExportState.Waiting);
            await server.Kill();
        }

        var killed = (await exports.Find(id, ana))!;
        Assert.Equal((ExportState.Running, 1), (killed.State, killed.Beginnings));
        await using (var last = await Start(site, folder.FullName))
        {
            await BulkRoom.Until(async () => (await exports.Find(id, ana))!.State is ExportState.Done);
        }

        var done = (await exports.Find(id, ana))!;
        var file = Assert.Single(folder.GetFiles(), file => file.Length == done.Bytes && file.Name.StartsWith(id, StringComparison.Ordinal));
        var sheet = Assert.Single(ExportedRows.ReadBook(file.OpenRead()));
        Assert.Equal((Orders, 2), ((int)done.Written, done.Beginnings));
        Assert.Equal(Enumerable.Range(0, Orders).SelectMany(number => new[] { IdOf(number), IdOf(number) }), sheet.Skip(1).Select(row => row[1]));
        folder.Delete(recursive: true);
    }

    private static string IdOf(int number) => $"order-{number:0000}";

    private static async Task<Actor> Fill(TrialStore store)
    {
        await using (var db = store.Read())
        {
            await Staff.Employ(db, Resource.ListOrders, Resource.ViewOrder);
        }

        await store.Import(Enumerable.Range(0, Orders).Select(number => An.Order(IdOf(number)).Handling().AsImported()));
        return (await store.Services.GetRequiredService<ActorReader>().Find("user:ana"))!;
    }

    private static Task<ServerProcess> Start(CrashSite site, string exports) =>
        ServerProcess.Start(CrashPlaces.Server, site.Store, [new("Mail__Folder", site.MailFolder), new("Exports__Folder", exports), new("Sample__Fill", "false")], CancellationToken.None);
}
