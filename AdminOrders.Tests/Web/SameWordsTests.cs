using System.Text.Json;
using AdminOrders.Core.Connectors;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using AdminOrders.Tests.Web.Api;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web;

/// <summary>Who canceled, for whom, why, and which request it was, wherever it is told: in the same words.</summary>
public sealed class SameWordsTests
{
    private const string Id = "1000000000001-01";
    private const string Typed = "It does not fit <at all>";
    private static readonly string Request = new('f', 32);

    [Theory]
    [EveryEngine]
    public async Task Page_list_answer_mail_history_document_and_customers_page_tell_a_cancellation_in_the_same_words(Engine engine)
    {
        await using var api = await ApiStore.Open(engine);
        using var erp = await api.AsErp();
        var visitor = await api.Web.SignInAsAsync(PredefinedRoles.FullAccess);
        var label = await Cancel(api);
        var words = $"{label} · {Typed}";

        var page = await visitor.ReadAsync("/orders/" + Id);
        var banner = page.QuerySelector("section[aria-labelledby=canceled-title]")!.TextContent;
        Says(banner, "By Bruno for the customer", words, Request);
        var canceled = page.QuerySelectorAll(".history li, .timeline li").First(entry => entry.TextContent.Contains("Order canceled", StringComparison.Ordinal)).TextContent;
        Says(canceled, "Bruno", "the customer", label, Typed, Request);

        var row = (await visitor.ReadAsync("/orders")).QuerySelector($"[data-order='{Id}']")!;
        Assert.Equal("Bruno", row.QuerySelector(".cell-canceled .clip")!.TextContent);
        Says(row.QuerySelector(".cell-canceled .clip")!.GetAttribute("title")!, "Bruno", "the customer", Request);
        Assert.Equal(words, row.QuerySelector(".cell-reason .clip")!.TextContent);

        using var answer = JsonDocument.Parse(await erp.GetStringAsync(new Uri("/api/oms/pvt/orders/" + Id, UriKind.Relative)));
        Assert.Equal(words, answer.RootElement.GetProperty("cancelReason").GetString());
        Assert.Equal(["Bruno", "customer", words, Request], Values(answer.RootElement.GetProperty("cancellationData"), "CanceledBy", "RequestedBySide", "Reason", "CancellationRequestId"));

        using var exported = JsonDocument.Parse(await erp.GetStringAsync(new Uri("/api/orders/pvt/document/" + Id, UriKind.Relative)));
        Assert.Equal(["Bruno", words], Values(exported.RootElement, "canceledBy", "cancelReason"));
        Assert.Equal(["customer", words, Request], Values(exported.RootElement.GetProperty("cancellationData"), "requestedBySide", "reason", "cancellationRequestId"));
        Assert.Equal(
            ["customer", words, Request],
            Values(Assert.Single(exported.RootElement.GetProperty("cancellationRequests").EnumerateArray()), "requestedBySide", "reason", "id"));

        var mail = (await Mails(api)).Last(message => !message.IsToCustomer).Text;
        Says(mail, "Bruno", "the customer", words, Request);
        Says((await Mails(api)).Last(message => message.IsToCustomer).Text, "you", words, Request);

        var link = await api.Services.GetRequiredService<CustomerLinks>().Make(Id);
        var shown = (await api.Web.Visit().ReadAsync($"/my/{link!.Token}?lang=en")).QuerySelector("section[aria-labelledby=answer]")!.TextContent;
        Says(shown, "at your request", words, Request);
    }

    // Ana enters what the customer wants, Bruno confirms it. Returns the reason's wording.
    private static async Task<string> Cancel(ApiStore api)
    {
        var reason = (await api.Services.GetRequiredService<CancellationReasons>().List())[0];
        await api.Import(An.Order().Handling().AsImported());
        await Accept(api, new Cancel(Request, Side.Customer, new Reason(reason.LabelId, Typed)), Actors.Operator);
        await Accept(api, new ConfirmCancellation(Request), Actors.OtherOperator);
        return reason.Label.En;
    }

    private static async Task Accept(ApiStore api, OrderCommand command, Actor actor) =>
        Assert.IsType<Accepted>((await api.Workflow.Send(new(Id, command, actor))).Decision);

    private static async Task<IReadOnlyList<OrderMessage>> Mails(ApiStore api)
    {
        await using var connection = await api.Services.GetRequiredService<StoreSource>().OpenConnectionAsync();
        await using var sent = connection.CreateCommand();
        sent.CommandText = """UPDATE "Deliveries" SET "State" = 1""";
        await sent.ExecuteNonQueryAsync();
        return await api.Services.GetRequiredService<OrderConversation>().Read(Id);
    }

    private static IEnumerable<string?> Values(JsonElement element, params string[] names) => names.Select(name => element.GetProperty(name).GetString());

    private static void Says(string told, params string[] words) => Assert.All(words, word => Assert.Contains(word, told, StringComparison.Ordinal));
}
