using System.IO.Compression;
using AdminOrders.Core.Storage.Export;
using AdminOrders.Core.Text;
using AdminOrders.E2E.Pages;
using AdminOrders.E2E.Support;
using AdminOrders.Web.Features.Qa;

namespace AdminOrders.E2E.Journeys;

/// <summary>An export is begun, its window closed, and its file fetched later.</summary>
public sealed class ExportingInTheBackground(SharedStore store) : Journey(store), IClassFixture<SharedStore>
{
    [Fact]
    public Task Who_closes_the_window_finds_the_file_when_they_come_back() => WalkAsync(async () =>
    {
        var order = await Store.TakeAsync(QaSituation.Canceled);
        var visit = await OpenAsync(Account.Operator);
        var list = await new AllOrdersPage(visit.Page).OpenAsync();
        await list.SearchAsync(order);
        await list.ExportInTheBackgroundAsync();
        await visit.Page.CloseAsync();

        var later = await OpenAsync(Account.Operator);
        var exports = await new ExportsPage(later.Page).OpenAsync();
        var row = exports.Row(order.Sequence);
        await ExportsPage.IsInAsync(row, ExportState.Done);
        var (name, bytes) = await exports.DownloadAsync(row);

        Assert.EndsWith(".xlsx", name, StringComparison.Ordinal);
        using var book = new ZipArchive(new MemoryStream(bytes));
        using var sheet = new StreamReader(book.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        Assert.Contains(order.Id, await sheet.ReadToEndAsync(), StringComparison.Ordinal);

        await ExportsPage.DeleteFileAsync(row);
        await ExportsPage.IsInAsync(row, ExportState.Deleted);
        await Assertions.Expect(row).ToContainTextAsync(Texts.Export_State_Deleted);
        await Assertions.Expect(row.GetByRole(AriaRole.Link)).ToHaveCountAsync(0);
    });

    [Fact]
    public Task Nobody_sees_what_a_colleague_exported_but_who_makes_accounts_and_they_have_no_file_of_it() => WalkAsync(async () =>
    {
        var order = await Store.TakeAsync(QaSituation.Canceled);
        var list = await OpenListAsync(Account.Operator);
        await list.SearchAsync(order);
        await list.ExportInTheBackgroundAsync();

        var viewer = await new ExportsPage((await OpenAsync(Account.Viewer)).Page).OpenAsync();
        await Assertions.Expect(viewer.Row(order.Sequence)).ToHaveCountAsync(0);
        var owner = await new ExportsPage((await OpenAsync(Account.Owner)).Page).OpenAsync();
        await owner.Page.GetByRole(AriaRole.Link, new() { Name = Texts.Export_Everybodys, Exact = true }).ClickAsync();
        await ExportsPage.IsInAsync(owner.Row(order.Sequence), ExportState.Done);
        await Assertions.Expect(owner.Row(order.Sequence).GetByRole(AriaRole.Link)).ToHaveCountAsync(0);
    });
}
