using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;
using AdminOrders.Tests.Support;
using AdminOrders.Trials.Stores;
using AdminOrders.Web.Features.Orders.Dialogs;
using Bunit;

namespace AdminOrders.Tests.Web.Orders;

/// <summary>What the reader of a page sees when the store cannot write.</summary>
public sealed class StoreProblemDialogTests
{
    private const string Typed = "Already on the truck";

    private static readonly string[] Languages = ["en-US", "es-ES", "pt-BR"];

    public static TheoryData<string, StoreProblem?> Notices()
    {
        var notices = new TheoryData<string, StoreProblem?>();
        foreach (var language in Languages)
        {
            notices.Add(language, null);
            foreach (var problem in Enum.GetValues<StoreProblem>())
            {
                notices.Add(language, problem);
            }
        }

        return notices;
    }

    [Fact]
    public async Task A_dialog_on_a_full_disk_keeps_what_was_typed_says_that_nothing_was_changed_and_works_when_there_is_room()
    {
        await using var database = await TestDatabase.Create(Engine.Sqlite);
        var order = An.Order().Handling().AskedBy(Side.Customer).AsImported();
        await using (var elsewhere = new TrialStore(new(database.Provider, database.ConnectionString)))
        {
            await elsewhere.Import([order]);
        }

        await using var stage = await PageStage.OpenAsync(database: database);
        await SqliteRoom.TakeAway(stage.Source);
        await FillUp(stage, order.Facts.OrderId);
        var page = stage.Show(order.Facts.OrderId, "?panel=decline");
        page.WaitForElement("#decline-internal").Input(Typed);
        await page.Find(".dialog-foot .button-primary").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains(Texts.Problem_FullText, page.Find("dialog [role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Matches("^Code store-full · trace [0-9a-f]{32}$", page.Find("dialog [role=alert] .code").TextContent);
        Assert.Equal(Typed, page.Find("#decline-internal").GetAttribute("value"));
        Assert.Equal(Status.CancellationRequested, (await stage.OrderAsync(order.Facts.OrderId)).Facts.Status);

        await SqliteRoom.GiveBack(stage.Source);
        await page.Find(".dialog-foot .button-primary").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("dialog")));
        Assert.Equal(Status.Handling, (await stage.OrderAsync(order.Facts.OrderId)).Facts.Status);
    }

    [Theory]
    [MemberData(nameof(Notices))]
    public async Task Each_problem_is_told_in_the_readers_language_with_what_was_kept_and_what_to_look_for(string language, StoreProblem? problem)
    {
        await using var stage = await PageStage.OpenAsync();
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

        var notice = stage.Render<DialogOutcome>(outcome => outcome.Add(shown => shown.Failure, new ActionFailure("0af7", problem))).Find("[role=alert]");

        var (title, kept) = problem switch
        {
            StoreProblem.Full => (Texts.Problem_Full, Texts.Problem_FullText),
            StoreProblem.ReadOnly => (Texts.Problem_ReadOnly, Texts.Problem_ReadOnlyText),
            StoreProblem.Unreachable => (Texts.Problem_Unreachable, Texts.Problem_UnreachableText),
            null => (Texts.Error_Unexpected, Texts.Dialog_Kept),
        };
        Assert.Equal(title, notice.QuerySelector("strong")!.TextContent);
        Assert.Contains(kept, notice.TextContent, StringComparison.Ordinal);
        Assert.Contains("0af7", notice.QuerySelector(".code")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(problem is not null, notice.TextContent.Contains(Texts.Dialog_TypedKept, StringComparison.Ordinal));
    }

    // Long texts first, then short ones: at last no table that an answer is written to has room for a row.
    private static async Task FillUp(PageStage stage, string orderId)
    {
        foreach (var length in new[] { 2_000, 200, 1 })
        {
            while (await IsTaken(stage, () => stage.ForgeAsync(orderId, new AddComment(new string('x', length)))))
            {
            }
        }
    }

    private static async Task<bool> IsTaken(PageStage stage, Func<Task<Answer>> send)
    {
        try
        {
            await send();
            return true;
        }
        catch (Exception failure) when (stage.Source.ProblemOf(failure) is StoreProblem.Full)
        {
            return false;
        }
    }
}
