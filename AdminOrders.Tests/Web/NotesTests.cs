using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Ui;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace AdminOrders.Tests.Web;

public sealed class NotesTests
{
    private const string Typed = "<img src=x onerror=alert(1)> & more";

    [Fact]
    public async Task A_note_is_a_polite_region_shows_text_as_text_and_can_be_put_away()
    {
        await using var circuit = await Circuit.Open(PredefinedRoles.FullAccess);
        var page = circuit.Render<Corner>();

        page.Instance.Announcer.Show(Typed);

        page.WaitForAssertion(() => Assert.Equal(Typed, page.Find(".note span").TextContent));
        Assert.Empty(page.FindAll("img"));
        Assert.Equal("polite", page.Find(".notes").GetAttribute("aria-live"));
        Assert.Equal(Texts.Action_Close, page.Find(".note button").GetAttribute("aria-label"));
        Assert.Empty(page.Find("[role=status]").TextContent);

        page.Find(".note button").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".note span")));
    }

    [Fact]
    public async Task A_note_goes_by_itself()
    {
        await using var circuit = await Circuit.Open(PredefinedRoles.FullAccess);
        var page = circuit.Render<Corner>();

        page.Instance.Announcer.Show("Kept");
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".note")));

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".note")));
    }

    [Fact]
    public async Task What_is_only_said_is_not_shown()
    {
        await using var circuit = await Circuit.Open(PredefinedRoles.FullAccess);
        var page = circuit.Render<Corner>();

        page.Instance.Announcer.Say("Somebody commented");

        page.WaitForAssertion(() => Assert.Equal("Somebody commented", page.Find("[role=status]").TextContent));
        Assert.Empty(page.FindAll(".note span"));
    }

    private sealed class Corner : ComponentBase
    {
        [Inject]
        public required Announcer Announcer { get; init; }

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
        {
            builder.OpenComponent<LiveAnnouncer>(0);
            builder.CloseComponent();
        }
    }
}
