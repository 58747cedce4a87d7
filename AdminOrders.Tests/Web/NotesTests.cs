using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Ui;
using Bunit;
using Microsoft.AspNetCore.Components;
using Radzen;
using Radzen.Blazor;

namespace AdminOrders.Tests.Web;

public sealed class NotesTests
{
    private const string Typed = "<img src=x onerror=alert(1)> & more";

    [Fact]
    public async Task A_note_is_a_polite_region_shows_text_as_text_and_can_be_put_away()
    {
        await using var circuit = await Circuit.Open(PredefinedRoles.FullAccess);
        circuit.Services.AddRadzenComponents();
        var page = circuit.Render<Corner>();

        page.Instance.Announcer.Show(Typed);

        page.WaitForAssertion(() => Assert.Equal(Typed, page.Find(".rz-notification-title").TextContent));
        Assert.Empty(page.FindAll("img"));
        Assert.Equal("polite", page.Find(".rz-notification").GetAttribute("aria-live"));
        Assert.Equal(Texts.Action_Close, page.Find(".rz-notification-close").GetAttribute("aria-label"));
        Assert.Empty(page.Find("[role=status]").TextContent);

        page.Find(".rz-notification-close").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".rz-notification-title")));
    }

    [Fact]
    public async Task What_is_only_said_is_not_shown()
    {
        await using var circuit = await Circuit.Open(PredefinedRoles.FullAccess);
        circuit.Services.AddRadzenComponents();
        var page = circuit.Render<Corner>();

        page.Instance.Announcer.Say("Somebody commented");

        page.WaitForAssertion(() => Assert.Equal("Somebody commented", page.Find("[role=status]").TextContent));
        Assert.Empty(page.FindAll(".rz-notification-title"));
    }

    // The two as they stand in the layout.
    private sealed class Corner : ComponentBase
    {
        [Inject]
        public required Announcer Announcer { get; init; }

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
        {
            builder.OpenComponent<LiveAnnouncer>(0);
            builder.CloseComponent();
            builder.OpenComponent<RadzenNotification>(1);
            builder.CloseComponent();
        }
    }
}
