using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage.Bulk;
using AdminOrders.Web.Api.Access;
using AdminOrders.Web.Api.Errors;
using AdminOrders.Web.Api.Orders;

namespace AdminOrders.Web.Api.Bulk;

/// <summary><c>GET …/orders/cancel/{jobId}</c>: how far a job is, and what became of each order.</summary>
internal static class GetCancelJob
{
    private const int Most = 1000;

    public static void Map(IEndpointRouteBuilder api) => api.MapGet(CancelOrders.Root + "/{jobId}", HandleAsync).Needs(Resource.CancelOrder, Resource.ListOrders);

    private static async Task HandleAsync(string jobId, ApiCaller caller, BulkReader reader, HttpContext context)
    {
        if (await reader.Find(jobId, context.RequestAborted) is not { } job || !Sees(caller, job))
        {
            throw new ApiRefusedException(ApiErrors.NoJob());
        }

        var items = await reader.Items(jobId, new(), After(context.Request), Most, context.RequestAborted);
        await OrderAnswers.WriteJsonAsync(context, json => BulkAnswer.Write(json, job, items));
    }

    // The key of a channel or a seller sees what it began itself.
    private static bool Sees(ApiCaller caller, BulkJobView job) => caller is { Affiliate: null, SellerId: null } || job.ActorId == caller.Actor.Id;

    private static int After(HttpRequest request) => request.Query["after"].ToString() switch
    {
        "" => 0,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var place) => place,
        _ => throw new ApiRefusedException(ApiErrors.Invalid("after", "It must be a whole number: the last place of the answer before.")),
    };
}
