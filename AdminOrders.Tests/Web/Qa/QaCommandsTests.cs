using System.Net;
using System.Text.Json;

namespace AdminOrders.Tests.Web.Qa;

public sealed class QaCommandsTests(QaStore store) : IClassFixture<QaStore>
{
    private const string Ana = """{"side":"store","id":"user:ana","name":"Ana","resources":["CancelAction","ShippingAction"]}""";
    private const string Asking = """{"kind":"cancel","requestId":"0123456789abcdef0123456789abcdef","requestedBy":"customer","reason":{"labelId":null,"text":"asked"}}""";

    [Fact]
    public async Task A_command_is_decided_as_anybodys_and_told_with_its_receipt()
    {
        var order = await PlaceAsync("handling");

        var first = await store.SendAsync("/qa/commands", Request(order, Ana, Asking));
        var second = await store.SendAsync("/qa/commands", Request(order, Ana, Asking));
        var invoice = await store.SendAsync("/qa/commands", Request(order, """{"side":"customer","id":"customer","name":""}""", """{"kind":"start-handling"}"""));

        Assert.Equal(("accepted", "cancellation-requested"), (Text(first, "decision"), Text(first, "status")));
        Assert.Equal(("unchanged", "Requested"), (Text(second, "decision"), Text(second, "why")));
        Assert.Equal(first.GetProperty("receipt").GetRawText(), second.GetProperty("receipt").GetRawText());
        Assert.Equal("Ana", Text(second.GetProperty("lastChange"), "actorName"));
        Assert.Equal(("refused", "not-yours"), (Text(invoice, "decision"), Text(invoice, "code")));
    }

    [Theory]
    [InlineData("""{"kind":"dance"}""")]
    [InlineData("""{"requestId":"x"}""")]
    [InlineData("""{"kind":"cancel","requestId":"0","requestedBy":"nobody","reason":{"labelId":null,"text":"x"}}""")]
    public async Task What_is_no_command_is_told_as_a_bad_request(string command)
    {
        using var answer = await store.PostAsync("/qa/commands", Request("1", Ana, command));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static string Request(string order, string actor, string command) => $$"""{"orderId":"{{order}}","actor":{{actor}},"command":{{command}}}""";

    private static string? Text(JsonElement answer, string name) => answer.GetProperty(name).GetString();

    private async Task<string> PlaceAsync(string situation) =>
        (await store.SendAsync("/qa/orders", $$"""{"situation":"{{situation}}"}""")).GetProperty("id").GetString()!;
}
