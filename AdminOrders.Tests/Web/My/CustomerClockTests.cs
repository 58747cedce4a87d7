using System.Net;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Web.My;

/// <summary>A server's clock that is set right while customers are at the door: forward, backward, to the borders of what ends.</summary>
public sealed class CustomerClockTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    [Fact]
    public async Task A_link_is_judged_by_the_clock_as_it_stands_to_its_last_moment()
    {
        await using var store = await CustomerDoorStore.With(An.Order().Handling());
        var (token, made) = (await store.Token(), store.Clock.GetUtcNow());

        store.Clock.Set(made - TimeSpan.FromDays(2));
        await store.Open(token);
        store.Clock.Set(made + CustomerLinks.GoodFor - Tick);
        await store.Open(token);
        store.Clock.Set(made + CustomerLinks.GoodFor);
        await IsShut(store, token);

        // Set right again after it ran ahead: who was good before is good again.
        store.Clock.Set(made);
        await store.Open(token);
    }

    [Fact]
    public async Task A_link_of_a_clock_that_ran_ahead_ends_when_it_said()
    {
        await using var store = await CustomerDoorStore.With(An.Order().Handling());
        var right = store.Clock.GetUtcNow();
        store.Clock.Set(right + TimeSpan.FromDays(1));
        var token = await store.Token();

        store.Clock.Set(right + CustomerLinks.GoodFor + TimeSpan.FromDays(1) - Tick);
        await store.Open(token);
        store.Clock.Advance(Tick);
        await IsShut(store, token);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public async Task To_its_last_moment_the_window_cancels_at_once_and_from_then_on_the_store_is_asked(long ticks, bool isWithin)
    {
        await using var store = await CustomerDoorStore.With(An.Order().InWindow());
        var token = await store.Token();
        store.Clock.Set(An.Instant.AddMinutes(30).AddTicks(ticks));

        var page = await store.Open(token);
        using var answer = await store.Post(page, "request", ("reason", "other"), ("text", "Twice"));
        await store.Follow(answer);

        Assert.Equal(isWithin ? Status.Canceled : Status.CancellationRequested, (await store.Facts()).Status);
    }

    [Fact]
    public async Task A_clock_that_goes_back_into_the_window_never_cancels_by_a_page_that_promised_to_ask()
    {
        await using var store = await CustomerDoorStore.With(An.Order().InWindow());
        var token = await store.Token();
        store.Clock.Set(An.Instant.AddMinutes(31));
        var page = await store.Open(token);
        store.Clock.Set(An.Instant.AddMinutes(29));

        using var sent = await store.Post(page, "request", ("reason", "other"), ("text", "Twice"));
        var again = await WebVisitor.ParseAsync(sent);

        Assert.Equal(HttpStatusCode.Conflict, sent.StatusCode);
        Assert.Equal(Status.WindowToCancel, (await store.Facts()).Status);
        Assert.Contains("Your order will be canceled at once.", again.QuerySelector("form")!.TextContent, StringComparison.Ordinal);
        using var answer = await store.Post(again, "request", ("reason", "other"), ("text", "Twice"));
        await store.Follow(answer);
        Assert.Equal(Status.Canceled, (await store.Facts()).Status);
    }

    [Fact]
    public async Task A_window_that_was_over_stays_over_when_the_clock_goes_back()
    {
        await using var store = await CustomerDoorStore.With(An.Order().InWindow());
        var token = await store.Token();
        store.Clock.Set(An.Instant.AddMinutes(31));
        await store.Send(new StartHandling(), Actors.Operator);
        store.Clock.Set(An.Instant.AddMinutes(1));

        using var answer = await store.Post(await store.Open(token), "request", ("reason", "other"), ("text", "Twice"));
        await store.Follow(answer);

        Assert.Equal(Status.CancellationRequested, (await store.Facts()).Status);
        Assert.Equal(An.Instant.AddMinutes(1), Assert.Single((await store.Facts()).Requests).RequestedAt);
    }

    private static async Task IsShut(CustomerDoorStore store, string token)
    {
        using var answer = await store.Web.Visit().GetAsync("/my/" + token);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
