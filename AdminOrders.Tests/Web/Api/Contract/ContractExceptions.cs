namespace AdminOrders.Tests.Web.Api.Contract;

/// <summary>Where our answers differ from the contract's shapes, and why. docs/api.md prints it.</summary>
internal static class ContractExceptions
{
    /// <param name="Operation">Name of the shape; * for all.</param>
    /// <param name="Difference">As <see cref="ContractShape.Differences"/> says it.</param>
    internal sealed record Row(string Operation, string Difference, string Reason);

    private const string OwnSide = "A field of our own: seller and marketplace carry the same mark, the side tells which of them it was.";
    private const string OwnRequest = "A field of our own: the other forms tell who canceled and which request was confirmed, and this one should say the same.";
    private const string OwnState = "A field of our own: deniedBySeller tells a declined request from all others, the state tells how each of those ended.";
    private const string Unknown = "Who did not ask is null, never false, as VTEX's own answers have it.";
    private const string Direct = "A direct cancellation confirms no request; VTEX's own answers have null too.";

    public static IReadOnlyList<Row> All { get; } =
    [
        new("get-order", "unknown: cancellationData.RequestedBySide", OwnSide),
        new("get-order", "unknown: cancellationData.CancellationRequestId", OwnRequest),
        new("get-order", "unknown: cancellationData.CanceledBy", OwnRequest),
        new("order-group", "unknown: [].cancellationData.requestedBySide", OwnSide),
        new("order-document", "unknown: cancellationData.requestedBySide", OwnSide),
        new("order-group", "unknown: [].cancellationRequests[].requestedBySide", OwnSide),
        new("order-document", "unknown: cancellationRequests[].requestedBySide", OwnSide),
        new("order-group", "unknown: [].cancellationRequests[].state", OwnState),
        new("order-document", "unknown: cancellationRequests[].state", OwnState),
        new("order-group", "null: [].cancellationData.requestedByUser", Unknown),
        new("order-document", "null: cancellationData.requestedByUser", Unknown),
        new("order-group", "null: [].cancellationData.cancellationRequestId", Direct),
        new("order-document", "null: cancellationData.cancellationRequestId", Direct),
        new("order-document", "null: authorizedDate", "An order whose payment nobody approved has none; Get order may have null there."),
        new("extended-search", "null: list[].authorizedDate", "An order whose payment nobody approved has none."),
        new("extended-search", "null: list[].paymentApprovedDate", "An order whose payment nobody approved has none."),
        new("get-order", "null: packageAttachment.packages[].restitutions.Refund", "A sale gives nothing back; the contract's example is a return."),
    ];

    public static bool Allow(string operation, string difference) =>
        All.Any(row => (row.Operation == "*" || row.Operation == operation) && row.Difference == difference);
}
