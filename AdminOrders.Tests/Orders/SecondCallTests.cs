using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Orders;

/// <summary>What a store's key means by posting cancel on a requested order, case by case.</summary>
public sealed class SecondCallTests
{
    private static readonly Actor Key = Actors.KeyOfAna;
    private static readonly DateTimeOffset Now = An.Instant.AddHours(1);
    private static readonly EarlierPosts Answered = new(Any: true, CarriedKey: false, UsedKey: false, Now.AddSeconds(-10));
    private static readonly EarlierPosts NotAnswered = Answered with { LatestAnsweredAt = null };
    private static readonly IdempotencyKey Some = new("one", "00");
    private static readonly Post Plain = new(new string('1', 32), Key.Id);

    [Fact]
    public void Whoever_names_the_version_confirms_what_was_shown_there()
    {
        Confirms(Side.Store, Own(), Plain, NotAnswered, isSeen: true);
        Confirms(Side.Customer, Own().AskedBy(Side.Customer), Plain, EarlierPosts.None, isSeen: true);
        Confirms(Side.Store, Colleagues(), Plain, EarlierPosts.None, isSeen: true);
    }

    [Fact]
    public void A_colleagues_request_waits_for_an_explicit_confirmation()
    {
        Repeats(Colleagues(), Plain, EarlierPosts.None);
        Repeats(Colleagues(), Plain, Answered);
        Repeats(Colleagues().AskedBy(Side.Customer), Plain with { SecondCall = SecondCall.Immediately }, Answered);
        Repeats(An.Order().Handling().AskedBy(Side.Customer, Actors.Operator), Plain, Answered);
    }

    [Fact]
    public void The_first_call_of_a_credential_accepts_what_other_sides_asked()
    {
        Confirms(Side.Customer, An.Order().Handling().AskedBy(Side.Customer), Plain, EarlierPosts.None);
        Confirms(Side.Marketplace, An.Order().Ready().AskedBy(Side.Marketplace), Plain, EarlierPosts.None);
        Confirms(Side.Customer, An.Order().Ready().AskedBy(Side.Customer).AskedBy(Side.Marketplace), Plain, EarlierPosts.None);
    }

    [Fact]
    public void The_first_call_does_not_confirm_what_its_sender_entered_on_a_page() => Repeats(Own(), Plain, EarlierPosts.None);

    [Fact]
    public void A_repeat_confirms_when_the_delay_since_the_completed_answer_is_over()
    {
        Confirms(Side.Store, Own(), Plain, Answered);
        Repeats(Own(), Plain, Answered with { LatestAnsweredAt = Now.AddSeconds(-10).AddTicks(1) });
        Confirms(Side.Store, Own(), Plain with { SecondCall = SecondCall.AfterSeconds(600) }, Answered with { LatestAnsweredAt = Now.AddMinutes(-10) });
        Confirms(Side.Store, Own(), Plain with { SecondCall = SecondCall.Immediately }, Answered with { LatestAnsweredAt = Now });
        Repeats(Own(), Plain with { SecondCall = SecondCall.Never }, Answered with { LatestAnsweredAt = Now.AddDays(-20) });
    }

    [Fact]
    public void A_repeat_after_an_answer_that_did_not_go_out_whole_confirms_nothing()
    {
        Repeats(Own(), Plain, NotAnswered);
        Repeats(Own(), Plain with { SecondCall = SecondCall.Immediately }, NotAnswered);
        Repeats(Own(), Plain with { Key = Some }, NotAnswered with { CarriedKey = true });
        Repeats(An.Order().Handling().AskedBy(Side.Customer), Plain, NotAnswered);
    }

    [Fact]
    public void A_new_key_after_a_call_with_another_key_is_a_new_intention()
    {
        var justNow = Answered with { CarriedKey = true, LatestAnsweredAt = Now };
        var never = Plain with { Key = Some, SecondCall = SecondCall.Never };

        Confirms(Side.Store, Own(), never, justNow);
        Repeats(Own(), never, justNow with { UsedKey = true });
        Repeats(Own(), never, justNow with { CarriedKey = false });
        Repeats(Own(), never with { Key = null }, justNow);
    }

    [Fact]
    public void A_repeat_confirms_what_others_asked_before_what_its_sender_asked() =>
        Confirms(Side.Customer, Own().AskedBy(Side.Customer), Plain, Answered);

    private static OrderBuilder Own() => An.Order().Handling().AskedBy(Side.Store, Key);

    private static OrderBuilder Colleagues() => An.Order().Handling().AskedBy(Side.Store, Actors.OtherOperator);

    private static void Confirms(Side expected, OrderFacts order, Post post, EarlierPosts earlier, bool isSeen = false) =>
        Assert.Equal(expected, SecondCallRules.Confirmed(order, Key, post, isSeen, earlier, Now)?.RequestedBy);

    private static void Repeats(OrderFacts order, Post post, EarlierPosts earlier) =>
        Assert.Null(SecondCallRules.Confirmed(order, Key, post, isSeen: false, earlier, Now));
}
