using Microsoft.AspNetCore.Mvc;

namespace AdminOrders.Web.Features.My;

/// <summary>The customer's door: an order's page for who bought it, by a link and without an account.</summary>
internal static class CustomerFeature
{
    private const string Root = "/my";
    private const string Address = $"{Root}/{TokenOutOfAddress.Instead}";
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    // Five hundred letters of a text and a form around them.
    private const int LargestForm = 16 * 1024;

    public static void AddCustomerDoor(this IServiceCollection services)
    {
        services.AddSingleton<IHttpContextFactory, TokenOutOfAddress>();
        services.AddHttpContextAccessor();
        services.AddSingleton<CustomerAttempts>();
        services.AddSingleton<CustomerEntrance>();
        services.AddSingleton<CustomerForm>();
        services.AddSingleton<CustomerScreens>();
        services.AddScoped<CustomerPages>();
    }

    public static void MapCustomerDoor(this IEndpointRouteBuilder endpoints)
    {
        var door = endpoints.MapGroup(Address).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription().AddEndpointFilter(KeepToItself)
            .WithMetadata(new RequestSizeLimitAttribute(LargestForm));
        // Mail programs look whether there is anything before they open it.
        door.MapMethods("", Reading, (CustomerPages pages) => pages.ShowAsync());
        door.MapPost("/request", (CustomerPages pages) => pages.RequestAsync());
        door.MapPost("/withdraw", (CustomerPages pages) => pages.WithdrawAsync());
        // A browser that opens its tabs again asks for where it was: at an answer to a form.
        door.MapGet("/request", (CustomerPages pages) => pages.GoBack());
        door.MapGet("/withdraw", (CustomerPages pages) => pages.GoBack());
        // Whoever has half an address is no operator who should sign in.
        endpoints.Map(Root + "/{**elsewhere}", (CustomerPages pages) => pages.NotGood()).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription().AddEndpointFilter(KeepToItself);
    }

    // The address is the key: it goes to no other site, into no cache and no index.
    private static ValueTask<object?> KeepToItself(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        headers.CacheControl = "no-store";
        return next(context);
    }
}
