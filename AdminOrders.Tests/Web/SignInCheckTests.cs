using System.Net;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web;

/// <summary>What becomes of a cookie when its account changes: asked at most once a minute.</summary>
public sealed class SignInCheckTests
{
    private const string Cookie = "AdminOrders=";
    private static readonly TimeSpan NextCheck = TimeSpan.FromSeconds(61);

    [Fact]
    public async Task A_sign_in_that_still_holds_is_renewed_when_its_minute_is_over()
    {
        await using var store = Store(out var clock);
        var visitor = await store.SignInAsAsync(PredefinedRoles.Owner);

        using var soon = await visitor.GetAsync("/orders");
        clock.Advance(NextCheck);
        using var later = await visitor.GetAsync("/orders");
        using var renewed = await visitor.GetAsync("/orders");

        Assert.Equal((HttpStatusCode.OK, null), (soon.StatusCode, CookieOf(soon)));
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
        Assert.True(CookieOf(later)!.Length > 100);
        Assert.Equal((HttpStatusCode.OK, null), (renewed.StatusCode, CookieOf(renewed)));
    }

    [Theory]
    [InlineData("""UPDATE "AspNetUsers" SET "SecurityStamp" = 'another' """)]
    [InlineData("""DELETE FROM "AspNetUsers" """)]
    public async Task A_sign_in_ends_with_its_password_or_its_account(string sql)
    {
        await using var store = Store(out var clock);
        var visitor = await store.SignInAsAsync(PredefinedRoles.Owner);
        await using (var db = await store.Services.GetRequiredService<IDbContextFactory<OrdersDb>>().CreateDbContextAsync())
        {
            Assert.Equal(1, await db.Database.ExecuteSqlRawAsync(sql));
        }

        clock.Advance(NextCheck);
        using var answer = await visitor.GetAsync("/orders");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.StartsWith("/account/sign-in", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        Assert.Equal("", CookieOf(answer));
    }

    private static WebStore Store(out ManualClock clock)
    {
        clock = new ManualClock();
        return new WebStore { Clock = clock };
    }

    // The value that the answer sets; null: it sets none.
    private static string? CookieOf(HttpResponseMessage answer) => answer.Headers.TryGetValues("Set-Cookie", out var set)
        ? set.Where(cookie => cookie.StartsWith(Cookie, StringComparison.Ordinal)).Select(cookie => cookie[Cookie.Length..cookie.IndexOf(';', StringComparison.Ordinal)]).FirstOrDefault()
        : null;
}
