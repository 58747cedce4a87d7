using System.Net;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web.Qa;

/// <summary>Days pass in a moment, and what they bring has happened when the answer is there.</summary>
public sealed class QaTimeTests(QaStore store) : IClassFixture<QaStore>
{
    [Theory]
    [InlineData("in-grace-period", "00:29:00", "window-to-cancel")]
    [InlineData("in-grace-period", "00:30:01", "ready-for-handling")]
    [InlineData("requested-by-customer", "29.23:59:00", "cancellation-requested")]
    [InlineData("requested-by-customer", "30.00:00:01", "canceled")]
    [InlineData("requested-by-seller", "30.00:00:01", "canceled")]
    public async Task A_deadline_has_passed_or_not_when_the_clock_was_moved(string situation, string advance, string status)
    {
        await store.SendAsync("/qa/reset", "{}");
        var id = (await store.SendAsync("/qa/orders", $$"""{"situation":"{{situation}}"}""")).GetProperty("id").GetString()!;

        await store.SendAsync("/qa/clock", $$"""{"advance":"{{advance}}"}""");

        Assert.Equal(status, await StatusOf(id));
    }

    [Fact]
    public async Task After_the_clock_went_back_deadlines_go_on_to_be_met()
    {
        await store.SendAsync("/qa/reset", "{}");
        await store.SendAsync("/qa/clock", """{"advance":"90.00:00:00"}""");
        await store.SendAsync("/qa/clock", """{"real":true}""");
        var id = (await store.SendAsync("/qa/orders", """{"situation":"in-grace-period"}""")).GetProperty("id").GetString()!;

        await store.SendAsync("/qa/clock", """{"advance":"00:31:00"}""");

        Assert.Equal(Status.ReadyForHandling, await StatusOf(id));
    }

    [Fact]
    public async Task Nobody_is_signed_out_and_forms_work_when_months_pass()
    {
        await store.SendAsync("/qa/reset", "{}");
        var visitor = await store.Web.SignInAsAsync(PredefinedRoles.ReadOnly);
        var page = await visitor.ReadAsync("/orders");
        var fields = page.QuerySelectorAll("form[action$=sign-out] input[type=hidden]").OfType<AngleSharp.Html.Dom.IHtmlInputElement>().ToDictionary(input => input.Name!, input => input.Value);

        await store.SendAsync("/qa/clock", """{"advance":"120.00:00:00"}""");

        await visitor.ReadAsync("/orders");
        using var answer = await visitor.PostAsync("/account/sign-out", fields);
        Assert.Equal((HttpStatusCode.Found, "/account/sign-in"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        using var again = await store.Web.Visit().SignInAsync("viewer@example.com", "sample-store-1");
        Assert.Equal(HttpStatusCode.Found, again.StatusCode);
    }

    private async Task<string> StatusOf(string orderId) => (await store.Web.Services.GetRequiredService<OrderWorkflow>().Facts(orderId))!.Status;
}
