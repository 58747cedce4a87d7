using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Orders;

/// <summary>What a command must look like.</summary>
public sealed class InputTests
{
    public static TheoryData<OrderCommand, string> Malformed() => new()
    {
        { Some.Cancel() with { Reason = Reason.None }, "reason" },
        { Some.Cancel() with { Reason = new Reason(null, " ") }, "reason" },
        { Some.Cancel() with { Reason = new Reason(1, Text(501)) }, "reason" },
        { Some.Cancel() with { Note = Text(501) }, "note" },
        { Some.Cancel() with { RequestId = "7" }, "requestId" },
        { Some.Cancel() with { RequestId = new string('g', 32) }, "requestId" },
        { new ConfirmCancellation(Some.NewId, Note: Text(501)), "note" },
        { new Decline(Some.NewId, "", "Sorry"), "internalReason" },
        { new Decline(Some.NewId, Text(501), ""), "internalReason" },
        { new Decline(Some.NewId, "no", Text(501)), "customerText" },
        { new Withdraw(Some.NewId, Text(501)), "note" },
        { Some.Invoice("", 1), "number" },
        { Some.Invoice(Text(61), 1), "number" },
        { Some.Invoice("A 1", 1), "number" },
        { Some.Invoice("Ä1", 1), "number" },
        { Some.Invoice("1", 0), "value" },
        { Some.Invoice("1", 1, new ItemQuantity(0, 0)), "items" },
        { Some.Return("1", -1), "value" },
        { Some.Return("1", 1) with { Reason = Text(501) }, "reason" },
        { new ChangeItems([], "sold out"), "items" },
        { new ChangeItems([new(0, -1)], "sold out"), "items" },
        { new ChangeItems([new(0, 1)], ""), "reason" },
        { new CancelAsIncomplete(Reason.None), "reason" },
        { new AddComment(" "), "text" },
        { new AddComment(Text(2_001)), "text" },
        { new AddComment("a\0b"), "text" },
        { new AddComment("half of a pair \ud83d"), "text" },
        { Some.Cancel() with { Reason = new Reason(null, "\0") }, "reason" },
        { WithParcel(data => data with { Url = Text(2_001) }), "url" },
        { WithParcel(data => data with { Key = Text(201) }), "key" },
        { WithParcel(data => data with { Courier = Text(201) }), "courier" },
        { WithParcel(data => data with { TrackingNumber = "1\0" }), "trackingNumber" },
        { WithParcel(data => data with { TrackingUrl = Text(2_001) }), "trackingUrl" },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void A_malformed_command_names_its_field(OrderCommand command, string field)
    {
        var refused = Assert.IsType<Refused>(Rules.Decide(An.Order().Handling(), command, Actors.Owner, An.Instant, Policy.Default));

        Assert.Equal((Refusal.InvalidInput, field), (refused.Code, refused.Field));
    }

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "abc")]
    [InlineData("ab\ud83d\ude00", 4, "ab\ud83d\ude00")]
    [InlineData("ab\ud83d\ude00", 3, "ab")]
    [InlineData("\ud83d\ude00", 1, "")]
    [InlineData("a\ud83d\ude00b", 3, "a\ud83d\ude00")]
    [InlineData("", 0, "")]
    public void A_text_that_is_cut_ends_with_a_whole_letter(string text, int length, string cut) => Assert.Equal(cut, InputLimits.Cut(text, length));

    [Fact]
    public void The_longest_texts_are_taken()
    {
        Assert.IsType<Accepted>(Decide(Some.Cancel() with { Reason = new Reason(1, Text(500)), Note = Text(500) }, Actors.Operator));
        Assert.IsType<Accepted>(Decide(Some.Invoice("aZ09-_." + Text(53), 1), Actors.Operator));
        Assert.IsType<Accepted>(Decide(new AddComment(Text(2_000)), Actors.Operator));
    }

    [Fact]
    public void A_person_gives_a_reason_and_a_program_need_not()
    {
        var silent = Some.Cancel() with { Reason = Reason.None };

        Assert.Equal("reason", Assert.IsType<Refused>(Decide(silent, Actors.Operator)).Field);
        Assert.IsType<Accepted>(Decide(silent with { Reason = new Reason(3, null) }, Actors.Operator));
        Assert.IsType<Accepted>(Decide(silent, Actors.KeyOfAna));
        Assert.IsType<Accepted>(Decide(silent with { RequestedBy = Side.Customer }, Actors.Customer));
    }

    [Theory]
    [InlineData(Side.Customer, Side.Store)]
    [InlineData(Side.Payment, Side.Customer)]
    [InlineData(Side.Marketplace, Side.Store)]
    [InlineData(Side.Marketplace, Side.Seller)]
    public void Nobody_but_the_store_asks_in_another_name(Side actor, Side requestedBy) =>
        Assert.Equal("requestedBy", Assert.IsType<Refused>(Decide(Some.Cancel(requestedBy), Actors.Of(actor))).Field);

    [Fact]
    public void A_marketplace_may_ask_for_its_customer() => Assert.IsType<Accepted>(Decide(Some.Cancel(Side.Customer), Actors.Marketplace));

    private static Invoice WithParcel(Func<InvoiceData, InvoiceData> change) => new(change(Some.Invoice("1", 1).Data));

    private static string Text(int length) => new('x', length);

    private static Decision Decide(OrderCommand command, Actor actor) =>
        Rules.Decide(An.Order().Handling(), command, actor, An.Instant, Policy.Default);
}
