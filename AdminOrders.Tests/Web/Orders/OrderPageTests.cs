using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Documents;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web.Orders;

public sealed class OrderPageTests
{
    [Fact]
    public async Task An_unknown_id_is_a_real_404()
    {
        await using var store = new WebStore();
        var visitor = await store.SignInAsAsync(PredefinedRoles.FullAccess);
        using var answer = await visitor.GetAsync("/orders/v999-01");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("en-US", "Cancel order", "Order history", "Ready for Handling", "What is to be shown in words")]
    [InlineData("es-ES", "Cancelar pedido", "Historial del pedido", "Listo para manejo", "Order history")]
    [InlineData("pt-BR", "Cancelar pedido", "Histórico do pedido", "Pronto para Manuseio", "Order history")]
    public async Task The_page_speaks_the_readers_language(string culture, string action, string section, string status, string absent)
    {
        await using var store = new WebStore();
        await ImportAsync(store, Encoding.UTF8.GetBytes(TestDocuments.Smallest().ToJsonString()));
        var visitor = await store.SignInAsAsync(PredefinedRoles.FullAccess);
        using (await visitor.GetAsync($"/culture?culture={culture}&returnUrl=/"))
        {
            var page = await visitor.ReadAsync("/orders/v1-01");
            Assert.Equal(culture, page.DocumentElement.GetAttribute("lang"));
            Assert.Equal(action, Named(page, "bar-cancel"));
            Assert.Equal(section, page.GetElementById("history-title")!.TextContent);
            Assert.Contains(status, page.QuerySelector(".order-name")!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain(absent, page.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_viewer_sees_actions_disabled_with_the_reason()
    {
        await using var store = new WebStore();
        await ImportAsync(store, Encoding.UTF8.GetBytes(TestDocuments.Smallest().ToJsonString()));
        var page = await (await store.SignInAsAsync(PredefinedRoles.ReadOnly)).ReadAsync("/orders/v1-01");

        var cancel = page.GetElementById("bar-cancel")!;
        Assert.Equal("BUTTON", cancel.TagName);
        Assert.Equal("true", cancel.GetAttribute("aria-disabled"));
        Assert.Equal(Core.Text.Texts.ResourceManager.GetString("Refusal_MissingResource", System.Globalization.CultureInfo.InvariantCulture), page.GetElementById(cancel.GetAttribute("aria-describedby")!)!.TextContent);
        Assert.Equal("bar-customer-link", Assert.Single(page.QuerySelectorAll("a[href*=panel]")).Id);
    }

    [Fact]
    public async Task What_people_typed_is_shown_as_text_and_never_as_markup()
    {
        await using var store = new WebStore();
        var document = TestDocuments.Smallest(order =>
        {
            order["clientProfileData"] = new JsonObject { ["firstName"] = "<img src=x onerror=alert(1)>", ["lastName"] = "O'Neil" };
            order["items"]![0]!["name"] = "</td><script>alert(1)</script>";
            order["packageAttachment"] = new JsonObject
            {
                ["packages"] = new JsonArray(new JsonObject
                {
                    ["invoiceNumber"] = "F1",
                    ["invoiceValue"] = 100,
                    ["type"] = "Output",
                    ["issuanceDate"] = "2026-03-02T10:00:00Z",
                    ["trackingUrl"] = "javascript:alert(1)",
                }),
            };
        });
        await ImportAsync(store, Encoding.UTF8.GetBytes(document.ToJsonString()));
        var page = await (await store.SignInAsAsync(PredefinedRoles.FullAccess)).ReadAsync("/orders/v1-01");

        Assert.Empty(page.QuerySelectorAll("img"));
        Assert.DoesNotContain(page.Scripts, script => script.TextContent.Contains("alert", StringComparison.Ordinal));
        Assert.Contains("</td><script>alert(1)</script>", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("a[href^=javascript]"));
    }

    [Fact]
    public async Task An_open_dialog_is_in_the_address_and_in_the_first_answer()
    {
        await using var store = new WebStore();
        await ImportAsync(store, Encoding.UTF8.GetBytes(TestDocuments.Smallest().ToJsonString()));
        var page = await (await store.SignInAsAsync(PredefinedRoles.FullAccess)).ReadAsync("/orders/v1-01?panel=cancel");

        Assert.NotNull(page.QuerySelector("dialog[open] #cancel-reason"));
        Assert.Equal("Keep order", page.QuerySelector(".dialog-foot .button")!.TextContent);
        Assert.NotEmpty(page.QuerySelectorAll(".happen li"));
    }

    [Fact]
    public async Task The_lists_filter_goes_along_to_the_list_and_the_dialogs()
    {
        await using var store = new WebStore();
        await ImportAsync(store, Encoding.UTF8.GetBytes(TestDocuments.Smallest().ToJsonString()));
        var page = await (await store.SignInAsAsync(PredefinedRoles.FullAccess)).ReadAsync("/orders/v1-01?status=ready-for-handling&sort=value");

        Assert.Equal("orders?status=ready-for-handling&sort=value", page.QuerySelector(".order-bar a")!.GetAttribute("href"));
        Assert.Equal("orders/v1-01?status=ready-for-handling&sort=value&panel=cancel", page.GetElementById("bar-cancel")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("get-order")]
    [InlineData("order-document")]
    public async Task Every_leaf_of_a_document_is_on_the_page_or_in_the_reviewed_list(string example)
    {
        await using var store = new WebStore();
        var json = TestDocuments.Example(example);
        await ImportAsync(store, json);
        var document = JsonNode.Parse(json)!;
        var page = await (await store.SignInAsAsync(PredefinedRoles.FullAccess)).ReadAsync($"/orders/{document["orderId"]!.GetValue<string>()}");
        var shown = page.QuerySelectorAll(".doc-field").Select(Field).ToHashSet();

        var missing = Leaves(document).Where(leaf => !FieldsNotShown.Reasons.ContainsKey(leaf.Path) && !shown.Contains((leaf.Name, leaf.Value)));
        Assert.Empty(missing.Select(leaf => $"{leaf.Path} = {leaf.Value}"));
    }

    private static async Task ImportAsync(WebStore store, byte[] json)
    {
        var order = TestDocuments.OrderOf(json);
        var answer = await store.Services.GetRequiredService<OrderWorkflow>()
            .Send(new(order.Facts.OrderId, new RecordImportedState(order), new Actor(Side.System, ImportRules.Importer, "Import")));
        Assert.IsType<Accepted>(answer.Decision);
    }

    private static string? Named(IHtmlDocument page, string id) => page.GetElementById(id)?.TextContent;

    private static (string Name, string Value) Field(IElement field) =>
        (field.QuerySelector("dt")!.TextContent, Plain(field.QuerySelector("dd")!.TextContent));

    private static IEnumerable<(string Path, string Name, string Value)> Leaves(JsonNode? node, string path = "", string name = "") => node switch
    {
        JsonObject members => members.SelectMany(member => Leaves(member.Value, path.Length == 0 ? member.Key : $"{path}.{member.Key}", member.Key)),
        JsonArray entries => entries.SelectMany((entry, at) => Leaves(entry, $"{path}[]", (at + 1).ToString(System.Globalization.CultureInfo.InvariantCulture))),
        JsonValue value when Plain(value.ToString()) is { Length: > 0 } text => [(path, name, text)],
        _ => [],
    };

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
