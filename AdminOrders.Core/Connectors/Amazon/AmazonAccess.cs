using AdminOrders.Core.Connectors.Outside;

namespace AdminOrders.Core.Connectors.Amazon;

/// <summary>A token, or why there is none and when another attempt is possible.</summary>
internal sealed record AmazonSignIn(string? Token, string Words, DateTimeOffset NotBefore)
{
    /// <summary>Nobody was asked for a token: it is ourselves who wait.</summary>
    public bool IsOwnPace { get; init; }

    /// <summary>Without the token.</summary>
    public override string ToString() => Words;
}

/// <summary>The access token of Login with Amazon: asked for when it is needed, kept until a minute before it ends, one question at a time.</summary>
internal sealed class AmazonAccess(AmazonSettings settings, OutsideClient outside, AmazonQuotas quotas, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan UsualLife = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim turn = new(1, 1);
    private string? token;
    private DateTimeOffset until;

    /// <summary>A token that Amazon should take.</summary>
    /// <param name="refused">One that it did not; another is asked for, unless somebody else already has. Null: none was refused.</param>
    public async Task<AmazonSignIn> Token(string? refused, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            return token is not null && token != refused && time.GetUtcNow() < until
                ? new(token, "", until)
                : await Renew(cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<AmazonSignIn> Renew(CancellationToken cancellationToken)
    {
        var quota = quotas.Of(AmazonOperation.SignIn);
        if (quota.Take() is { } next)
        {
            return new(null, AmazonReplies.NoQuota(AmazonOperation.SignIn), next) { IsOwnPace = true };
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, settings.TokenAddress)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["grant_type"] = "refresh_token",
                ["refresh_token"] = settings.RefreshToken,
                ["client_id"] = settings.ClientId,
                ["client_secret"] = settings.ClientSecret,
            }),
        };
        var (reply, trouble) = await outside.Ask(request, "Login with Amazon", cancellationToken);
        return reply is null ? new(null, trouble, quota.Fail(null)) : Keep(reply, quota);
    }

    private AmazonSignIn Keep(OutsideReply reply, AmazonQuota quota)
    {
        var told = AmazonJson.Read(reply.Body, AmazonJson.Default.TokenReply);
        if (!reply.IsSuccess || told?.AccessToken is not { Length: > 0 } given || !IsHeader(given))
        {
            return new(null, Words(reply, told), quota.Fail(null, reply.Pause));
        }

        quota.Succeed(null);
        (token, until) = (given, time.GetUtcNow() + (told.ExpiresIn is { } seconds ? TimeSpan.FromSeconds(seconds) : UsualLife) - Margin);
        return new(given, "", until);
    }

    private static bool IsHeader(string given) => given.All(letter => letter is > ' ' and <= '~');

    private static string Words(OutsideReply reply, TokenReply? told) => OutsideWords.Fitting(
        $"Login with Amazon answered {(int)reply.Status}" + (told?.Error is { Length: > 0 } error ? $" {error}: {told.ErrorDescription}" : " and no token."));
}
