using System.Net;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web;

/// <summary>An installation that a proxy shows under a path of its own, over real HTTP: with the path passed on, and with the path taken off and named.</summary>
public sealed class PathPrefixTests
{
    private const string OrderId = "1000000000001-01";
    private const string Public = "https://store.example.com/shop";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_customers_page_its_files_and_its_forms_stay_under_the_prefix(bool isTakenOff)
    {
        await using var web = await Start();
        var visitor = Visit(web, isTakenOff);
        var link = (await web.Services.GetRequiredService<CustomerLinks>().Make(OrderId))!;
        Assert.Equal($"{Public}/my/{link.Token}", web.Services.GetRequiredService<PublicAddress>().Of(link));

        var page = await visitor.ReadAsync($"/shop/my/{link.Token}");
        Assert.All(Addresses(page), address => Assert.StartsWith("/shop/", address, StringComparison.Ordinal));
        foreach (var file in page.QuerySelectorAll("link[href], script[src]").Select(file => file.GetAttribute("href") ?? file.GetAttribute("src")!))
        {
            using var loaded = await visitor.GetAsync(file);
            Assert.True(loaded.StatusCode is HttpStatusCode.OK, file);
        }

        var form = page.QuerySelector("details form")!;
        using var answer = await visitor.PostAsync(form.GetAttribute("action")!, Filled(form, ("reason", "other"), ("text", "Twice")));
        Assert.Equal($"/shop/my/{link.Token}?said=Asked", answer.Headers.Location!.OriginalString);
        Assert.Equal("Cancellation requested", (await visitor.ReadAsync(answer.Headers.Location!.OriginalString)).QuerySelector(".my-state")!.TextContent);
        var bad = await visitor.ReadAsync("/shop/my/no-such-token", HttpStatusCode.NotFound);
        Assert.All(Addresses(bad), address => Assert.StartsWith("/shop/", address, StringComparison.Ordinal));
        Assert.DoesNotContain(web.Log.All, line => line.Contains(link.Token, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_operator_is_led_through_the_pages_under_the_prefix(bool isTakenOff)
    {
        await using var web = await Start();
        await web.AddUserAsync("ana@example.com", PredefinedRoles.Owner);
        var visitor = Visit(web, isTakenOff);
        var signIn = new Uri(await LedTo(visitor, "/shop/orders"), UriKind.RelativeOrAbsolute);
        Assert.EndsWith("/shop/account/sign-in?returnUrl=%2Fshop%2Forders", signIn.OriginalString, StringComparison.Ordinal);
        using var signedIn = await visitor.SignInAsync("ana@example.com", WebStore.Password, "/shop/account/sign-in?returnUrl=%2Fshop%2Forders");
        Assert.EndsWith("/shop/orders", signedIn.Headers.Location!.OriginalString, StringComparison.Ordinal);

        Assert.Equal("/shop/orders", await LedTo(visitor, "/shop/"));
        Assert.Equal("/shop/orders", await LedTo(visitor, "/shop"));
        var orders = await visitor.ReadAsync("/shop/orders");
        Assert.Equal("/shop/", orders.QuerySelector("base")!.GetAttribute("href"));
        Assert.DoesNotContain(Addresses(orders), address => address.StartsWith('/') && !address.StartsWith("/shop/", StringComparison.Ordinal));
        Assert.Equal("/shop/settings", await LedTo(visitor, "/shop/culture?culture=pt-BR&returnUrl=%2Fsettings"));
        Assert.Equal("/shop/settings", await LedTo(visitor, "/shop/theme?theme=dark&returnUrl=%2Fsettings"));
        Assert.NotNull((await visitor.ReadAsync("/shop/no-such-page", HttpStatusCode.NotFound)).QuerySelector("base[href='/shop/']"));

        var leaving = orders.QuerySelector("form[data-sign-out]")!;
        using var gone = await visitor.PostAsync("/shop/" + leaving.GetAttribute("action"), Filled(leaving));
        Assert.Equal("/shop/account/sign-in", gone.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Who_reaches_the_server_itself_has_no_prefix_and_nobody_chooses_another()
    {
        await using var web = await Start();
        var visitor = Visit(web, isTakenOff: false);

        Assert.Equal("/", (await visitor.ReadAsync("/account/sign-in")).QuerySelector("base")!.GetAttribute("href"));
        foreach (var prefix in new[] { "//elsewhere.example.com", "/other", "https://elsewhere.example.com/shop", "/shop/../x" })
        {
            visitor.Client.DefaultRequestHeaders.Remove("X-Forwarded-Prefix");
            visitor.Client.DefaultRequestHeaders.Add("X-Forwarded-Prefix", prefix);
            Assert.Equal("/", (await visitor.ReadAsync("/account/sign-in")).QuerySelector("base")!.GetAttribute("href"));
        }
    }

    private static async Task<WebStore> Start()
    {
        var web = new WebStore { Settings = { ["Store:PublicAddress"] = Public, ["Logging:LogLevel:Default"] = "Information" } };
        web.UseKestrel(0);
        web.StartServer();
        var imported = Imported.From(An.Order(OrderId).Handling(), document: null);
        var importer = new Actor(Side.System, "import", "Import");
        Assert.IsType<Accepted>((await web.Services.GetRequiredService<OrderWorkflow>().Send(new(OrderId, new RecordImportedState(imported), importer))).Decision);
        return web;
    }

    // Cookies are the browser's: they know the address before the proxy changes it.
    private static WebVisitor Visit(WebStore web, bool isTakenOff) => new(new HttpClient(new CookieContainerHandler
    {
        InnerHandler = new Proxy(isTakenOff) { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false } },
    })
    { BaseAddress = web.ClientOptions.BaseAddress });

    private static async Task<string> LedTo(WebVisitor visitor, string address)
    {
        using var answer = await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    // What a page leads to or loads; what points into the page itself leads nowhere.
    private static List<string> Addresses(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("a[href], link[href], script[src], form[action]").Select(part => part.GetAttribute("href") ?? part.GetAttribute("src") ?? part.GetAttribute("action")!).Where(address => address[0] != '#')];

    private static Dictionary<string, string> Filled(AngleSharp.Dom.IElement form, params (string Name, string Value)[] typed)
    {
        var fields = form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>().ToDictionary(input => input.Name!, input => input.Value, StringComparer.Ordinal);
        foreach (var (name, value) in typed)
        {
            fields[name] = value;
        }

        return fields;
    }

    private sealed class Proxy(bool isTakenOff) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var asked = request.RequestUri!;
            if (isTakenOff && asked.PathAndQuery.StartsWith("/shop", StringComparison.Ordinal))
            {
                request.RequestUri = new(asked, asked.PathAndQuery["/shop".Length..] is ['/', ..] rest ? rest : "/");
                request.Headers.Add("X-Forwarded-Prefix", "/shop");
            }

            var answer = await base.SendAsync(request, cancellationToken);
            request.RequestUri = asked;
            return answer;
        }
    }
}
