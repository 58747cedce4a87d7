using System.Globalization;
using AdminOrders.Core.Connectors;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Features.Orders.Details;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web.Orders;

/// <summary>The order page as a circuit draws it: real components on the real application's services and a database of its own.</summary>
internal sealed class PageStage : IAsyncDisposable
{
    private readonly WebStore store;
    private readonly WebApplicationFactory<Program> application;
    private readonly BunitContext context = new();
    private AsyncServiceScope scope;

    private PageStage(TestDatabase? database)
    {
        store = new(database);
        application = store.WithWebHostBuilder(builder => builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(Clock)));
        Clock.Set(An.Instant);
    }

    public ManualClock Clock { get; } = new();

    public StoreSource Source => application.Services.GetRequiredService<StoreSource>();

    public PolicySetting Policy => application.Services.GetRequiredService<PolicySetting>();

    public OrderWorkflow Workflow => application.Services.GetRequiredService<OrderWorkflow>();

    /// <summary>What the page's reader changes orders by.</summary>
    public OrderChanges Changes => scope.ServiceProvider.GetRequiredService<OrderChanges>();

    /// <summary>A stage whose reader has that role and reads English.</summary>
    /// <param name="role">A predefined one.</param>
    /// <param name="database">The store that somebody else has made; null: one of its own.</param>
    public static async Task<PageStage> OpenAsync(string role = PredefinedRoles.FullAccess, TestDatabase? database = null)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");
        var stage = new PageStage(database);
        stage.scope = stage.application.Services.CreateAsyncScope();
        await stage.SignInAsync(role);
        stage.context.Services.AddFallbackServiceProvider(stage.scope.ServiceProvider);
        stage.context.JSInterop.Mode = JSRuntimeMode.Loose;
        stage.context.Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        return stage;
    }

    /// <summary>Brings the order into the store.</summary>
    /// <param name="document">As its channel wrote it; null: hardly anything.</param>
    public async Task<string> AddAsync(OrderBuilder order, string? document = null)
    {
        var imported = order.AsImported(document);
        var answer = await Workflow.Send(new(imported.Facts.OrderId, new RecordImportedState(imported), new Actor(Side.System, ImportRules.Importer, "Import")));
        Assert.IsType<Accepted>(answer.Decision);
        return imported.Facts.OrderId;
    }

    /// <summary>Somebody else with that role.</summary>
    public async Task AddColleagueAsync(string name, string role) => Assert.True(
        (await scope.ServiceProvider.GetRequiredService<AccountSetup>().CreateUserAsync($"{name}@example.com", name, WebStore.Password, role)).Succeeded);

    /// <summary>The page under the address.</summary>
    public IRenderedComponent<OrderPage> Show(string orderId, string query = "")
    {
        context.Services.GetRequiredService<NavigationManager>().NavigateTo($"orders/{orderId}{query}");
        return context.Render<OrderPage>(page => page.Add(shown => shown.OrderId, orderId));
    }

    /// <summary>A part of a page by itself.</summary>
    public IRenderedComponent<TComponent> Render<TComponent>(Action<ComponentParameterCollectionBuilder<TComponent>> parameters)
        where TComponent : IComponent => context.Render(parameters);

    /// <summary>Sends a command as the page's reader, past every button of the page.</summary>
    public Task<Answer> ForgeAsync(string orderId, OrderCommand command, string? expectedPreview = null) =>
        Changes.Send(orderId, command, expectedPreview);

    /// <summary>What the page's reader would be shown of the command.</summary>
    public async Task<Preview> PreviewAsync(string orderId, OrderCommand command) =>
        Assert.IsType<OrderPreview>(await Changes.Preview(orderId, command)).Preview;

    /// <summary>The order as it stands.</summary>
    public async Task<OrderView> OrderAsync(string orderId) =>
        Assert.IsType<OrderView>(await application.Services.GetRequiredService<OrderDetails>().Get(orderId));

    /// <summary>What the order's customer was written, as the mail goes out.</summary>
    public async Task<OrderMessage> MailAsync(string orderId)
    {
        await ExecuteAsync("""UPDATE "Deliveries" SET "State" = 1""");
        return Assert.Single(await application.Services.GetRequiredService<OrderConversation>().Read(orderId), message => message.IsToCustomer);
    }

    /// <summary>Runs SQL beside the model, to break something.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await Source.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        await scope.DisposeAsync();
        await application.DisposeAsync();
        await store.DisposeAsync();
    }

    private async Task SignInAsync(string role)
    {
        var services = scope.ServiceProvider;
        var created = await services.GetRequiredService<AccountSetup>().CreateUserAsync("ana@example.com", "Ana", WebStore.Password, role);
        Assert.True(created.Succeeded);
        var user = Assert.IsType<User>(await services.GetRequiredService<UserManager<User>>().FindByEmailAsync("ana@example.com"));
        var principal = await services.GetRequiredService<IUserClaimsPrincipalFactory<User>>().CreateAsync(user);
        var circuit = Assert.IsAssignableFrom<IHostEnvironmentAuthenticationStateProvider>(services.GetRequiredService<AuthenticationStateProvider>());
        circuit.SetAuthenticationState(Task.FromResult(new AuthenticationState(principal)));
    }
}
