using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Documents;

/// <summary>Who asked to cancel and who canceled, as far as a document tells.</summary>
internal static class DocumentCancellation
{
    /// <summary>Who enters what a document tells.</summary>
    public const string EnteredBy = "import";

    private const int LongestReason = 500;

    /// <summary>The last status outside Requested that the workflow went through; null unless the status is a requested one.</summary>
    public static string? StatusBefore(DocumentField root, string status)
    {
        if (Stages.Of(status) is not Stage.Requested)
        {
            return null;
        }

        return root["workflowData"]["instances"].List()
            .SelectMany(instance => instance["timeLine"].List())
            .Select(step => (Name: step["stepName"].Text(100), At: step["date"].Instant()))
            .Where(step => Stages.Of(step.Name) is Stage.Open or Stage.Window or Stage.Ready or Stage.Handling)
            .OrderBy(step => step.At)
            .Select(step => step.Name)
            .LastOrDefault() ?? Status.ReadyForHandling;
    }

    /// <summary>Open requests, oldest first; none unless the status is a requested one, then at least one.</summary>
    public static ImmutableArray<OpenRequest> Requests(DocumentContext context)
    {
        if (context.Stage is not Stage.Requested)
        {
            return [];
        }

        var open = context.Root["cancellationRequests"].List()
            .Where(request => request["deniedBySeller"].Flag() is not true && request["cancellationRequestDenyDate"].IsAbsent)
            .Select(request => OfList(request, context))
            .ToList();
        if (open.Count == 0)
        {
            open.Add(OfData(context));
        }

        return [.. open.GroupBy(request => request.RequestedBy).Select(side => side.MinBy(request => request.RequestedAt)!).OrderBy(request => request.RequestedAt)];
    }

    /// <summary>The cancellation that a canceled order tells of; null for any other.</summary>
    public static Cancellation? Result(DocumentContext context)
    {
        if (context.Stage is not Stage.Canceled)
        {
            return null;
        }

        var data = context.Root["cancellationData"];
        var side = SideOf(data, context) ?? (IsByOperator(context.Root) ? Side.Store : Side.System);
        return new(data["cancellationDate"].Instant() ?? context.LastChangeAt, side, EnteredBy, IdOrNull(data["cancellationRequestId"]), ReasonOf(data, context));
    }

    private static OpenRequest OfList(DocumentField request, DocumentContext context)
    {
        var side = request["requestedByUser"].Flag() is true ? Side.Customer : SideOf(context.Root["cancellationData"], context) ?? Side.Store;
        var at = request["cancellationRequestDate"].Instant() ?? context.LastChangeAt;
        return Open(context, side is Side.Customer && request["requestedByUser"].Flag() is false ? Side.Store : side, at, IdOrNull(request["id"]), ReasonOf(request, context));
    }

    private static OpenRequest OfData(DocumentContext context)
    {
        var data = context.Root["cancellationData"];
        var at = data["cancellationDate"].Instant() ?? context.LastChangeAt;
        return Open(context, SideOf(data, context) ?? Side.System, at, IdOrNull(data["cancellationRequestId"]), ReasonOf(data, context));
    }

    private static OpenRequest Open(DocumentContext context, Side side, DateTimeOffset at, string? id, Reason reason)
    {
        var dueAt = DocumentDeadlines.NotBeforeGrace(at + context.Policy.RequestDeadline, context);
        return new(id ?? DerivedId(context.OrderId, side, at), side, EnteredBy, side, null, at, dueAt, reason);
    }

    // Flags are true, false or null; a user flag that says false is how VTEX writes a cancellation by the store.
    private static Side? SideOf(DocumentField data, DocumentContext context)
    {
        if (data["requestedByUser"].Flag() is true)
        {
            return Side.Customer;
        }

        if (data["requestedBySellerNotification"].Flag() is true)
        {
            return context.IsExternalSeller && !context.IsMarketplaceOrder ? Side.Seller : Side.Marketplace;
        }

        return data["requestedByPaymentNotification"].Flag() is true ? Side.Payment
            : data["requestedBySystem"].Flag() is true ? Side.System
            : data["requestedByUser"].Flag() is false ? Side.Store
            : null;
    }

    private static bool IsByOperator(DocumentField root) => root["canceledBy"].Text().Length > 0 || root["cancelledBy"].Text().Length > 0;

    private static Reason ReasonOf(DocumentField data, DocumentContext context)
    {
        var text = data["reason"].Text(10_000) is { Length: > 0 } own ? own : context.Root["cancelReason"].Text(10_000);
        return text.Length == 0 ? Reason.None : new(null, text.Length > LongestReason ? text[..LongestReason] : text);
    }

    private static string? IdOrNull(DocumentField field) =>
        field.Text(100) is { Length: 32 } id && id.All(char.IsAsciiHexDigit) ? id.ToLowerInvariant() : null;

    // A request without a readable id gets one that the same document gives again.
    private static string DerivedId(string orderId, Side side, DateTimeOffset at) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{orderId}|{side}|{at.UtcTicks}"))))[..32];
}
