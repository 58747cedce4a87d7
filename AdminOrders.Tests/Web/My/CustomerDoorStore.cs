using System.Net;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web.My;

/// <summary>The application as a customer meets it, on a store of its own with a clock that stands still.</summary>
internal sealed class CustomerDoorStore : IAsyncDisposable
{
    public const string OrderId = "1000000000001-01";
    private static readonly Actor Importer = new(Side.System, "import", "Import");
    private readonly TestDatabase database;

    private CustomerDoorStore(TestDatabase database)
    {
        this.database = database;
        Web = new WebStore(database) { Clock = Clock };
    }

    public ManualClock Clock { get; } = new();

    public WebStore Web { get; }

    public OrderWorkflow Workflow => Web.Services.GetRequiredService<OrderWorkflow>();

    public CustomerLinks Links => Web.Services.GetRequiredService<CustomerLinks>();

    public CancellationReasons Reasons => Web.Services.GetRequiredService<CancellationReasons>();

    /// <summary>A store with this order; its document says that the customer shops in that language.</summary>
    public static async Task<CustomerDoorStore> With(OrderFacts order, Engine engine = Engine.Sqlite, string? locale = null, string? logLevel = null, params (string Name, string Value)[] settings)
    {
        var store = new CustomerDoorStore(await TestDatabase.Create(engine));
        foreach (var (name, value) in settings)
        {
            store.Web.Settings[name] = value;
        }

        if (logLevel is not null)
        {
            store.Web.Settings["Logging:LogLevel:Default"] = logLevel;
            store.Web.Settings["Logging:LogLevel:Microsoft.AspNetCore"] = logLevel;
        }

        await store.Import(order, locale);
        return store;
    }

    public async Task Import(OrderFacts order, string? locale = null)
    {
        var imported = Imported.From(order, locale is null ? null : $"{{\"clientPreferencesData\":{{\"locale\":\"{locale}\"}}}}");
        Assert.IsType<Accepted>((await Workflow.Send(new(imported.Facts.OrderId, new RecordImportedState(imported), Importer))).Decision);
    }

    public async Task<string> Token(string orderId = OrderId) => (await Links.Make(orderId))!.Token;

    public Task<Answer> Send(OrderCommand command, Actor actor) => Workflow.Send(new(OrderId, command, actor));

    /// <summary>Runs SQL beside the model: what an import would bring.</summary>
    public async Task Execute(string sql)
    {
        await using var connection = await Web.Services.GetRequiredService<StoreSource>().OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public async Task<OrderFacts> Facts() => (await Workflow.Facts(OrderId))!;

    /// <summary>The page of the order, in the language of its customer or another.</summary>
    public Task<IHtmlDocument> Open(string token, string query = "") => Web.Visit().ReadAsync($"/my/{token}{query}");

    /// <summary>Fills in the page's form of that step and sends it.</summary>
    public Task<HttpResponseMessage> Post(IHtmlDocument page, string step, params (string Name, string Value)[] filled)
    {
        var form = page.QuerySelectorAll("form").OfType<IHtmlFormElement>().Single(form => form.GetAttribute("action")!.Split('?')[0].EndsWith("/" + step, StringComparison.Ordinal));
        var fields = form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>().ToDictionary(input => input.Name!, input => input.Value);
        foreach (var (name, value) in filled)
        {
            fields[name] = value;
        }

        return Web.Visit().PostAsync(form.GetAttribute("action")!, fields);
    }

    /// <summary>Follows a form's answer to the page that it leads to.</summary>
    public async Task<IHtmlDocument> Follow(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return await Web.Visit().ReadAsync(answer.Headers.Location!.OriginalString);
    }

    public async ValueTask DisposeAsync()
    {
        await Web.DisposeAsync();
        await database.DisposeAsync();
    }
}
