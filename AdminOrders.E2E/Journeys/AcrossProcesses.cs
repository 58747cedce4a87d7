using AdminOrders.Core.Text;
using AdminOrders.E2E.Pages;
using AdminOrders.E2E.Support;
using AdminOrders.Web.Features.Qa;

namespace AdminOrders.E2E.Journeys;

/// <summary>A change that one process made shows on the open pages of another.</summary>
[Collection(TimedStore.Name)]
[Trait("Needs", "OwnServer")]
public sealed class AcrossProcesses(TimedStore store) : Journey(store)
{
    private const string Sqlite = "SQLite";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);
    private readonly List<StoreServer> servers = [];

    /// <summary>SQLite always, PostgreSQL where there is a server for tests.</summary>
    public static TheoryData<string> Engines => Settings.Postgres is null ? [Sqlite] : [Sqlite, "PostgreSQL"];

    [Fact]
    public Task What_the_command_line_changes_shows_on_open_pages_within_two_seconds() => WalkAsync(async () =>
    {
        var order = await Store.TakeAsync(QaSituation.ReadyForHandling);
        var open = await OpenBothAsync(Store, order);

        var shown = open.ShowAsync(Texts.Status_canceled);
        await store.Server.ImportAsync(QaDocument.Of(order with { Situation = QaSituation.Canceled }, TimeProvider.System.GetUtcNow().AddDays(-100)));

        await WithinAsync(shown);
    });

    [Theory]
    [MemberData(nameof(Engines))]
    public Task What_one_server_changes_shows_on_open_pages_of_another_within_two_seconds(string engine) => WalkAsync(async () =>
    {
        var (here, there) = await StartBothAsync(engine);
        var order = await here.TakeAsync(QaSituation.PaymentApproved);
        var open = await OpenBothAsync(there, order);
        var visit = await OpenAsync(here, Account.Operator);
        var page = await new OrderPage(visit.Page).OpenAsync(order);

        var shown = open.ShowAsync(Texts.Status_canceled);
        await page.CancelOrderAsync();

        await WithinAsync(shown);
    }, engine);

    [Theory]
    [MemberData(nameof(Engines))]
    public Task A_request_that_one_server_answers_stays_where_it_stood_on_open_pages_of_both(string engine) => WalkAsync(async () =>
    {
        var (here, there) = await StartBothAsync(engine);
        var order = await here.TakeAsync(QaSituation.RequestedByCustomer);
        var answering = await new RequestsPage((await OpenAsync(here, Account.Support)).Page).OpenAsync(AnsweringRequests.OursOnly);
        var watching = await new RequestsPage((await OpenAsync(there, Account.Operator)).Page).OpenAsync(AnsweringRequests.OursOnly);

        await (await answering.OpenConfirmCancellationAsync(order)).ConfirmAsync();

        await Assertions.Expect(watching.Row(order)).ToContainTextAsync(Texts.Event_order_canceled);
        await Assertions.Expect(answering.Row(order)).ToContainTextAsync(Texts.Event_order_canceled);
    }, engine);

    [Fact]
    public Task What_a_restore_brings_back_shows_on_open_pages_within_two_seconds() => WalkAsync(async () =>
    {
        var order = await Store.TakeAsync(QaSituation.PaymentApproved);
        var open = await OpenBothAsync(Store, order);
        var backup = Path.Combine(store.Server.Place.Folder, "backup.db");
        await store.Server.RunCommandAsync("backup", backup);
        var canceled = open.ShowAsync(Texts.Status_canceled);
        await (await OpenAsync(Account.Operator, order)).CancelOrderAsync();
        await canceled;

        var shown = open.ShowAsync(Texts.Status_payment_approved);
        await store.Server.RunCommandAsync("restore", backup, "--yes");

        await WithinAsync(shown);
        await store.Server.RunCommandAsync("verify");
    });

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        // Who borrows ends before who lends.
        foreach (var server in servers.AsEnumerable().Reverse())
        {
            await server.DisposeAsync();
        }
    }

    private async Task<(Installation Here, Installation There)> StartBothAsync(string engine)
    {
        var there = engine == Sqlite ? Store : await StartAsync(await StorePlace.NewDatabaseAsync(Settings.Postgres!));
        return (await StartAsync(there.Server!.Place.Borrowed()), there);
    }

    private async Task<Installation> StartAsync(StorePlace place)
    {
        var installation = await Installation.StartAsync(place);
        servers.Add(installation.Server!);
        return installation;
    }

    private async Task<OpenPages> OpenBothAsync(Installation installation, QaOrder order)
    {
        var list = await new AllOrdersPage((await OpenAsync(installation, Account.Viewer)).Page).OpenAsync();
        await list.SearchAsync(order);
        var page = await new OrderPage((await OpenAsync(installation, Account.Viewer)).Page).OpenAsync(order);
        return new(list, page, order);
    }

    // It has changed by now, so it must have shown two seconds from now.
    private static async Task WithinAsync(Task<DateTimeOffset> shown)
    {
        var changed = TimeProvider.System.GetUtcNow();
        Assert.InRange(await shown - changed, -Soon * 10, Soon);
    }

    private sealed record OpenPages(AllOrdersPage List, OrderPage Page, QaOrder Order)
    {
        /// <summary>When both pages show the order in that status.</summary>
        public async Task<DateTimeOffset> ShowAsync(string status)
        {
            await Task.WhenAll(
                SeenAsync(List, "([id, status]) => [...document.querySelectorAll('tr')].some(row => row.textContent.includes(id) && row.textContent.includes(status))", status),
                SeenAsync(Page, "([id, status]) => document.title.startsWith(id) && document.title.includes(status)", status));
            return TimeProvider.System.GetUtcNow();
        }

        // At every frame: an expectation that has waited for a while looks once a second, and half of what is promised would be its own.
        private async Task SeenAsync(PagePart part, string seen, string status) => await part.Page.WaitForFunctionAsync(seen, new[] { Order.Id, status });
    }
}
