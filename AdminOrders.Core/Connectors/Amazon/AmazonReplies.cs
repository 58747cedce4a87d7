using System.Globalization;
using System.Net;
using AdminOrders.Core.Connectors.Outside;

namespace AdminOrders.Core.Connectors.Amazon;

/// <summary>What a reply of the Selling Partner API means, and what it does to the operation's quota.</summary>
internal static class AmazonReplies
{
    private const double LowestRate = 0.0001;
    private const double HighestRate = 1000;

    /// <param name="read">Null: the body is none of the operation.</param>
    public static AmazonAnswer<T> Read<T>(OutsideReply reply, Func<byte[], T?> read, AmazonQuota quota)
        where T : class
    {
        var rate = RateOf(reply);
        var content = reply.IsSuccess ? read(reply.Body) : null;
        if (content is not null)
        {
            quota.Succeed(rate);
            return new AmazonAnswer<T>.Done(content);
        }

        var error = reply.IsSuccess ? null : FirstError(reply);
        var words = Words(reply, error);
        if (reply.Status is HttpStatusCode.TooManyRequests)
        {
            return new AmazonAnswer<T>.NotNow(words, quota.Exhaust(rate, reply.Pause));
        }

        if (error is null || IsForLater((int)reply.Status))
        {
            return new AmazonAnswer<T>.NotNow(words, quota.Fail(rate, reply.Pause));
        }

        quota.Succeed(rate);
        return new AmazonAnswer<T>.Refused(OutsideWords.Fitting(error.Code ?? ""), words);
    }

    /// <summary>Words for a call that was not made.</summary>
    public static string NoQuota(AmazonOperation operation) => $"Amazon takes no further call of {operation} for the moment.";

    /// <summary>Whether the token is what Amazon did not like: another one may do.</summary>
    public static bool IsAboutToken(OutsideReply reply) => reply.Status switch
    {
        HttpStatusCode.Unauthorized => true,
        HttpStatusCode.Forbidden => FirstError(reply) is { } error && $"{error.Message} {error.Details}".Contains("token", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    // Sign-in is about our settings and not about an order: with better ones the same call goes through.
    private static bool IsForLater(int status) => status is < 400 or 401 or 403 or 408 or 425 or >= 500;

    private static ErrorOfReply? FirstError(OutsideReply reply) =>
        AmazonJson.Read(reply.Body, AmazonJson.Default.ErrorReply)?.Errors.FirstOrDefault();

    private static string Words(OutsideReply reply, ErrorOfReply? error) => OutsideWords.Fitting(
        error is null ? $"Amazon answered {(int)reply.Status} and nothing that could be read." : $"Amazon answered {(int)reply.Status} {error.Code}: {error.Message} {error.Details}");

    private static double? RateOf(OutsideReply reply) =>
        reply.Headers.TryGetValues("x-amzn-RateLimit-Limit", out var told)
        && double.TryParse(told.First(), NumberStyles.Float, CultureInfo.InvariantCulture, out var rate) && rate is >= LowestRate and <= HighestRate
            ? rate
            : null;
}
