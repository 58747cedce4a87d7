using System.Net;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Features.Qa;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web.Qa;

/// <summary>A shop has no doors for testers.</summary>
public sealed class QaAbsenceTests
{
    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    [InlineData("Test")]
    public async Task Outside_Development_no_address_of_the_kit_is_there(string environment)
    {
        var addresses = await AddressesAsync();
        await using var store = new WebStore(environment: environment);
        var owner = await store.SignInAsAsync(PredefinedRoles.Owner);

        Assert.DoesNotContain(RoutesOf(store), route => route.StartsWith("qa", StringComparison.OrdinalIgnoreCase));
        var unknown = await StatusesAsync(owner, "/no-such-address");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), unknown);
        foreach (var address in addresses)
        {
            Assert.Equal(unknown, await StatusesAsync(owner, address));
        }
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Outside_Development_the_clock_is_the_machines(string environment)
    {
        await using var store = new WebStore(environment: environment);

        Assert.Same(TimeProvider.System, store.Services.GetRequiredService<TimeProvider>());
        Assert.Null(store.Services.GetService<QaClock>());
        Assert.Null(store.Services.GetService<QaOrders>());
        Assert.Null(store.Services.GetService<StoreReset>());
    }

    [Fact]
    public async Task A_published_application_has_none_of_it()
    {
        var addresses = await AddressesAsync();
        await using var application = new PublishedApplication();
        await application.PublishAsync();
        await application.RunCommandAsync(WebStore.Password, "users", "create", "--role", PredefinedRoles.Owner, "--email", "owner@example.com", "--password-stdin");
        var owner = await application.ServeAsync();
        using var signedIn = await owner.SignInAsync("owner@example.com", WebStore.Password);
        await owner.ReadAsync("/settings");

        foreach (var address in addresses)
        {
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), await StatusesAsync(owner, address));
        }
    }

    /// <summary>Every address that the kit has where it is there.</summary>
    internal static async Task<IReadOnlyList<string>> AddressesAsync()
    {
        await using var store = new WebStore(environment: "Development");
        var addresses = RoutesOf(store).Where(route => route.StartsWith("qa/", StringComparison.Ordinal)).Select(route => "/" + route).Distinct().ToList();
        Assert.Superset(new HashSet<string> { "/qa/reset", "/qa/clock", "/qa/orders", "/qa/commands" }, addresses.ToHashSet());
        return addresses;
    }

    private static async Task<(HttpStatusCode Get, HttpStatusCode Post)> StatusesAsync(WebVisitor visitor, string address)
    {
        using var read = await visitor.GetAsync(address);
        using var written = await visitor.Client.PostAsync(new Uri(address, UriKind.Relative), null);
        return (read.StatusCode, written.StatusCode);
    }

    private static IEnumerable<string> RoutesOf(WebStore store) =>
        store.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/'));
}
