using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using AdminOrders.Tests.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AdminOrders.Tests.Storage;

public sealed class PolicyLogTests
{
    [Fact]
    public async Task A_change_of_the_policy_leaves_one_line_with_who_and_what_and_a_change_that_came_too_late_leaves_none()
    {
        await using var store = await TestStore.Open();
        using var log = new LogLines();
        using var logging = LoggerFactory.Create(to => to.AddProvider(log));
        var setting = new PolicySetting(store.Get<IDbContextFactory<OrdersDb>>(), logging.CreateLogger<PolicySetting>());
        var seen = await setting.ReadEdition();
        var wanted = seen.Policy with
        {
            GracePeriod = TimeSpan.FromMinutes(45),
            SecondPerson = SecondPerson.AboveValue,
            SecondPersonAbove = seen.Policy.SecondPersonAbove.SetItem("BRL", 123_450),
        };

        Assert.True(await setting.Replace(seen, wanted, "7f3a"));
        Assert.False(await setting.Replace(seen, Policy.Default, "0b1c"));

        Assert.Equal(
            "AdminOrders.Core.Storage.PolicySetting Information: The policy was changed by user:7f3a: grace period: 00:30:00 -> 00:45:00; "
            + "second person: Never -> AboveValue; second person above: none -> BRL 123450",
            Assert.Single(log.All).TrimEnd());
    }
}
