using AdminOrders.E2E.Pages;
using AdminOrders.E2E.Support;
using AdminOrders.Web.Features.Qa;
using Microsoft.Data.Sqlite;

namespace AdminOrders.E2E.Journeys;

/// <summary>A part of the store is away for a while.</summary>
[Collection(OwnStore.Name)]
[Trait("Needs", "OwnServer")]
public sealed class BrokenStore(OwnStore store) : Journey(store)
{
    [Fact]
    public Task A_list_that_cannot_be_read_says_so_and_goes_on_when_it_can() => WalkAsync(async () =>
    {
        var order = await Store.TakeAsync(QaSituation.Handling);
        var screens = new[] { Screen.Desktop, Screen.Desktop with { IsDark = true }, Screen.Phone };
        var lists = await Task.WhenAll(screens.Select(async screen => await new AllOrdersPage((await OpenAsync(Account.Viewer, screen)).Page).OpenAsync()));

        await RenameAsync("OrderSearchIndex", "OrderSearchIndexAway");
        foreach (var list in lists)
        {
            await list.SearchAsync(order.Sequence);
            await Assertions.Expect(list.Failure).ToBeVisibleAsync();
            await Accessible.CheckAsync(list.Page.Locator("html"));
            await Accessible.FitsAsync(list.Page);
        }

        await RenameAsync("OrderSearchIndexAway", "OrderSearchIndex");
        foreach (var list in lists)
        {
            await list.TryAgainAsync();
            await Assertions.Expect(list.Row(order)).ToBeVisibleAsync();
        }
    });

    private async Task RenameAsync(string table, string name)
    {
        await using var connection = new SqliteConnection(store.Server.Place.Settings["Storage__ConnectionString"] + ";Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"ALTER TABLE \"{table}\" RENAME TO \"{name}\"";
        await command.ExecuteNonQueryAsync();
    }
}
