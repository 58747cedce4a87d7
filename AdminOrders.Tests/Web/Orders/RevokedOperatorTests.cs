using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;
using Bunit;

namespace AdminOrders.Tests.Web.Orders;

/// <summary>Somebody who may do nothing any more, with a dialog that was opened while they might.</summary>
public sealed class RevokedOperatorTests
{

    public static TheoryData<string, string> Ways { get; } = new()
    {
        { "the role was taken away", """DELETE FROM "AspNetUserRoles" """ },
        { "the role lost its permission", """DELETE FROM "AspNetRoleClaims" """ },
        { "the account is gone", """DELETE FROM "AspNetUsers" """ },
        { "the password was changed", """UPDATE "AspNetUsers" SET "SecurityStamp" = 'another'""" },
        { "the account was locked", """UPDATE "AspNetUsers" SET "LockoutEnd" = '9999-12-31 00:00:00+00:00'""" },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_is_confirmed_in_an_open_dialog_is_refused_and_said_and_changes_nothing(string why, string sql)
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(An.Order().Handling().AskedBy(Side.Customer));
        var page = stage.Show(id, $"?panel=decline&request={OrderBuilder.RequestId(Side.Customer)}");
        page.WaitForElement("#decline-internal");
        await page.Find("#decline-internal").InputAsync(new() { Value = "It left" });
        var before = await stage.OrderAsync(id);

        await stage.ExecuteAsync(sql);
        await page.Find(".dialog-foot .button-primary").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains(RefusalCodes.Of(Refusal.MissingResource), page.Find("dialog .notice").TextContent, StringComparison.Ordinal));
        var after = await stage.OrderAsync(id);
        Assert.True((before.Position, before.Facts.Status) == (after.Position, after.Facts.Status), why);
        Assert.Single(after.Facts.Requests);
        Assert.Empty(page.FindAll(".note"));
    }

    [Fact]
    public async Task Somebody_whose_password_others_got_wrong_goes_on()
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(An.Order().Handling().AskedBy(Side.Customer));

        await stage.ExecuteAsync($"""UPDATE "AspNetUsers" SET "LockoutEnd" = '{An.Instant.AddMinutes(5):yyyy-MM-dd HH:mm:ss}+00:00'""");

        Assert.IsType<Accepted>((await stage.ForgeAsync(id, new Decline(OrderBuilder.RequestId(Side.Customer), "It left", ""))).Decision);
    }
}
