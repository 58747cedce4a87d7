using AdminOrders.Core.Connectors.Amazon;

namespace AdminOrders.Tests.Connectors.Amazon;

public sealed class AmazonAccessTests
{
    [Fact]
    public async Task A_token_is_asked_for_once_and_again_a_minute_before_its_end()
    {
        await using var stage = new AmazonStage(AmazonStage.SignedIn(_ => new(204)));

        await Cancel(stage);
        await Cancel(stage);
        stage.Clock.Advance(TimeSpan.FromMinutes(59) - TimeSpan.FromTicks(1));
        await Cancel(stage);
        stage.Clock.Advance(TimeSpan.FromTicks(1));
        await Cancel(stage);

        Assert.Equal(["token-1", "token-1", "token-1", "token-2"], stage.Asked.Select(call => call.Token));
        var signIn = stage.Calls.First();
        Assert.Equal(("POST", "grant_type=refresh_token&refresh_token=refresh&client_id=client&client_secret=s3cret"), (signIn.Method, signIn.Body));
    }

    [Fact]
    public async Task Many_calls_at_once_ask_for_one_token()
    {
        await using var stage = new AmazonStage(AmazonStage.SignedIn(_ => new(204)));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Cancel(stage)));

        Assert.All(answers, answer => Assert.IsType<AmazonAnswer<CancellationTaken>.Done>(answer));
        Assert.Single(stage.Calls, call => call.Path == AmazonStage.TokenPath);
    }

    [Theory]
    [InlineData(401, "Unauthorized", "Access denied")]
    [InlineData(403, "Unauthorized", "The access token you provided has expired.")]
    public async Task A_token_that_is_no_longer_taken_is_renewed_once(int status, string code, string message)
    {
        await using var stage = new AmazonStage(AmazonStage.SignedIn(call => call.Token == "token-2" ? new(204) : AmazonStage.Error(status, code, message)));

        Assert.IsType<AmazonAnswer<CancellationTaken>.Done>(await Cancel(stage));

        Assert.Equal(["token-1", "token-2"], stage.Asked.Select(call => call.Token));
    }

    [Theory]
    [InlineData(403, "The access token you provided has expired.", 2)]
    [InlineData(403, "Access to requested resource is denied.", 1)]
    public async Task What_a_new_token_does_not_open_is_for_later(int status, string message, int calls)
    {
        await using var stage = new AmazonStage(AmazonStage.SignedIn(_ => AmazonStage.Error(status, "Unauthorized", message)));

        var later = Assert.IsType<AmazonAnswer<CancellationTaken>.NotNow>(await Cancel(stage));

        Assert.Equal((calls, $"Amazon answered 403 Unauthorized: {message}"), (stage.Asked.Length, later.Words));
    }

    [Theory]
    [InlineData(400, """{"error":"invalid_grant","error_description":"The request has an invalid grant parameter : refresh_token"}""", "Login with Amazon answered 400 invalid_grant: The request has an invalid grant parameter : refresh_token")]
    [InlineData(200, """{"access_token":""}""", "Login with Amazon answered 200 and no token.")]
    [InlineData(200, """{"access_token":"two\r\nlines"}""", "Login with Amazon answered 200 and no token.")]
    [InlineData(500, "<html>", "Login with Amazon answered 500 and no token.")]
    public async Task Trouble_with_the_sign_in_is_for_later_and_Amazon_is_left_in_peace_meanwhile(int status, string body, string words)
    {
        await using var stage = new AmazonStage(_ => new(status, body));

        var later = Assert.IsType<AmazonAnswer<CancellationTaken>.NotNow>(await Cancel(stage));
        Assert.Equal((words, TimeSpan.FromSeconds(5)), (later.Words, later.NotBefore - stage.Clock.GetUtcNow()));
        Assert.IsType<AmazonAnswer<CancellationTaken>.NotNow>(await Cancel(stage));

        Assert.Single(stage.Calls);
    }

    private static Task<AmazonAnswer<CancellationTaken>> Cancel(AmazonStage stage) => stage.Client.CancelOrder("1-1", AmazonCancelReasons.NoInventory, default);
}
