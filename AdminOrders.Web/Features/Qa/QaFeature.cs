using AdminOrders.Core.Storage;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace AdminOrders.Web.Features.Qa;

/// <summary>What testers need beyond the pages: a fresh store, another time of day, an order in a named situation. In Development only.</summary>
internal static class QaFeature
{
    /// <summary>What every address begins with.</summary>
    public const string Root = "/qa";

    public static void AddQa(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment())
        {
            return;
        }

        var services = builder.Services;
        services.AddSingleton<QaClock>();
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<QaClock>());
        services.AddSingleton<StoreReset>();
        services.AddSingleton<QaOrders>();
        services.AddSingleton<SamplePaymentProvider>();
        KeepSignInsOnTheMachinesClock(services);
    }

    public static void MapQa(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            return;
        }

        var group = app.MapGroup(Root).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription()
            .WithMetadata(new Microsoft.AspNetCore.Mvc.SkipStatusCodePagesAttribute());
        group.AddEndpointFilter<QaDoor>();
        ResetEndpoint.Map(group);
        ClockEndpoint.Map(group);
        OrdersEndpoint.Map(group);
        CommandsEndpoint.Map(group);
        PaymentProviderEndpoint.Map(group);
    }

    // Nobody is signed out because the shop's clock was moved.
    private static void KeepSignInsOnTheMachinesClock(IServiceCollection services)
    {
        services.ConfigureAll<CookieAuthenticationOptions>(options => options.TimeProvider = TimeProvider.System);
        services.Configure<SecurityStampValidatorOptions>(options => options.TimeProvider = TimeProvider.System);
    }
}
