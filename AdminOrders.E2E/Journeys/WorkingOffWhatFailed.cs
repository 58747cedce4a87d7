using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;
using AdminOrders.E2E.Pages;
using AdminOrders.E2E.Support;
using AdminOrders.Tests.Effects;
using AdminOrders.Web.Features.Qa;

namespace AdminOrders.E2E.Journeys;

/// <summary>A mail server that refuses, and then does not.</summary>
[Collection(OwnStore.Name)]
[Trait("Needs", "OwnServer")]
public sealed class WorkingOffWhatFailed(OwnStore store) : Journey(store)
{
    private const string Words = "no such mailbox";
    private const int MostSteps = 20;
    private static readonly MailServerManners Open = new() { OffersTls = false };
    private static readonly MailServerManners Refusing = Open with { Answers = new Dictionary<string, string>(StringComparer.Ordinal) { ["RCPT"] = $"550 5.1.1 {Words}" } };

    private readonly List<StoreServer> servers = [];

    [Fact]
    public Task A_support_agent_has_a_mail_sent_again_by_keyboard_and_marks_another_as_done() => WalkAsync(async () =>
    {
        await using var mails = new SmallMailServer(Refusing);
        var here = await StartAsync(mails.Port);
        var order = await here.TakeAsync(QaSituation.PaymentApproved);
        var agent = await OpenAsync(here, Account.Support);
        await (await new OrderPage(agent.Page).OpenAsync(order)).CancelOrderAsync();
        await Assertions.Expect(agent.Page.Locator("#unfinished")).ToContainTextAsync(Words);

        var work = await new UnfinishedPage(agent.Page).OpenAsync();
        var (toCustomer, toStore) = (work.Row(order, UnfinishedKind.CustomerMail), work.Row(order, UnfinishedKind.StoreMail));
        await Assertions.Expect(toCustomer).ToContainTextAsync(Words);
        await Assertions.Expect(toCustomer).ToContainTextAsync(Texts.Unfinished_State_GivenUp);
        await Accessible.LooksRightAsync(agent.Page.Locator("html"));

        mails.Manners = Open;
        await WalkToAsync(agent.Page, toCustomer);
        await agent.Page.Keyboard.PressAsync("r");
        await Assertions.Expect(toCustomer).ToContainTextAsync(Texts.Unfinished_State_Done);
        Assert.Contains(order.Id, Assert.Single(mails.Mails).Content, StringComparison.Ordinal);

        var dialog = await work.OpenDoneByHandAsync(order, UnfinishedKind.StoreMail, $"{Texts.Consumer_mail_store}: {Texts.Event_order_canceled}");
        await dialog.FillAsync("Told the desk next door");
        await dialog.ConfirmAsync();
        await Assertions.Expect(toStore).ToContainTextAsync(Texts.Unfinished_State_DoneByHand);

        await work.OpenAsync("?kind=store-mail");
        await Assertions.Expect(work.Empty).ToBeVisibleAsync();
        await new OrderPage(agent.Page).OpenAsync(order);
        await Assertions.Expect(agent.Page.Locator("#history")).ToContainTextAsync("Told the desk next door");
        await Assertions.Expect(agent.Page.Locator("#unfinished")).Not.ToContainTextAsync(Words);
    });

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        foreach (var server in servers)
        {
            await server.DisposeAsync();
        }
    }

    private async Task<Installation> StartAsync(int mailPort)
    {
        var place = StorePlace.NewFile();
        var told = new Dictionary<string, string>(place.Settings, StringComparer.Ordinal)
        {
            ["Mail__Smtp__Host"] = "localhost",
            ["Mail__Smtp__Port"] = $"{mailPort}",
            ["Mail__Smtp__Tls"] = "none",
        };
        var here = await Installation.StartAsync(place with { Settings = told });
        servers.Add(here.Server!);
        return here;
    }

    private static async Task WalkToAsync(IPage page, ILocator row)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            await page.Keyboard.PressAsync("j");
            if (await row.EvaluateAsync<bool>("row => row === document.activeElement"))
            {
                return;
            }
        }

        Assert.Fail($"{MostSteps} times j did not lead to the row.");
    }
}
