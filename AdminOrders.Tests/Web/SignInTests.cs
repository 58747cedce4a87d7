using System.Net;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web;

public sealed class SignInTests : IDisposable
{
    private const string Email = "ana@example.com";
    private readonly WebStore store = new();

    public void Dispose() => store.Dispose();

    [Theory]
    [InlineData("/")]
    [InlineData("/settings")]
    [InlineData("/orders/some-order")]
    [InlineData("/no-such-page")]
    public async Task Nobody_sees_a_page_without_signing_in(string address)
    {
        using var answer = await store.Visit().GetAsync(address);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal($"/account/sign-in?returnUrl={Uri.EscapeDataString(address)}", answer.Headers.Location!.PathAndQuery);
    }

    [Fact]
    public async Task Signing_in_leads_to_the_page_that_was_asked_for()
    {
        var visitor = await store.AddUserAsync(Email, PredefinedRoles.Owner);
        using var answer = await visitor.SignInAsync(Email, WebStore.Password, "/account/sign-in?returnUrl=%2Fsettings");
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("http://localhost/settings", answer.Headers.Location!.OriginalString);
        var page = await visitor.ReadAsync("/settings");
        Assert.Contains(Email, page.QuerySelector("#user-menu")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("/\t/evil.example")]
    [InlineData("settings")]
    public async Task A_return_address_elsewhere_is_not_followed(string returnUrl)
    {
        var visitor = await store.AddUserAsync(Email, PredefinedRoles.Owner);
        using var answer = await visitor.SignInAsync(Email, WebStore.Password, "/account/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl));
        Assert.Equal("http://localhost/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_account_are_told_the_same()
    {
        var visitor = await store.AddUserAsync(Email, PredefinedRoles.Owner);
        Assert.Equal(await RefusalAsync(visitor, Email, "wrong"), await RefusalAsync(visitor, "nobody@example.com", "wrong"));
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_out_the_right_one_too()
    {
        var visitor = await store.AddUserAsync(Email, PredefinedRoles.Owner);
        var wrong = "";
        for (var attempt = 0; attempt < 5; attempt++)
        {
            wrong = await RefusalAsync(visitor, Email, "wrong");
        }

        Assert.Equal(wrong, await RefusalAsync(visitor, Email, WebStore.Password));
    }

    [Fact]
    public async Task An_empty_form_names_its_fields()
    {
        using var answer = await store.Visit().SignInAsync("", "");
        var page = await WebVisitor.ParseAsync(answer);
        Assert.Equal(["Enter your e-mail.", "Enter your password."], page.QuerySelectorAll(".validation-message").Select(message => message.TextContent));
    }

    [Fact]
    public async Task A_sign_in_form_that_has_grown_old_is_shown_anew()
    {
        var visitor = await store.AddUserAsync(Email, PredefinedRoles.Owner);
        var old = new Dictionary<string, string> { ["_handler"] = "sign-in", ["Input.Email"] = Email, ["Input.Password"] = WebStore.Password };
        using var answer = await visitor.PostAsync("/account/sign-in?returnUrl=%2Fsettings", old);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/account/sign-in?returnUrl=%2Fsettings", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Signing_out_needs_the_form_and_ends_the_session()
    {
        var visitor = await store.SignInAsAsync(PredefinedRoles.ReadOnly);
        using var forged = await visitor.PostAsync("/account/sign-out", new Dictionary<string, string>());
        Assert.Equal("/account/sign-in", forged.Headers.Location!.OriginalString);

        var page = await visitor.ReadAsync("/no-such-page", HttpStatusCode.NotFound);
        var token = page.QuerySelector("#user-menu input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var answer = await visitor.PostAsync("/account/sign-out", new Dictionary<string, string> { ["__RequestVerificationToken"] = token });
        Assert.Equal("/account/sign-in", answer.Headers.Location!.OriginalString);
        using var after = await visitor.GetAsync("/settings");
        Assert.Equal(HttpStatusCode.Found, after.StatusCode);
    }

    [Fact]
    public async Task A_role_without_the_resource_is_refused_under_the_pages_own_address()
    {
        var visitor = await store.SignInAsAsync(PredefinedRoles.ReadOnly);
        var page = await visitor.ReadAsync("/settings/reasons", HttpStatusCode.Forbidden);
        Assert.Equal("You may not open this page", page.QuerySelector("main h1, main h2")!.TextContent);
        Assert.NotNull(page.QuerySelector("nav.sidebar"));
    }

    [Fact]
    public async Task A_permission_that_is_taken_away_is_gone_at_once()
    {
        var visitor = await store.SignInAsAsync(PredefinedRoles.Owner);
        await visitor.ReadAsync("/settings/reasons");

        await using var scope = store.Services.CreateAsyncScope();
        var roles = scope.ServiceProvider.GetRequiredService<RoleManager<Role>>();
        var owner = (await roles.FindByNameAsync(PredefinedRoles.Owner))!;
        await roles.RemoveClaimAsync(owner, new(PredefinedRoles.ResourceClaim, Resource.ManageSettings));

        await visitor.ReadAsync("/settings/reasons", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_store_without_accounts_says_how_to_make_the_first()
    {
        var before = await store.Visit().ReadAsync("/account/sign-in");
        Assert.Contains("users create --role Owner", before.QuerySelector("code")!.TextContent, StringComparison.Ordinal);

        await store.AddUserAsync(Email, PredefinedRoles.Owner);
        var after = await store.Visit().ReadAsync("/account/sign-in");
        Assert.Null(after.QuerySelector("code"));
    }

    [Fact]
    public async Task Only_the_owner_of_the_files_may_read_the_keys()
    {
        await store.Visit().ReadAsync("/account/sign-in");
        var keys = new DirectoryInfo(Path.Combine(store.Services.GetRequiredService<StoreSource>().Folder, "keys"));
        Assert.NotEmpty(keys.GetFiles());
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, keys.UnixFileMode);
        }
    }

    private static async Task<string> RefusalAsync(WebVisitor visitor, string email, string password)
    {
        using var answer = await visitor.SignInAsync(email, password);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await WebVisitor.ParseAsync(answer)).QuerySelector("[role=alert]")!.TextContent;
    }
}
