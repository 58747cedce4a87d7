using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage.Bulk;
using AdminOrders.Web.Api.Access;
using AdminOrders.Web.Api.Calls;
using AdminOrders.Web.Api.Errors;
using AdminOrders.Web.Api.Orders;

namespace AdminOrders.Web.Api.Bulk;

/// <summary>
/// <c>POST …/orders/cancel</c>: begins a job that cancels each of these orders, or asks for it where the warehouse works on one; it never confirms. The
/// answer is the job, before it is done. The same call under the same <c>Idempotency-Key</c> is the same job.
/// </summary>
internal static class CancelOrders
{
    public const string Root = "/api/oms/pvt/orders/cancel";
    private const int Most = 1000;
    private const int LongestId = 100;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost(Root, HandleAsync).Needs(Resource.CancelOrder);

    private static async Task HandleAsync(JsonBody<Body> body, OrderCall call, BulkJobs jobs, BulkReader reader, HttpContext context)
    {
        var (wish, caller) = (Required.Body(body), call.Caller);
        var command = new Cancel("", wish.RequestedByUser is true ? Side.Customer : caller.Actor.Side, new Reason(null, wish.Reason));
        var id = call.Post.Key is { } key ? NameOf(caller.Credential, key) : call.Post.Id;
        if (await jobs.Begin(id, OrdersOf(wish), command, caller.Actor, caller.Reaches, call.Post.Key?.Fingerprint, context.RequestAborted) is { } refused)
        {
            throw new ApiRefusedException(ErrorOf(refused));
        }

        var job = (await reader.Find(id, context.RequestAborted))!;
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        context.Response.Headers.Location = context.Request.PathBase + BulkAnswer.AddressOf(job.Id);
        await OrderAnswers.WriteJsonAsync(context, json => BulkAnswer.Write(json, job, null));
    }

    private static string[] OrdersOf(Body wish)
    {
        if (wish.OrderIds is not { Length: > 0 and <= Most } ids)
        {
            throw new ApiRefusedException(ApiErrors.Invalid("orderIds", $"It must be a list of 1 to {Most} ids of orders."));
        }

        var wrong = Array.FindIndex(ids, id => string.IsNullOrWhiteSpace(id) || id.Length > LongestId);
        return wrong < 0
            ? Array.ConvertAll(ids, id => id!)
            : throw new ApiRefusedException(ApiErrors.Invalid(
                string.Create(CultureInfo.InvariantCulture, $"orderIds[{wrong}]"), $"It must be the id of an order, 1 to {LongestId} characters."));
    }

    // One name for one intention of one caller, whatever others call theirs.
    private static string NameOf(string credential, IdempotencyKey key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{credential}\n{key.Value}")).AsSpan(0, 16));

    private static ApiError ErrorOf(BulkRefused refused) => refused.Problem switch
    {
        BulkProblem.Invalid => ApiErrors.Refused(new Refused(Refusal.InvalidInput) { Field = refused.Field }),
        BulkProblem.KeyReused => ApiErrors.Refused(new Refused(Refusal.IdempotencyKeyReused)),
        var problem => throw new ArgumentOutOfRangeException(nameof(refused), problem, "A job that begins has no such problem."),
    };

    /// <param name="OrderIds">1 to 1000; one that stands there twice counts once.</param>
    /// <param name="RequestedByUser">True: the caller asks on the customers' behalf.</param>
    internal sealed record Body(string?[]? OrderIds = null, string? Reason = null, bool? RequestedByUser = null);
}
