using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage.Bulk;

/// <summary>The command of a bulk job: one text in the store, and for each order the command that it gets.</summary>
internal static class BulkCommand
{
    // Stands where an order's own will stand.
    private static readonly string NoRequest = new('0', 32);

    public static BulkKind KindOf(OrderCommand command) => command switch
    {
        Cancel => BulkKind.Cancel,
        ConfirmCancellation => BulkKind.ConfirmCancellation,
        Decline => BulkKind.Decline,
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "A command that is not sent to many."),
    };

    public static string Write(OrderCommand command) => JsonSerializer.Serialize(Of(command, NoRequest, null), command.GetType());

    public static OrderCommand Read(BulkKind kind, string json) => kind switch
    {
        BulkKind.Cancel => JsonSerializer.Deserialize<Cancel>(json)!,
        BulkKind.ConfirmCancellation => JsonSerializer.Deserialize<ConfirmCancellation>(json)!,
        BulkKind.Decline => JsonSerializer.Deserialize<Decline>(json)!,
    };

    /// <summary>The command for one order.</summary>
    /// <param name="requestId">The request that was seen; null: the one that a cancellation becomes, the same however often the job is taken up again.</param>
    /// <param name="reasonLabelId">Another reason than the job's; null: the same.</param>
    public static OrderCommand For(OrderCommand command, BulkItemRef item, string? requestId, int? reasonLabelId) =>
        Of(command, requestId ?? RequestIdOf(item), reasonLabelId);

    private static OrderCommand Of(OrderCommand command, string requestId, int? reasonLabelId) => command switch
    {
        Cancel cancel => cancel with { RequestId = requestId, Reason = reasonLabelId is null ? cancel.Reason : cancel.Reason with { LabelId = reasonLabelId } },
        ConfirmCancellation confirm => confirm with { RequestId = requestId },
        Decline decline => decline with { RequestId = requestId },
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "A command that is not sent to many."),
    };

    private static string RequestIdOf(BulkItemRef item)
    {
        var name = Encoding.ASCII.GetBytes(item.JobId);
        Span<byte> named = stackalloc byte[name.Length + sizeof(int)];
        name.CopyTo(named);
        BinaryPrimitives.WriteInt32LittleEndian(named[name.Length..], item.Place);
        return Convert.ToHexStringLower(SHA256.HashData(named).AsSpan(0, 16));
    }
}
