using System.Globalization;
using System.Text.Json.Nodes;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Documents;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Features.Orders.Import;
using Bunit;
using Microsoft.AspNetCore.Components.Forms;

namespace AdminOrders.Tests.Web;

public sealed class ListImportTests
{
    [Fact]
    public async Task A_file_is_taken_in_and_each_bad_document_is_named_by_line_and_reason()
    {
        await using var circuit = await Circuit.Open(PredefinedRoles.Owner);
        var button = Open(circuit);
        Choose(button, $"{Document("v1-01")}\n{{\"orderId\":\"broken\"}}\n{Document("v2-01")}\n");

        button.WaitForAssertion(() => Assert.Equal(["2", "0", "0", "1"], Counts(button)));
        var errors = button.FindAll(".import-errors tbody tr");
        Assert.All(errors, error => Assert.Equal(["2", "broken"], error.QuerySelectorAll("td").Take(2).Select(cell => cell.TextContent)));
        Assert.Contains(errors, error => error.TextContent.Contains("creationDate", StringComparison.Ordinal) && error.TextContent.Contains("is missing", StringComparison.Ordinal));
        Assert.Equal(Status.ReadyForHandling, (await circuit.Store.Row("v2-01")).Status);
    }

    [Fact]
    public async Task The_dialog_is_open_where_the_address_says_so()
    {
        await using var circuit = await Circuit.Open(PredefinedRoles.Owner);
        var navigation = circuit.Navigation;
        navigation.NavigateTo("orders?status=handling&panel=import");
        var button = circuit.Render<ImportButton>();
        Assert.NotEmpty(button.FindAll("dialog"));

        await button.Find(".dialog-foot .button-primary").ClickAsync(new());
        button.WaitForAssertion(() => Assert.Empty(button.FindAll("dialog")));
        Assert.EndsWith("orders?status=handling", navigation.Uri, StringComparison.Ordinal);
        await button.Find("#import").ClickAsync(new());
        button.WaitForAssertion(() => Assert.NotEmpty(button.FindAll("dialog")));
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        await using var circuit = await Circuit.Open(PredefinedRoles.Owner);
        var button = Open(circuit);
        Choose(button, Document("v1-01"));
        button.WaitForAssertion(() => Assert.Equal("Done", button.Find(".import-head .muted").TextContent));
        await button.FindAll(".dialog-foot button")[0].ClickAsync(new());
        Choose(button, Document("v1-01"));
        button.WaitForAssertion(() => Assert.Equal(["0", "0", "1", "0"], Counts(button)));
    }

    [Fact]
    public async Task Who_may_not_import_has_no_button_and_who_lost_the_permission_imports_nothing()
    {
        await using (var viewer = await Circuit.Open(PredefinedRoles.ReadOnly))
        {
            Assert.Empty(viewer.Render<ImportButton>().FindAll("button"));
        }

        await using var circuit = await Circuit.Open(PredefinedRoles.Owner);
        var button = Open(circuit);
        await circuit.TakeAway(Resource.ImportOrders);
        Choose(button, Document("v1-01"));

        button.WaitForAssertion(() => Assert.Equal("Your role does not allow importing orders any more.", button.Find("[role=alert]").TextContent));
        Assert.Empty((await circuit.Store.Reader.List(new OrderFilter(), null, 10)).Rows);
    }

    private static IRenderedComponent<ImportButton> Open(Circuit circuit)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");
        var button = circuit.Render<ImportButton>();
        button.Find("#import").Click();
        return button;
    }

    private static void Choose(IRenderedComponent<ImportButton> button, string content) =>
        button.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(content, "orders.ndjson"));

    private static string[] Counts(IRenderedComponent<ImportButton> button) => [.. button.FindAll(".import-counts dd").Select(count => count.TextContent)];

    private static string Document(string orderId) =>
        TestDocuments.Smallest(document => (document["orderId"], document["sequence"]) = ((JsonNode)orderId, (JsonNode)orderId[1..2])).ToJsonString();
}
