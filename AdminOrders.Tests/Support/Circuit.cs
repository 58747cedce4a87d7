using System.Collections.Immutable;
using System.Globalization;
using System.Security.Claims;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Features.Account;
using AdminOrders.Web.Features.Bulk;
using AdminOrders.Web.Shell.Localization;
using AdminOrders.Web.Ui;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Support;

/// <summary>An interactive page without a browser: components on a real store, in English, with somebody signed in.</summary>
internal sealed class Circuit : IAsyncDisposable
{
    private readonly BunitContext context = new();
    private readonly SignedInAs authentication = new();

    private Circuit(TestStore store)
    {
        Store = store;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        Share(store);
        context.Services.AddSingleton<AuthenticationStateProvider>(authentication);
        context.Services.AddSingleton<CurrentUser>();
        context.Services.AddSingleton<Announcer>();
        context.Services.AddSingleton<UserZone>();
        context.Services.AddSingleton<PageHandover>();
        context.Services.AddSingleton<BulkScreens>();
        context.Services.AddMemoryCache();
    }

    public TestStore Store { get; }

    /// <summary>What the page asks of its browser.</summary>
    public BunitJSInterop JSInterop => context.JSInterop;

    /// <summary>To register what a feature needs besides, before the first component is rendered.</summary>
    public IServiceCollection Services => context.Services;

    /// <summary>Ends the registering.</summary>
    public NavigationManager Navigation => context.Services.GetRequiredService<NavigationManager>();

    /// <summary>What a page asks. Ends the registering.</summary>
    public T Get<T>()
        where T : notnull => context.Services.GetRequiredService<T>();

    /// <summary>A new store and somebody with the predefined role in it.</summary>
    public static async Task<Circuit> Open(string role, TestStore? store = null)
    {
        var circuit = new Circuit(store ?? await TestStore.Open());
        await circuit.SignIn(role);
        return circuit;
    }

    public IRenderedComponent<TComponent> Render<TComponent>(Action<ComponentParameterCollectionBuilder<TComponent>>? parameters = null)
        where TComponent : IComponent
    {
        context.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        return context.Render(parameters);
    }

    /// <summary>Takes the resource away from every role, while the page stays open.</summary>
    public async Task TakeAway(string resource)
    {
        await using var db = Store.Read();
        await db.RoleClaims.Where(claim => claim.ClaimValue == resource).ExecuteDeleteAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        await Store.DisposeAsync();
    }

    // The page and the test see one store: the same workflow, the same clock. An instance is not disposed twice.
    private void Share(TestStore store)
    {
        var registered = new ServiceCollection().AddOrderStorage(store.Configuration);
        foreach (var type in registered.Where(service => service.Lifetime is ServiceLifetime.Singleton).Select(service => service.ServiceType).Distinct())
        {
            context.Services.AddSingleton(type, store.Services.GetRequiredService(type));
        }
    }

    private async Task SignIn(string roleName)
    {
        var role = new Role { Name = roleName, NormalizedName = roleName.ToUpperInvariant() };
        var user = new User { DisplayName = "Ana", UserName = "ana@example.com", Email = "ana@example.com", SecurityStamp = "stamp" };
        await using var db = Store.Read();
        db.AddRange(role, user);
        db.Add(new IdentityUserRole<string> { UserId = user.Id, RoleId = role.Id });
        foreach (var resource in PredefinedRoles.All.GetValueOrDefault(roleName, ImmutableHashSet<string>.Empty))
        {
            db.Add(new IdentityRoleClaim<string> { RoleId = role.Id, ClaimType = PredefinedRoles.ResourceClaim, ClaimValue = resource });
        }

        await db.SaveChangesAsync();
        authentication.Sign(user);
    }

    private sealed class SignedInAs : AuthenticationStateProvider
    {
        private ClaimsPrincipal principal = new(new ClaimsIdentity());

        public void Sign(User user) => principal = new(new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, user.Id), new(new ClaimsIdentityOptions().SecurityStampClaimType, user.SecurityStamp!)], "test"));

        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(principal));
    }
}
