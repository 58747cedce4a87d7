using AdminOrders.Core.Orders;
using AdminOrders.Core.Text;
using AdminOrders.Tests.Support;
using Bunit;

namespace AdminOrders.Tests.Web.Orders;

public sealed class CommentsTests
{
    [Fact]
    public async Task A_comment_is_kept_and_shown_as_it_was_typed()
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(An.Order().Paid());
        var page = stage.Show(id);
        page.Find("#comment").Input("Call <b>first</b>");

        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal("Call <b>first</b>", page.Find(".comment .quote").TextContent));
        Assert.True(string.IsNullOrEmpty(page.Find("#comment").GetAttribute("value")));
    }

    [Fact]
    public async Task An_empty_comment_says_what_is_missing()
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(An.Order().Paid());
        var page = stage.Show(id);

        await page.Find("form").SubmitAsync();

        Assert.Equal(Texts.Order_CommentRequired, page.Find("form .field-error").TextContent);
        Assert.DoesNotContain((await stage.OrderAsync(id)).History, entry => entry.Event is CommentAdded);
    }

    [Fact]
    public async Task A_bug_while_a_comment_is_sent_keeps_it_in_its_field()
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(An.Order().Paid());
        var page = stage.Show(id);
        page.Find("#comment").Input("Call first");
        await stage.ExecuteAsync("ALTER TABLE HistoryTexts RENAME TO Gone");

        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Matches("[0-9a-f]{32}", page.Find("form .code").TextContent));
        Assert.Equal("Call first", page.Find("#comment").GetAttribute("value"));
    }
}
