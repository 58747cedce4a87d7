using System.Net;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Health;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Web;

public sealed class DuePageTests
{
    [Theory]
    [EveryEngine]
    public async Task Timers_are_read_soonest_first_with_what_they_will_do_page_by_page(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order("window-01").InWindow());
        await store.Import(An.Order("unpaid-01").Unpaid());
        await store.Import(An.Order("asked-01").Handling().AskedBy(Side.Customer));
        await store.Import(An.Order("asked-02").Handling().PartlyInvoiced().AskedBy(Side.Customer, after: TimeSpan.FromMinutes(1)));
        store.Clock.Advance(TimeSpan.FromMinutes(31));

        var first = await Read(store, TimerKind.Orders, null, 1);
        var second = await Read(store, TimerKind.Orders, first.Next, 1);
        var requests = await Read(store, TimerKind.Requests, "no cursor", 10);

        Assert.Equal([("window-01", true, "ready-for-handling")], Told(first));
        Assert.Equal([("unpaid-01", false, "canceled")], Told(second));
        Assert.Empty((await Read(store, TimerKind.Orders, second.Next, 1)).Rows);
        Assert.Equal([("asked-01", false, "canceled"), ("asked-02", false, "handling")], Told(requests));
        Assert.Equal(An.Instant.AddDays(30), requests.Rows[0].DueAt);
        Assert.Null(requests.Next);
    }

    [Theory]
    [InlineData(PredefinedRoles.Owner, HttpStatusCode.OK)]
    [InlineData(PredefinedRoles.FullAccess, HttpStatusCode.Forbidden)]
    public async Task Only_who_manages_settings_sees_it(string role, HttpStatusCode status)
    {
        await using var store = new WebStore();
        var visitor = await store.SignInAsAsync(role);
        using var answer = await visitor.GetAsync("/settings/health/due");

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("en-US", "What is due next", "No deadline runs.")]
    [InlineData("es-ES", "Próximos vencimientos", null)]
    [InlineData("pt-BR", "Próximos vencimentos", null)]
    public async Task It_speaks_the_readers_language(string language, string title, string? empty)
    {
        await using var store = new WebStore();
        var visitor = await store.SignInAsAsync(PredefinedRoles.Owner);
        visitor.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        var page = await visitor.ReadAsync("/settings/health/due?kind=orders&after=1-1");

        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.Contains(empty ?? "", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private static Task<NextTimers> Read(TestStore store, TimerKind kind, string? cursor, int size) => store.Get<TimerReader>().Read(kind, cursor, size);

    private static IEnumerable<(string, bool, string)> Told(NextTimers timers) => timers.Rows.Select(timer => (timer.OrderId, timer.IsLate, timer.Outcome.To));
}
