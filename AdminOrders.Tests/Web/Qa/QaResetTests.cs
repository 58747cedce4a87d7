using System.Collections.Concurrent;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Verification;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Features.Account;
using AdminOrders.Web.Features.Qa;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web.Qa;

public sealed class QaResetTests(QaStore store) : IClassFixture<QaStore>
{
    [Fact]
    public async Task After_a_reset_nothing_is_left_but_the_accounts_and_the_reasons_of_a_new_store()
    {
        await store.SendAsync("/qa/orders", """{"situation":"requested-by-customer"}""");
        await store.SendAsync("/qa/orders", """{"situation":"returned"}""");
        await Service<OrderViewStore>().Save("jose");
        await Service<PolicySetting>().Save(Policy.Default with { GracePeriod = TimeSpan.Zero });
        var reasons = await Service<CancellationReasons>().List();
        await Service<CancellationReasons>().Activate(reasons[0].Id, isActive: false);

        await store.SendAsync("/qa/reset", "");

        await using var db = await Service<IDbContextFactory<OrdersDb>>().CreateDbContextAsync();
        Assert.False(await db.Orders.AnyAsync() || await db.History.AnyAsync() || await db.Views.AnyAsync());
        Assert.Equal(reasons.Select(reason => (reason.Code, reason.Label, true)), (await Service<CancellationReasons>().List()).Select(reason => (reason.Code, reason.Label, reason.IsActive)));
        Assert.True(await db.Users.AnyAsync(user => user.Email == SampleAccounts.Owner));
        Assert.Equal(Policy.Default.GracePeriod, (await Service<PolicySetting>().Read()).GracePeriod);
    }

    [Fact]
    public async Task A_reset_lays_in_as_many_sample_orders_as_are_asked_for()
    {
        var answer = await store.SendAsync("/qa/reset", """{"orders":40,"seed":7}""");

        Assert.Equal(40, answer.GetProperty("orders").GetInt64());
        await using var db = await Service<IDbContextFactory<OrdersDb>>().CreateDbContextAsync();
        Assert.Equal(40, await db.Orders.CountAsync());
    }

    [Fact]
    public async Task Who_followed_the_store_goes_on_following_and_orders_go_on_changing()
    {
        var seen = new TaskCompletionSource<IReadOnlySet<long>>(TaskCreationOptions.RunContinuationsAsynchronously);
        await store.SendAsync("/qa/orders", """{"situation":"handling"}""");
        using var following = Service<OrderFeed>().Subscribe(keys =>
        {
            seen.TrySetResult(keys);
            return Task.CompletedTask;
        });
        await store.SendAsync("/qa/reset", "{}");

        await store.SendAsync("/qa/orders", """{"situation":"ready-for-handling","id":"after-01"}""");
        var answer = await Service<OrderWorkflow>().Send(new("after-01", new StartHandling(), Actors.Operator));

        Assert.IsType<Accepted>(answer.Decision);
        Assert.NotEmpty(await seen.Task.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task Open_pages_are_told_once_before_the_answer_and_the_clock_is_the_machines_again()
    {
        var orders = new ConcurrentQueue<int>();
        using var following = Service<OrderFeed>().Subscribe(_ => Task.CompletedTask);
        Service<OrderFeed>().StoreReplaced += Count;
        await store.SendAsync("/qa/clock", """{"advance":"3.00:00:00"}""");

        await store.SendAsync("/qa/reset", """{"orders":25}""");
        Service<OrderFeed>().StoreReplaced -= Count;

        Assert.Equal([25], orders);
        Assert.Equal(TimeSpan.Zero, Service<QaClock>().Ahead);

        void Count(object? sender, EventArgs replaced)
        {
            using var db = Service<IDbContextFactory<OrdersDb>>().CreateDbContext();
            orders.Enqueue(db.Orders.Count());
        }
    }

    [Fact]
    public async Task A_store_that_began_again_and_lived_through_months_verifies_clean()
    {
        await store.SendAsync("/qa/reset", """{"orders":30}""");
        await store.SendAsync("/qa/orders", """{"situation":"in-grace-period"}""");
        await store.SendAsync("/qa/orders", """{"situation":"requested-by-store"}""");
        await store.SendAsync("/qa/clock", """{"advance":"40.00:00:00"}""");
        await store.SendAsync("/qa/clock", """{"real":true}""");
        await store.SendAsync("/qa/orders", """{"situation":"requested-by-seller"}""");

        var report = await Service<StoreVerification>().Run();

        Assert.True(report.IsClean, string.Join(Environment.NewLine, report.Broken));
        await store.SendAsync("/qa/reset", "{}");
    }

    private T Service<T>()
        where T : notnull => store.Web.Services.GetRequiredService<T>();
}
