using System.Net;
using System.Net.Http.Headers;

namespace AdminOrders.Core.Connectors.Outside;

/// <summary>What somebody outside answered, read to its end.</summary>
internal sealed record OutsideReply(HttpStatusCode Status, byte[] Body, HttpResponseHeaders Headers)
{
    // A sender's mistake of a year must not look like a loss.
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>How long it wants to be left alone (<c>Retry-After</c>), an hour at most; an instant is measured on its own clock. Null: it did not say.</summary>
    public TimeSpan? Pause => (Headers.RetryAfter?.Delta ?? Headers.RetryAfter?.Date - Headers.Date) is { } told && told > TimeSpan.Zero
        ? told < LongestPause ? told : LongestPause
        : null;

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>
    /// Whether the same call may go through later. Redirects, sign-in and addresses that do not exist are about our settings, not about what was asked: with better ones it does.
    /// </summary>
    public static bool IsForLater(HttpStatusCode status) => (int)status is < 400 or 401 or 403 or 404 or 405 or 407 or 408 or 421 or 425 or 429 or >= 500;
}
