using System.Net;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web.My;

public sealed class CustomerPageTests
{
    private const string Mistake = "<b>Me equivoqué</b> & compré dos\n\"tallas\"";

    [Theory]
    [EveryEngine]
    public async Task A_customer_asks_and_the_store_is_asked_in_the_customers_name(Engine engine)
    {
        await using var store = await CustomerDoorStore.With(An.Order().Handling(), engine);
        var token = await store.Token();
        var page = await store.Open(token);
        Assert.Equal("Handling order", State(page));
        Assert.Equal("Request cancellation", page.QuerySelector("summary")!.TextContent);

        using var answer = await store.Post(page, "request", ("reason", (await Reason(store)).LabelId.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        var after = await store.Follow(answer);

        var request = Assert.Single((await store.Facts()).Requests);
        Assert.Equal((Side.Customer, Side.Customer, "customer"), (request.RequestedBy, request.EnteredBySide, request.EnteredBy));
        Assert.Equal((await Reason(store)).LabelId, request.Reason.LabelId);
        Assert.Equal("Cancellation requested", State(after));
        Assert.Equal("Your request is with the store. You will get an answer.", after.QuerySelector("[role=status]")!.TextContent);
        Assert.Contains("I changed my mind", Answer(after), StringComparison.Ordinal);
        Assert.Null(after.QuerySelector("summary"));
    }

    [Theory]
    [EveryEngine]
    public async Task Within_the_window_the_order_is_canceled_at_once_and_the_page_says_so_before(Engine engine)
    {
        await using var store = await CustomerDoorStore.With(An.Order().InWindow(), engine);
        var page = await store.Open(await store.Token());
        Assert.Contains("Your order will be canceled at once. This cannot be undone.", Form(page), StringComparison.Ordinal);
        Assert.Contains("12:30", Form(page), StringComparison.Ordinal);

        using var answer = await store.Post(page, "request", ("reason", "other"), ("text", Mistake));
        var after = await store.Follow(answer);

        var facts = await store.Facts();
        Assert.Equal((Status.Canceled, Side.Customer, Mistake), (facts.Status, facts.Cancellation!.RequestedBy, facts.Cancellation.Reason.Text));
        Assert.Equal("Canceled", State(after));
        Assert.Contains("Canceled at your request", Answer(after), StringComparison.Ordinal);
    }

    [Theory]
    [EveryEngine]
    public async Task After_the_window_a_page_that_promised_to_cancel_asks_again_and_loses_nothing(Engine engine)
    {
        await using var store = await CustomerDoorStore.With(An.Order().InWindow(), engine);
        var page = await store.Open(await store.Token());
        store.Clock.Advance(TimeSpan.FromMinutes(30));

        using var late = await store.Post(page, "request", ("reason", "other"), ("text", Mistake));
        var again = await WebVisitor.ParseAsync(late);

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.StartsWith("The order has moved on since you opened this page", again.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Mistake, again.QuerySelector("textarea")!.TextContent);
        Assert.True(again.QuerySelector("input[value=other]")!.HasAttribute("checked"));
        Assert.True(again.QuerySelector("details")!.HasAttribute("open"));
        Assert.Contains("The store is already working on your order", Form(again), StringComparison.Ordinal);
        Assert.NotEqual(Status.Canceled, (await store.Facts()).Status);

        using var answer = await store.Post(again, "request", ("reason", "other"), ("text", Mistake));
        Assert.Equal("Cancellation requested", State(await store.Follow(answer)));
    }

    [Theory]
    [EveryEngine]
    public async Task A_form_that_is_sent_twice_acts_once(Engine engine)
    {
        await using var store = await CustomerDoorStore.With(An.Order().Handling(), engine);
        var page = await store.Open(await store.Token());

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => store.Post(page, "request", ("reason", "other"), ("text", "Twice"))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode));
        Assert.Single((await store.Facts()).Requests);
        foreach (var answer in answers)
        {
            answer.Dispose();
        }
    }

    [Theory]
    [EveryEngine]
    public async Task A_request_is_withdrawn_once_and_the_order_goes_on(Engine engine)
    {
        await using var store = await CustomerDoorStore.With(An.Order().Handling().AskedBy(Side.Customer), engine);
        var page = await store.Open(await store.Token());
        Assert.Contains("changed my mind", Answer(page), StringComparison.Ordinal);

        using var first = await store.Post(page, "withdraw");
        using var second = await store.Post(page, "withdraw");
        var after = await store.Follow(first);

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(Status.Handling, (await store.Facts()).Status);
        Assert.Equal("Your request is withdrawn. The order goes on.", after.QuerySelector("[role=status]")!.TextContent);
        Assert.Equal("You withdrew your request: the order goes on", after.QuerySelector("#answer")!.TextContent);
        Assert.NotNull(after.QuerySelector("summary"));
    }

    [Fact]
    public async Task A_withdrawal_that_comes_after_the_answer_is_told_so()
    {
        await using var store = await CustomerDoorStore.With(An.Order().Handling().AskedBy(Side.Customer));
        var page = await store.Open(await store.Token());
        await store.Send(new ConfirmCancellation(OrderBuilder.RequestId(Side.Customer)), Actors.Operator);

        using var late = await store.Post(page, "withdraw");
        var after = await store.Follow(late);

        Assert.Equal(Status.Canceled, (await store.Facts()).Status);
        Assert.StartsWith("Your request has been answered in the meantime.", after.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decline_shows_the_text_for_the_customer_alone_and_when_to_ask_again()
    {
        await using var store = await CustomerDoorStore.With(An.Order().Handling().AskedBy(Side.Customer));
        var token = await store.Token();
        await store.Send(new Decline(OrderBuilder.RequestId(Side.Customer), "He does this every week", "It left at <noon>"), Actors.Operator);

        var page = await store.Open(token);

        Assert.Equal("It left at <noon>", page.QuerySelector("blockquote")!.TextContent);
        Assert.Contains("You can ask again from this time on, or contact the store: 3/3/2026 12:00", Words(Answer(page)), StringComparison.Ordinal);
        Assert.DoesNotContain("every week", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("Ana", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("summary"));

        store.Clock.Advance(TimeSpan.FromHours(24));
        Assert.NotNull((await store.Open(token)).QuerySelector("summary"));
    }

    [Theory]
    [InlineData("invoiced", "Ask the store for a return instead.")]
    [InlineData("partly", "A part of it has already been invoiced.")]
    [InlineData("closed", "The store does not offer this for this order.")]
    [InlineData("replaced", "It was replaced by another order.")]
    [InlineData("incomplete", "It was never completed")]
    [InlineData("unknown", "Contact the store.")]
    public async Task What_cannot_be_asked_says_why_and_what_to_do(string situation, string said)
    {
        await using var store = await CustomerDoorStore.With(situation switch
        {
            "invoiced" => An.Order().Invoiced(),
            "partly" => An.Order().Handling().PartlyInvoiced(),
            "replaced" => An.Order().In(Status.Replaced),
            "incomplete" => An.Order().In("order-creation-error"),
            "unknown" => An.Order().In("brand-new"),
            _ => An.Order().Handling(),
        });
        if (situation is "closed")
        {
            await store.Web.Services.GetRequiredService<PolicySetting>().Save(Policy.Default with { CustomerDoor = CustomerDoor.Open with { ClosedStatuses = ["handling"] } });
        }

        var page = await store.Open(await store.Token());

        Assert.Contains(said, page.QuerySelector("[aria-labelledby=why-not]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form"));
    }

    [Theory]
    [InlineData(null, "en-US", "Request cancellation", "Handling order", "R$100.00")]
    [InlineData("es-MX", "es-ES", "Solicitar cancelación", "Preparando pedido", "100,00")]
    [InlineData("pt-BR", "pt-BR", "Solicitar cancelamento", "Preparando pedido", "R$ 100,00")]
    public async Task The_page_speaks_the_language_in_which_the_customer_shopped(string? locale, string language, string action, string state, string total)
    {
        await using var store = await CustomerDoorStore.With(An.Order().Handling(), locale: locale);
        var page = await store.Open(await store.Token());

        Assert.Equal((language, action, state), (page.DocumentElement.GetAttribute("lang"), page.QuerySelector("summary")!.TextContent, State(page)));
        Assert.Contains(total, Words(page.QuerySelector(".my-total")!.TextContent), StringComparison.Ordinal);
        Assert.Equal(["Shirt", "Shoes"], page.QuerySelectorAll(".my-items .strong").Select(item => item.TextContent));
    }

    [Fact]
    public async Task A_chosen_language_goes_along_and_keeps_the_token()
    {
        await using var store = await CustomerDoorStore.With(An.Order().Handling(), locale: "pt-BR");
        var token = await store.Token();
        var page = await store.Open(token);
        var spanish = page.QuerySelector(".my-languages a[lang=es-ES]")!.GetAttribute("href")!;
        var chosen = await store.Web.Visit().ReadAsync(spanish);
        Assert.Equal("true", chosen.QuerySelector(".my-languages a[lang=es-ES]")!.GetAttribute("aria-current"));

        using var wrong = await store.Post(chosen, "request");
        Assert.Equal("Elija un motivo.", (await WebVisitor.ParseAsync(wrong)).QuerySelector("[role=alert]")!.TextContent);
        using var answer = await store.Post(chosen, "request", ("reason", "other"), ("text", "Me equivoqué"));
        var after = await store.Follow(answer);

        Assert.Equal($"/my/{token}?lang=es&said=Asked", answer.Headers.Location!.OriginalString);
        Assert.Equal("Cancelación solicitada", State(after));
    }

    [Fact]
    public async Task What_is_typed_is_shown_as_text_on_every_page()
    {
        await using var store = await CustomerDoorStore.With(An.Order("<i>1</i>-01").Handling());
        var token = await store.Token("<i>1</i>-01");
        var page = await store.Open(token);
        using var answer = await store.Post(page, "request", ("reason", "other"), ("text", Mistake));
        var after = await store.Follow(answer);

        Assert.Contains(Mistake, after.QuerySelector(".my-typed")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Order <i>1</i>-01", after.QuerySelector("h1")!.TextContent);
        Assert.Empty(after.QuerySelectorAll("main b, main i"));
    }

    [Theory]
    [InlineData("", "", "Choose a reason.")]
    [InlineData("other", " ", "Write why, in a few words.")]
    [InlineData("other", "long", "Write at most 500 characters.")]
    [InlineData("99999", "", "This reason is not offered any more. Choose another one.")]
    [InlineData("2", "", "This reason is not offered any more. Choose another one.")]
    public async Task What_is_missing_or_wrong_is_said_at_its_field_and_nothing_is_sent(string reason, string text, string said)
    {
        await using var store = await CustomerDoorStore.With(An.Order().Handling());
        var page = await store.Open(await store.Token());
        var typed = text is "long" ? new string('x', 501) : text;

        using var answer = await store.Post(page, "request", ("reason", reason), ("text", typed));
        var again = await WebVisitor.ParseAsync(answer);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal([said, said], [again.QuerySelector("[role=alert]")!.TextContent, again.QuerySelector(".validation-message")!.TextContent]);
        Assert.Empty((await store.Facts()).Requests);
    }

    [Fact]
    public async Task What_no_browser_sends_is_refused_and_breaks_nothing()
    {
        await using var store = await CustomerDoorStore.With(An.Order().Handling());
        var page = await store.Open(await store.Token());
        var address = new Uri(page.QuerySelector("form")!.GetAttribute("action")!, UriKind.Relative);
        using var unreadable = await store.Post(page, "request", ("reason", "other"), ("text", "a\0b"));
        using var parts = new MultipartFormDataContent();
        foreach (var (name, value) in new[] { ("form", page.QuerySelector("input[name=form]")!.GetAttribute("value")!), ("seen", "Asked"), ("reason", "other"), ("text", "a\0b") })
        {
            parts.Add(new StringContent(value), name);
        }

        using var unfit = await store.Web.Visit().Client.PostAsync(address, parts);
        using var large = await store.Post(page, "request", ("reason", "other"), ("text", new string('x', 20_000)));

        using var json = await store.Web.Visit().Client.PostAsync(address, new StringContent("{}", System.Text.Encoding.UTF8, "application/json"));
        using var half = new StringContent("half of a form");
        half.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        using var broken = await store.Web.Visit().Client.PostAsync(address, half);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (unreadable.StatusCode, unfit.StatusCode));
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (json.StatusCode, broken.StatusCode));
        Assert.StartsWith("This text has characters that cannot be kept.", (await WebVisitor.ParseAsync(unfit)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await store.Facts()).Requests);
    }

    [Fact]
    public async Task Five_hundred_letters_with_new_lines_are_five_hundred()
    {
        await using var store = await CustomerDoorStore.With(An.Order().Handling());
        var page = await store.Open(await store.Token());
        var text = string.Concat(Enumerable.Repeat("1234\r\n", 100)).Trim() + "5";

        using var answer = await store.Post(page, "request", ("reason", "other"), ("text", text));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(text.ReplaceLineEndings("\n"), (await store.Facts()).Requests[0].Reason.Text);
    }

    [Fact]
    public async Task A_form_that_no_page_of_ours_made_is_shown_again()
    {
        await using var store = await CustomerDoorStore.With(An.Order().Handling());
        await store.Import(An.Order("other-01").Handling());
        var (token, other) = (await store.Token(), await store.Open(await store.Token("other-01")));
        var foreign = other.QuerySelector("input[name=form]")!.GetAttribute("value")!;

        foreach (var proof in new[] { "", "made-up", foreign })
        {
            using var answer = await store.Web.Visit().PostAsync(
                $"/my/{token}/request", new Dictionary<string, string> { ["form"] = proof, ["seen"] = "Asked", ["reason"] = "other", ["text"] = "Kept" });
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Equal("Kept", (await WebVisitor.ParseAsync(answer)).QuerySelector("textarea")!.TextContent);
        }

        Assert.Empty((await store.Facts()).Requests);
    }

    private static async Task<CancellationReasonView> Reason(CustomerDoorStore store) =>
        (await store.Reasons.List()).First(reason => reason.IsOfferedTo(ReasonChoosers.Customer));

    private static string State(IHtmlDocument page) => page.QuerySelector(".my-state")!.TextContent.Trim();

    private static string Answer(IHtmlDocument page) => page.QuerySelector("[aria-labelledby=answer]")!.TextContent;

    private static string Form(IHtmlDocument page) => page.QuerySelector("form")!.TextContent;

    // Blanks of all kinds are one.
    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
