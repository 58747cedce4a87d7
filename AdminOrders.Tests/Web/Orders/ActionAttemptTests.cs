using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Features.Orders.Dialogs;
using Microsoft.Extensions.Logging.Abstractions;

namespace AdminOrders.Tests.Web.Orders;

public sealed class ActionAttemptTests
{
    [Fact]
    public async Task What_a_preview_has_seen_before_the_page_is_told_once_the_page_knows_who_did_it()
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(An.Order().Ready());
        var attempt = new ActionAttempt(stage.Changes, NullLogger.Instance);
        var old = await stage.OrderAsync(id);
        await attempt.PrepareAsync(old, Typed("Wrong"));
        await stage.Workflow.Send(new(id, new StartHandling(), Actors.OtherOperator));

        await attempt.PrepareAsync(old, Typed("Wrong size"));
        Assert.Null(attempt.Refusal);
        await attempt.PrepareAsync(await stage.OrderAsync(id), Typed("Wrong size"));

        Assert.Equal(Refusal.ChangedMeanwhile, attempt.Refusal?.Code);
        Assert.Equal("Bruno", attempt.LastChange?.ActorName);
    }

    [Fact]
    public async Task What_is_typed_is_no_change_of_somebody_else()
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(An.Order().Handling());
        var attempt = new ActionAttempt(stage.Changes, NullLogger.Instance);
        await attempt.PrepareAsync(await stage.OrderAsync(id), Typed("Wrong"));
        await stage.Workflow.Send(new(id, new AddComment("On it"), Actors.OtherOperator));

        await attempt.PrepareAsync(await stage.OrderAsync(id), Typed("Wrong") with { RequestedBy = Side.Customer });

        Assert.Null(attempt.Refusal);
    }

    private static Cancel Typed(string details) => new(new string('f', 32), Side.Store, new Reason(null, details));
}
