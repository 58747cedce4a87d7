using AdminOrders.Core.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace AdminOrders.Web.Features.Account;

/// <summary>Who may come in: accounts, cookies, keys and the policies by resource.</summary>
internal static class AccountFeature
{
    public const string SignInPath = "/account/sign-in";
    public const string SignOutPath = "/account/sign-out";

    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddCookieKeys();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(UseOwnPages);
        services.AddIdentityCore<User>(SetLimits).AddRoles<Role>().AddEntityFrameworkStores<OrdersDb>().AddSignInManager().AddErrorDescriber<AccountErrors>();
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddScoped<ISecurityStampValidator, SignInCheck>();
        // Roles and resources stay out of the cookie, where they would be as old as the sign-in.
        services.AddScoped<IUserClaimsPrincipalFactory<User>, UserClaimsPrincipalFactory<User>>();
        services.AddScoped<AccountSetup>();
        services.AddScoped<PasswordSignIn>();
        services.AddScoped<CurrentUser>();
        services.AddScoped<FormToken>();
        services.AddResourcePolicies();
    }

    /// <summary>Creates the predefined roles, and in Development the sample accounts of an empty store.</summary>
    public static async Task PrepareAccountsAsync(this WebApplication app)
    {
        // A start on a store that has them needs neither Identity nor EF Core yet.
        if (!app.Environment.IsDevelopment() && await AccountSetup.HasRolesAsync(app.Services.GetRequiredService<StoreSource>()))
        {
            return;
        }

        await using var scope = app.Services.CreateAsyncScope();
        var setup = scope.ServiceProvider.GetRequiredService<AccountSetup>();
        await setup.CreateRolesAsync();
        if (app.Environment.IsDevelopment())
        {
            await SampleAccounts.CreateAsync(setup, Console.Out);
        }
    }

    public static void MapAccounts(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(SignOutPath, SignOutAsync).WithMetadata(new RequireAntiforgeryTokenAttribute()).ExcludeFromDescription();

    private static void AddResourcePolicies(this IServiceCollection services)
    {
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, SignInRevalidation>();
        services.AddScoped<IAuthorizationHandler, ResourceHandler>();
        var signedIn = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        var authorization = services.AddAuthorizationBuilder().SetDefaultPolicy(signedIn).SetFallbackPolicy(signedIn);
        foreach (var resource in PredefinedRoles.All[PredefinedRoles.Owner])
        {
            authorization.AddPolicy(resource, policy => policy.RequireAuthenticatedUser().AddRequirements(new ResourceRequirement(resource)));
        }
    }

    private static void SetLimits(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = User.LockedByMistakes;
        // Length protects, rules of composition only annoy (NIST SP 800-63B).
        options.Password.RequiredLength = 10;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
    }

    private static void UseOwnPages(Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions options)
    {
        options.LoginPath = SignInPath;
        options.ReturnUrlParameter = "returnUrl";
        options.Cookie.Name = "AdminOrders";
        options.ExpireTimeSpan = TimeSpan.FromDays(14);
        // A page that may not be opened answers 403 under its own address.
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    // The token is validated before, but only an endpoint that reads its form refuses by itself.
    private static async Task<Results<RedirectHttpResult, BadRequest>> SignOutAsync(HttpContext context, SignInManager<User> signIn)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: true })
        {
            return TypedResults.BadRequest();
        }

        await signIn.SignOutAsync();
        return TypedResults.LocalRedirect("~" + SignInPath);
    }
}
