using System.Net;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Features.My;

namespace AdminOrders.Tests.Web.My;

public sealed class CustomerLinkGuardTests
{
    [Fact]
    public async Task Every_token_that_is_not_good_is_the_same_404_whatever_is_wrong_with_it()
    {
        await using var store = await CustomerDoorStore.With(An.Order().Handling());
        await using var elsewhere = await CustomerDoorStore.With(An.Order().Handling());
        await store.Import(An.Order("other-01").Handling());
        var good = await store.Token();
        var ended = await store.Token("other-01");
        await store.Execute("""UPDATE "Orders" SET "CustomerEmail" = 'new@example.com' WHERE "OrderId" = 'other-01'""");
        string[] bad = ["x", "-", new string('A', 43), (good[0] is 'A' ? 'B' : 'A') + good[1..], good + "A", await elsewhere.Token(), ended];

        var pages = new List<string>();
        foreach (var token in bad)
        {
            using var answer = await store.Web.Visit().GetAsync($"/my/{Uri.EscapeDataString(token)}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            AssertKeptToItself(answer);
            pages.Add(await answer.Content.ReadAsStringAsync());
        }

        Assert.Single(pages.Distinct(StringComparer.Ordinal));
        Assert.Contains("This link is not good any more", pages[0], StringComparison.Ordinal);

        store.Clock.Advance(CustomerLinks.GoodFor);
        using var expired = await store.Web.Visit().GetAsync($"/my/{good}");
        Assert.Equal((HttpStatusCode.NotFound, pages[0]), (expired.StatusCode, await expired.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_key_that_was_changed_at_once_ends_the_page_and_its_forms()
    {
        await using var store = await CustomerDoorStore.With(An.Order().Handling());
        var page = await store.Open(await store.Token());
        await store.Links.Rotate(atOnce: true);

        using var answer = await store.Post(page, "request", ("reason", "other"), ("text", "Too late"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty((await store.Facts()).Requests);
    }

    [Fact]
    public async Task The_page_goes_into_no_cache_no_index_and_no_other_sites_log_and_asks_nobody_to_sign_in()
    {
        await using var store = await CustomerDoorStore.With(An.Order().Handling());
        using var answer = await store.Web.Visit().GetAsync("/my/" + await store.Token());

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        AssertKeptToItself(answer);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        var page = await WebVisitor.ParseAsync(answer);
        Assert.Equal("noindex, nofollow", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.DoesNotContain("blazor", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("jose@example.com", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("script"), script => Assert.Equal("/my.js", script.GetAttribute("src")));
    }

    [Fact]
    public async Task No_log_has_the_token_however_much_it_tells()
    {
        await using var store = await CustomerDoorStore.With(An.Order().Handling(), logLevel: "Trace");
        var token = await store.Token();
        var page = await store.Open(token);
        using var answer = await store.Post(page, "request", ("reason", "other"), ("text", "Logged?"));
        using var bad = await store.Web.Visit().GetAsync("/my/" + token + "x");

        Assert.NotEmpty(store.Web.Log.All);
        Assert.DoesNotContain(store.Web.Log.All, line => line.Contains(token, StringComparison.Ordinal) || line.Contains("Logged?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_tries_many_tokens_waits_and_neighbours_are_let_in()
    {
        await using var store = await CustomerDoorStore.With(An.Order().Handling());
        await store.Import(An.Order("other-01").Handling());
        var (known, fresh) = (await store.Token(), await store.Token("other-01"));
        await store.Open(known);
        for (var attempt = 0; attempt < CustomerAttempts.Burst; attempt++)
        {
            using var bad = await store.Web.Visit().GetAsync($"/my/{attempt}");
            Assert.Equal(HttpStatusCode.NotFound, bad.StatusCode);
        }

        using var busy = await store.Web.Visit().GetAsync("/my/once-more");
        using var newcomer = await store.Web.Visit().GetAsync($"/my/{fresh}");
        Assert.Equal((HttpStatusCode.TooManyRequests, "2"), (busy.StatusCode, Assert.Single(busy.Headers.GetValues("Retry-After"))));
        Assert.Equal(await busy.Content.ReadAsStringAsync(), await newcomer.Content.ReadAsStringAsync());
        await store.Open(known);

        store.Web.Caller = IPAddress.Parse("192.0.2.7");
        await store.Open(fresh);
        store.Web.Caller = IPAddress.Loopback;
        store.Clock.Advance(TimeSpan.FromSeconds(2));
        using var regained = await store.Web.Visit().GetAsync("/my/once-more");
        Assert.Equal(HttpStatusCode.NotFound, regained.StatusCode);
    }

    [Fact]
    public async Task Half_an_address_is_no_way_to_sign_in_and_a_good_one_can_be_looked_at_without_reading_it()
    {
        await using var store = await CustomerDoorStore.With(An.Order().Handling());
        var token = await store.Token();
        foreach (var address in new[] { "/my", "/my/", $"/my/{token}/nothing", $"/my/{token}/request/more" })
        {
            using var answer = await store.Web.Visit().GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            AssertKeptToItself(answer);
        }

        using var looked = await store.Web.Visit().Client.SendAsync(new(HttpMethod.Head, $"/my/{token}"));
        using var wrong = await store.Web.Visit().Client.SendAsync(new(HttpMethod.Head, $"/my/{token}x"));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (looked.StatusCode, wrong.StatusCode));
    }

    [Theory]
    [InlineData("request")]
    [InlineData("withdraw")]
    public async Task A_tab_that_is_opened_again_at_the_answer_to_a_form_leads_to_the_order(string step)
    {
        await using var store = await CustomerDoorStore.With(An.Order().Handling());
        var token = await store.Token();
        using var answer = await store.Web.Visit().GetAsync($"/my/{token}/{step}?lang=es");

        Assert.Equal((HttpStatusCode.SeeOther, $"/my/{token}?lang=es"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
    }

    private static void AssertKeptToItself(HttpResponseMessage answer)
    {
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.StartsWith("noindex", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")), StringComparison.Ordinal);
    }
}
