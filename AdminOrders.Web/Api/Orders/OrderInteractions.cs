using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Api.Access;
using AdminOrders.Web.Api.Calls;
using AdminOrders.Web.Api.Errors;

namespace AdminOrders.Web.Api.Orders;

/// <summary><c>POST …/interactions</c> leaves a note for colleagues, <c>GET …/interactions</c> reads all of them, oldest first.</summary>
internal static class OrderInteractions
{
    private const string Path = "/api/oms/pvt/orders/{orderId}/interactions";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(Path, AddAsync).Needs(Resource.ViewOrder);
        api.MapGet(Path, ReadAsync).Needs(Resource.ViewOrder);
    }

    private static Task<IResult> AddAsync(string orderId, JsonBody<Body> body, OrderCall call)
    {
        var source = Required.Text("source", body.Value?.Source);
        return call.SendAsync(orderId, new AddComment(Required.Text("message", body.Value?.Message), source)).Naming(("text", "message")).WithNothing();
    }

    // Notes are the store's own: another side does not read them.
    private static async Task<IResult> ReadAsync(string orderId, ApiCaller caller, OrderComments comments, CancellationToken cancellationToken)
    {
        if (caller.Actor.Side is not Side.Store)
        {
            return ApiErrors.Refused(new Refused(Refusal.NotYours));
        }

        return await comments.Of(orderId, cancellationToken) is { } found
            ? TypedResults.Ok(found.Select(comment => new Interaction(comment.Id, comment.Source ?? "", comment.Text, comment.Author, comment.At)))
            : ApiErrors.NotFound();
    }

    internal sealed record Body(string? Source = null, string? Message = null);

    /// <param name="Source">Empty: a colleague wrote it on the order's page.</param>
    internal sealed record Interaction(string Id, string Source, string Message, string Author, DateTimeOffset Date);
}
