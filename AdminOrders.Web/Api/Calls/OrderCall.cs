using System.Security.Cryptography;
using System.Text;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Api.Access;
using AdminOrders.Web.Api.Errors;
using AdminOrders.Web.Api.Orders;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace AdminOrders.Web.Api.Calls;

/// <summary>
/// A call that changes an order: who makes it, and what its headers say of repetition (<c>Idempotency-Key</c>) and of the version that
/// was seen (<c>If-Match</c>). A handler takes it as a parameter and sends its command by it.
/// </summary>
internal sealed class OrderCall
{
    public const string KeyHeader = "Idempotency-Key";
    private const long NoVersion = -1;
    private readonly HttpContext context;
    private readonly long? expectedVersion;

    private OrderCall(HttpContext context, ApiCaller caller, Post post, long? expectedVersion) =>
        (this.context, Caller, Post, this.expectedVersion) = (context, caller, post, expectedVersion);

    public ApiCaller Caller { get; }

    public Post Post { get; }

    /// <exception cref="ApiRefusedException">400: a header is not what it must be.</exception>
    public static ValueTask<OrderCall?> BindAsync(HttpContext context)
    {
        var caller = context.Features.GetRequiredFeature<ApiCaller>();
        var post = new Post(Guid.NewGuid().ToString("N"), caller.Credential) { SecondCall = caller.SecondCall, Key = KeyOf(context) };
        return ValueTask.FromResult<OrderCall?>(new(context, caller, post, SeenVersion(context.Request.Headers.IfMatch)));
    }

    /// <summary>The command as this call brings it.</summary>
    public OrderRequest Request(string orderId, OrderCommand command) => new(orderId, command, Caller.Actor) { Post = Post, ExpectedVersion = expectedVersion };

    /// <summary>Sends the command.</summary>
    public async Task<CallAnswer> SendAsync(string orderId, OrderCommand command)
    {
        var answer = await context.RequestServices.GetRequiredService<OrderWorkflow>().Send(Request(orderId, command), context.RequestAborted);
        return new(this, await Placed(orderId, answer)) { OrderId = orderId, Asks = command is Cancel };
    }

    // A call that met its own key did not reach the order: where that stands is told all the same.
    private async Task<Answer> Placed(string orderId, Answer answer) =>
        answer is { Version: 0, Decision: Refused { Code: not Refusal.NotFound } }
        && await context.RequestServices.GetRequiredService<OrderWorkflow>().Facts(orderId, context.RequestAborted) is { } facts
            ? answer with { Status = facts.Status, Version = facts.Version }
            : answer;

    private static IdempotencyKey? KeyOf(HttpContext context)
    {
        var sent = context.Request.Headers[KeyHeader];
        if (sent.Count == 0)
        {
            return null;
        }

        return sent is [{ } key] && IdempotencyKey.IsWellFormed(key)
            ? new(key, FingerprintOf(context))
            : throw new ApiRefusedException(ApiErrors.Invalid(KeyHeader, $"It must be one text of 1 to {IdempotencyKey.Longest} characters."));
    }

    private static string FingerprintOf(HttpContext context)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{context.Request.Method}\n{context.Request.Path}{context.Request.QueryString}\n"));
        hash.AppendData(context.Features.GetRequiredFeature<SentBody>().Bytes.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // "*" asks only that the order is there. A tag that is none of ours fits no version.
    private static long? SeenVersion(string? sent)
    {
        if (string.IsNullOrEmpty(sent) || sent == EntityTagHeaderValue.Any.Tag)
        {
            return null;
        }

        return EntityTagHeaderValue.TryParse(sent, out var tag) && !tag.IsWeak && OrderTag.VersionOf(tag.Tag.ToString()) is { } version ? version : NoVersion;
    }
}
