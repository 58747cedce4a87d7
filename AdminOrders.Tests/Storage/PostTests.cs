using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Storage;

/// <summary>Calls of the API as the writer sees them: who repeats, who confirms, what is kept.</summary>
public sealed class PostTests
{
    private const string Id = "1000000000001-01";
    private static readonly Actor Key = Actors.KeyOfAna;
    private static readonly Actor OtherKey = Key with { Id = "key:other" };

    [Theory]
    [EveryEngine]
    public async Task A_second_call_confirms_after_ten_seconds_and_only_after_a_completed_answer(Engine engine)
    {
        await using var store = await Handling(engine);
        var (first, post) = await Cancel(store, Key);

        store.Clock.Advance(TimeSpan.FromMinutes(5));
        var (unheard, second) = await Cancel(store, Key);
        store.Workflow.AnswerWritten(post);
        store.Clock.Advance(TimeSpan.FromMinutes(5));
        var (stillUnheard, third) = await Cancel(store, Key);
        store.Workflow.AnswerWritten(third);
        store.Clock.Advance(TimeSpan.FromSeconds(10) - TimeSpan.FromTicks(1));
        var (early, fourth) = await Cancel(store, Key);
        store.Workflow.AnswerWritten(fourth);
        store.Clock.Advance(TimeSpan.FromSeconds(10));
        var (confirmed, _) = await Cancel(store, Key);
        var (after, _) = await Cancel(store, Key);

        Assert.IsType<Accepted>(first.Decision);
        Assert.All([unheard, stillUnheard, early], answer => Assert.Equal((Already.Requested, first.Receipt), (Assert.IsType<Unchanged>(answer.Decision).Why, answer.Receipt)));
        Assert.Equal("canceled", confirmed.Status);
        Assert.Equal(confirmed.Receipt, after.Receipt);
        Assert.NotEqual(post.Id, second.Id);
        Assert.Equal((await store.Facts(Id)).Cancellation!.RequestId, (await OnlyRequest(store)).RequestId);
    }

    [Theory]
    [EveryEngine]
    public async Task What_another_process_answered_is_not_known_here(Engine engine)
    {
        await using var store = await Handling(engine);
        await using var other = store.OpenElsewhere();
        var elsewhere = other.GetRequiredService<OrderWorkflow>();
        var post = NewPost(Key);
        await elsewhere.Send(Request(Key, post));
        elsewhere.AnswerWritten(post);
        store.Clock.Advance(TimeSpan.FromMinutes(1));

        var (answer, _) = await Cancel(store, Key);

        Assert.Equal(Already.Requested, Assert.IsType<Unchanged>(answer.Decision).Why);
    }

    [Theory]
    [EveryEngine]
    public async Task A_first_call_accepts_what_the_marketplace_asked_and_nothing_of_a_colleague(Engine engine)
    {
        await using var store = await Handling(engine);
        await store.Send(Id, new Cancel(NewId(), Side.Store, Reason.None), OtherKey);
        var (colleague, _) = await Cancel(store, Key);
        await store.Send(Id, new Withdraw((await OnlyRequest(store)).RequestId), OtherKey);
        await store.Send(Id, new Cancel(NewId(), Side.Marketplace, Reason.None), Actors.Marketplace);
        var (again, _) = await Cancel(store, Key);
        var (accepted, _) = await Cancel(store, OtherKey);

        Assert.Equal("cancellation-requested", colleague.Status);
        Assert.Equal(Already.Requested, Assert.IsType<Unchanged>(again.Decision).Why);
        Assert.Equal("canceled", accepted.Status);
    }

    [Theory]
    [EveryEngine]
    public async Task If_match_confirms_the_request_that_was_shown_and_no_other_version(Engine engine)
    {
        await using var store = await Handling(engine);
        var (first, _) = await Cancel(store, Key);

        var outdated = await store.Workflow.Send(Request(OtherKey) with { ExpectedVersion = first.Version - 1 });
        var confirmed = await store.Workflow.Send(Request(OtherKey) with { ExpectedVersion = first.Version });
        var repeated = await store.Workflow.Send(Request(OtherKey) with { ExpectedVersion = first.Version });
        var handled = await store.Workflow.Send(new(Id, new StartHandling(), Key) { ExpectedVersion = first.Version });

        Assert.Equal(Refusal.ChangedMeanwhile, Assert.IsType<Refused>(outdated.Decision).Code);
        Assert.Equal("canceled", confirmed.Status);
        Assert.Equal(Already.Canceled, Assert.IsType<Unchanged>(repeated.Decision).Why);
        Assert.Equal(Refusal.ChangedMeanwhile, Assert.IsType<Refused>(handled.Decision).Code);
    }

    [Theory]
    [EveryEngine]
    public async Task A_new_key_is_a_new_intention_and_an_old_one_a_repetition(Engine engine)
    {
        await using var store = await Handling(engine);
        var one = NewPost(Key, "one");
        var first = await store.Workflow.Send(Request(Key, one));
        store.Workflow.AnswerWritten(one);
        store.Clock.Advance(TimeSpan.FromHours(23));
        var again = NewPost(Key, "one");
        var repeated = await store.Workflow.Send(Request(Key, again));
        store.Workflow.AnswerWritten(again);
        var other = await store.Workflow.Send(Request(Key, NewPost(Key, "one", "another body")));
        store.Clock.Advance(TimeSpan.FromHours(1));
        var forgotten = NewPost(Key, "one") with { SecondCall = SecondCall.Never };
        var stillRepeated = await store.Workflow.Send(Request(Key, forgotten));
        store.Workflow.AnswerWritten(forgotten);
        var confirmed = await store.Workflow.Send(Request(Key, NewPost(Key, "two")));

        Assert.Equal((Already.NothingNew, first.Receipt), (Assert.IsType<Unchanged>(repeated.Decision).Why, repeated.Receipt));
        Assert.Equal(Refusal.IdempotencyKeyReused, Assert.IsType<Refused>(other.Decision).Code);
        Assert.Equal(Already.Requested, Assert.IsType<Unchanged>(stillRepeated.Decision).Why);
        Assert.Equal("canceled", confirmed.Status);
    }

    [Theory]
    [EveryEngine]
    public async Task A_refusal_is_decided_anew_and_a_success_is_not(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order(Id).InWindow());
        var refused = await store.Workflow.Send(new(Id, new StartHandling(), Key) { Post = NewPost(Key, "k") });
        await store.Send(Id, new EndGracePeriod(), Actors.Operator);
        var accepted = await store.Workflow.Send(new(Id, new StartHandling(), Key) { Post = NewPost(Key, "k") });
        var repeated = await store.Workflow.Send(new(Id, new StartHandling(), Key) { Post = NewPost(Key, "k") });

        Assert.Equal(Refusal.WrongStatus, Assert.IsType<Refused>(refused.Decision).Code);
        Assert.IsType<Accepted>(accepted.Decision);
        Assert.Equal((Already.NothingNew, accepted.Receipt), (Assert.IsType<Unchanged>(repeated.Decision).Why, repeated.Receipt));
        Assert.Single(await store.History(Id), row => row.Kind == "handling-started");
    }

    [Theory]
    [EveryEngine]
    public async Task One_key_serves_one_call_however_many_arrive_at_once(Engine engine)
    {
        await using var store = await Handling(engine);
        await using var other = store.OpenElsewhere();
        OrderWorkflow[] servers = [store.Workflow, other.GetRequiredService<OrderWorkflow>()];
        await store.Import(An.Order("2").Handling());

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(number =>
            servers[number % 2].Send(new(number % 4 < 2 ? Id : "2", new AddComment("once"), Key) { Post = NewPost(Key, "same", number % 4 < 2 ? "a" : "b") })));

        Assert.Single(answers, answer => answer.Decision is Accepted);
        await using var db = store.Read();
        Assert.Equal(1, await db.History.CountAsync(row => row.Kind == "comment-added"));
        Assert.Equal(1, await db.KeptAnswers.CountAsync());
    }

    [Theory]
    [EveryEngine]
    public async Task While_the_first_call_waits_the_second_is_told_so(Engine engine)
    {
        await using var store = await Handling(engine);
        Task<Answer> first;
        Answer second, other;
        await using (await HeldStore.Hold(store))
        {
            first = store.Workflow.Send(new(Id, new AddComment("once"), Key) { Post = NewPost(Key, "same") });
            second = await store.Workflow.Send(new(Id, new AddComment("once"), Key) { Post = NewPost(Key, "same") });
            other = await store.Workflow.Send(new(Id, new AddComment("twice"), Key) { Post = NewPost(Key, "same", "another body") });
        }

        Assert.IsType<Accepted>((await first).Decision);
        Assert.Equal(Refusal.IdempotencyKeyInFlight, Assert.IsType<Refused>(second.Decision).Code);
        Assert.Equal(Refusal.IdempotencyKeyReused, Assert.IsType<Refused>(other.Decision).Code);
    }

    [Theory]
    [EveryEngine]
    public async Task Kept_answers_go_after_a_day_and_used_keys_stay(Engine engine)
    {
        await using var store = await Handling(engine);
        await store.Workflow.Send(Request(Key, NewPost(Key, "one")));
        store.Clock.Advance(TimeSpan.FromHours(24));
        await store.Get<TimerRunner>().RunOnce(CancellationToken.None);

        await using var db = store.Read();
        Assert.Equal((0, 1), (await db.KeptAnswers.CountAsync(), await db.CancelPosts.CountAsync()));
    }

    [Theory]
    [EveryEngine]
    public async Task Many_calls_of_one_batch_on_one_order_see_each_other(Engine engine)
    {
        await using var store = await Handling(engine);
        var calls = new List<Task<Answer>>();
        await using (await HeldStore.Hold(store))
        {
            calls.AddRange(Enumerable.Range(0, 10).Select(_ => store.Workflow.Send(Request(Key))));
            calls.AddRange(Enumerable.Range(0, 10).Select(number => store.Workflow.Send(Request(Key, NewPost(Key, "k" + number)))));
        }

        var answers = await Task.WhenAll(calls);

        Assert.Single(answers, answer => answer.Decision is Accepted);
        Assert.Single(answers.Select(answer => answer.Receipt).Distinct());
        await using var db = store.Read();
        Assert.Equal(20, await db.CancelPosts.MaxAsync(row => row.Number));
    }

    private static async Task<TestStore> Handling(Engine engine)
    {
        var store = await TestStore.Open(engine);
        await store.Import(An.Order(Id).Handling());
        return store;
    }

    private static async Task<(Answer Answer, Post Post)> Cancel(TestStore store, Actor actor)
    {
        var post = NewPost(actor);
        return (await store.Workflow.Send(Request(actor, post)), post);
    }

    private static OrderRequest Request(Actor actor, Post? post = null) =>
        new(Id, new Cancel(NewId(), Side.Store, Reason.None), actor) { Post = post ?? NewPost(actor) };

    private static Post NewPost(Actor actor, string? key = null, string fingerprint = "a body") =>
        new(NewId(), actor.Id) { Key = key is null ? null : new(key, fingerprint) };

    private static async Task<CancellationRequestRow> OnlyRequest(TestStore store)
    {
        await using var db = store.Read();
        return await db.CancellationRequests.AsNoTracking().SingleAsync();
    }

    private static string NewId() => Guid.NewGuid().ToString("N");
}
