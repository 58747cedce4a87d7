using System.Collections.Immutable;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Documents;

/// <summary>
/// Who asked to cancel and who canceled, as far as a document tells: a date that cannot be read makes a request unreadable, not the document.
/// What follows from it, the rules for imports say.
/// </summary>
internal static class DocumentCancellation
{
    private const int LongestName = 200;
    private const int LongestReason = 10_000;

    /// <summary>The step names of <c>workflowData</c>, oldest first.</summary>
    public static ImmutableArray<string> WorkflowStatuses(DocumentField root) =>
    [
        .. root["workflowData"]["instances"].List()
            .SelectMany(instance => instance["timeLine"].List())
            .Select(step => (Name: step["stepName"].Text(100), At: step["date"].Instant()))
            .OrderBy(step => step.At)
            .Select(step => step.Name),
    ];

    /// <summary><c>cancellationRequests</c> in the document's order.</summary>
    public static ImmutableArray<ImportedRequest> Requests(DocumentContext context) =>
        [.. context.Root["cancellationRequests"].List().Select(request => OfList(request, context))];

    /// <summary><c>cancellationData</c>; null where there is none and nobody is named as having canceled.</summary>
    public static ImportedRequest? Data(DocumentContext context)
    {
        var (root, data) = (context.Root, context.Root["cancellationData"]);
        var side = SideOf(data, context) ?? (CanceledBy(root).Length > 0 ? Side.Store : null);
        var id = data["cancellationRequestId"].Text(100);
        return new(id.Length > 0 ? id : null, side, data["cancellationDate"].TryInstant() ?? context.LastChangeAt, ReasonOf(data, root));
    }

    /// <summary>The operator who canceled, in either spelling; "" where nobody is named.</summary>
    public static string CanceledBy(DocumentField root) =>
        root["canceledBy"].Text(LongestName) is { Length: > 0 } name ? name : root["cancelledBy"].Text(LongestName);

    // An entry of the list tells only whether it was the customer; the marks of cancellationData tell who else it may have been.
    private static ImportedRequest OfList(DocumentField request, DocumentContext context)
    {
        var side = request["requestedByUser"].Flag() switch
        {
            true => Side.Customer,
            false => SideOf(context.Root["cancellationData"], context) is { } told and not Side.Customer ? told : Side.Store,
            null => (Side?)null,
        };
        var isDeclined = request["deniedBySeller"].Flag() is true || !request["cancellationRequestDenyDate"].IsAbsent;
        return new(request["id"].Text(100), side, request["cancellationRequestDate"].TryInstant(), ReasonOf(request, context.Root), isDeclined);
    }

    private static Side? SideOf(DocumentField data, DocumentContext context)
    {
        var side = ImportRules.SideOf(
            data["requestedByUser"].Flag(),
            data["requestedBySystem"].Flag(),
            data["requestedBySellerNotification"].Flag(),
            data["requestedByPaymentNotification"].Flag());

        // One mark stands for both; an order that a channel sold is asked back by the channel.
        return side is Side.Seller && context.IsMarketplaceOrder ? Side.Marketplace : side;
    }

    private static string? ReasonOf(DocumentField data, DocumentField root)
    {
        var text = data["reason"].Text(LongestReason) is { Length: > 0 } own ? own : root["cancelReason"].Text(LongestReason);
        return text.Length > 0 ? text : null;
    }
}
