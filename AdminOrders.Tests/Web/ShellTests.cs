using System.Net;
using AdminOrders.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web;

public sealed class ShellTests : IDisposable
{
    private readonly WebStore store = new();

    public void Dispose() => store.Dispose();

    [Theory]
    [InlineData("en-US", "Settings", "All orders")]
    [InlineData("es-ES", "Configuración", "Todos los pedidos")]
    [InlineData("pt-BR", "Configurações", "Todos os pedidos")]
    public async Task The_language_that_was_chosen_is_spoken(string culture, string title, string navigation)
    {
        var visitor = await store.SignInAsAsync(PredefinedRoles.Owner);
        using var answer = await visitor.GetAsync($"/culture?culture={culture}&returnUrl=%2Fsettings");
        Assert.Equal("/settings", answer.Headers.Location!.OriginalString);

        var page = await visitor.ReadAsync("/settings");
        Assert.Equal(culture, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.Contains(navigation, page.QuerySelector("nav.sidebar")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(culture, page.QuerySelector("#language-menu [aria-current]")!.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("es-MX, en;q=0.8", "es-ES")]
    [InlineData("de, pt;q=0.5", "pt-BR")]
    [InlineData("en;q=0.3, es;q=0.9", "es-ES")]
    [InlineData("de", "en-US")]
    public async Task Without_a_choice_the_browser_decides(string accepted, string culture)
    {
        var visitor = store.Visit();
        visitor.Client.DefaultRequestHeaders.Add("Accept-Language", accepted);
        var page = await visitor.ReadAsync("/account/sign-in");
        Assert.Equal(culture, page.DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("/culture?culture=es-ES&returnUrl=%2F%2Fevil.example")]
    [InlineData("/theme?theme=dark&returnUrl=https%3A%2F%2Fevil.example")]
    [InlineData("/culture")]
    [InlineData("/theme")]
    public async Task A_preference_leads_nowhere_else(string address)
    {
        using var answer = await store.Visit().GetAsync(address);
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("dark", "dark")]
    [InlineData("light", "light")]
    [InlineData("system", "system")]
    [InlineData("\"><script>", "system")]
    public async Task The_appearance_is_there_with_the_first_byte(string chosen, string shown)
    {
        var visitor = store.Visit();
        using var answer = await visitor.GetAsync("/theme?theme=" + Uri.EscapeDataString(chosen));
        var page = await visitor.ReadAsync("/account/sign-in");
        Assert.Equal(shown, page.DocumentElement.GetAttribute("data-theme"));
    }

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/settings")]
    [InlineData("/app.css")]
    [InlineData("/no-such-page")]
    public async Task Every_answer_forbids_frames_foreign_scripts_and_guesses(string address)
    {
        var visitor = await store.SignInAsAsync(PredefinedRoles.Owner);
        using var answer = await visitor.GetAsync(address);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
    }

    [Theory]
    [InlineData("/settings")]
    [InlineData("/account/sign-in")]
    public async Task No_page_has_inline_scripts_that_the_policy_would_block(string address)
    {
        var visitor = address == "/settings" ? await store.SignInAsAsync(PredefinedRoles.Owner) : store.Visit();
        var page = await visitor.ReadAsync(address);
        Assert.NotEmpty(page.Scripts);
        Assert.All(page.Scripts, script => Assert.False(string.IsNullOrEmpty(script.Source)));
    }

    [Fact]
    public async Task An_address_without_a_page_is_a_real_404_inside_the_frame()
    {
        var visitor = await store.SignInAsAsync(PredefinedRoles.ReadOnly);
        var page = await visitor.ReadAsync("/no-such-page", HttpStatusCode.NotFound);
        Assert.NotNull(page.QuerySelector("nav.sidebar"));
        Assert.Equal("Nothing is here", page.QuerySelector("main h1, main h2")!.TextContent);
    }

    [Fact]
    public async Task A_request_that_fails_says_so_with_its_trace_and_headers()
    {
        var visitor = store.Visit();
        await visitor.ReadAsync("/account/sign-in");
        await using (var db = await store.Services.GetRequiredService<IDbContextFactory<OrdersDb>>().CreateDbContextAsync())
        {
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE AspNetUsers RENAME TO Gone");
        }

        using var answer = await visitor.GetAsync("/account/sign-in");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("frame-ancestors 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        var page = await WebVisitor.ParseAsync(answer);
        Assert.Equal("Something went wrong on our side", page.QuerySelector("h1, h2")!.TextContent);
        Assert.Matches("Trace [0-9a-f]{32}", page.Body!.TextContent);
        Assert.DoesNotContain("AspNetUsers", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_needs_the_circuit_cannot_be_clicked_before_it_is_up()
    {
        var visitor = await store.SignInAsAsync(PredefinedRoles.Owner);
        var page = await visitor.ReadAsync("/settings");
        Assert.True(page.QuerySelector("main")!.HasAttribute("inert"));
        Assert.True(page.QuerySelector(".search")!.HasAttribute("inert"));
        Assert.False(page.QuerySelector("nav.sidebar")!.HasAttribute("inert"));
    }

    [Fact]
    public async Task Account_pages_work_without_a_circuit()
    {
        var page = await store.Visit().ReadAsync("/account/sign-in");
        Assert.DoesNotContain("blazor.web.js", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.False(page.QuerySelector("main")!.HasAttribute("inert"));
    }

    [Fact]
    public async Task The_files_of_a_page_are_there()
    {
        var visitor = await store.SignInAsAsync(PredefinedRoles.Owner);
        var page = await visitor.ReadAsync("/settings");
        var files = page.QuerySelectorAll("link[rel=stylesheet], link[rel=preload]").Select(link => link.GetAttribute("href")!)
            .Concat(page.Scripts.Select(script => script.Source!));
        foreach (var file in files)
        {
            using var answer = await visitor.GetAsync("/" + file);
            Assert.True(answer.IsSuccessStatusCode && answer.Content.Headers.ContentLength is not 0, file);
        }
    }
}
