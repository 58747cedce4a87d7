using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AdminOrders.Core.Documents;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Channels;
using AdminOrders.Core.Storage.Stock;

namespace AdminOrders.Core.Connectors.Amazon;

/// <summary>Makes the order here what Amazon says it is there. Everything is done by commands that may be repeated, so a look may be.</summary>
internal sealed class AmazonLook(
    AmazonSettings settings, OrderWorkflow workflow, PolicySetting policy, ChannelOrders orders, ChannelReasons reasons, LooseReservations loose, TimeProvider time)
{
    private const string Channel = ChannelNames.Amazon;
    private static readonly Actor Amazon = ChannelNames.ActorOf(Channel);

    /// <summary>Takes the order as Amazon has told it.</summary>
    public async Task<ChannelLook> Take(AmazonOrder order, CancellationToken cancellationToken)
    {
        var seen = new Seen(AmazonDocument.IdOf(order.OrderId, settings), order.AsCounted(), new(Channel, order.OrderId, order.LastUpdatedTime));
        var look = order.IsCanceled() ? await Cancel(seen, cancellationToken) : await GoOn(seen, cancellationToken);
        return look with { OrderId = look.Deed is ChannelDeed.Remembered or ChannelDeed.Unreadable ? null : seen.OrderId };
    }

    private async Task<ChannelLook> Cancel(Seen seen, CancellationToken cancellationToken)
    {
        var reason = await reasons.Read(Channel, seen.Order.CanceledBecause(), cancellationToken);
        var answer = await Send(seen, new RecordChannelCancellation(seen.Order.CanceledBy(), reason), Amazon, cancellationToken);
        await loose.Free(LooseLocks.OfChannel(seen.OrderId, seen.Order.OrderId), Amazon, cancellationToken);
        return answer.Decision.Alert is not null && answer.Decision is Unchanged ? new(ChannelDeed.Alerted) : LookOf(answer.Decision, ChannelDeed.Canceled);
    }

    private async Task<ChannelLook> GoOn(Seen seen, CancellationToken cancellationToken)
    {
        var known = await Known(seen, cancellationToken);
        if (known.Document is null && AmazonShipments.SentOfCanceled(seen.Order).Length > 0)
        {
            // It comes in as it was before: what never leaves is freed then, and only the rest used.
            await Bring(seen with { Order = AmazonShipments.BeforeSent(seen.Order) }, known, cancellationToken);
            known = await Known(seen, cancellationToken);
        }

        var canceled = known.Document is null ? null : await TellOfItems(seen, known, cancellationToken);
        var brought = await Bring(seen, known, cancellationToken);
        if (brought.Deed is ChannelDeed.Unreadable or ChannelDeed.Older)
        {
            return brought;
        }

        canceled ??= await TellOfItems(seen, known, cancellationToken);
        return new[] { await Ask(seen, cancellationToken), canceled, brought }.OfType<ChannelLook>().FirstOrDefault(look => look.Deed is not ChannelDeed.Nothing) ?? brought;
    }

    private Task<KnownChannelOrder> Known(Seen seen, CancellationToken cancellationToken) => orders.Read(Channel, seen.Order.OrderId, seen.OrderId, cancellationToken);

    // A document that came another way says more than Amazon does: it stays.
    private async Task<ChannelLook> Bring(Seen seen, KnownChannelOrder known, CancellationToken cancellationToken)
    {
        if (known.Document is { } stored && !ChannelMark.IsOn(stored))
        {
            return new(ChannelDeed.Nothing);
        }

        if (AmazonDocument.UnreadBecause(seen.Order) is { } unread)
        {
            return new(ChannelDeed.Unreadable, unread);
        }

        var facts = known.Document is null ? null : await workflow.Facts(seen.OrderId, cancellationToken);
        var json = JsonSerializer.SerializeToUtf8Bytes(AmazonDocument.Of(seen.Order, settings, AmazonShipments.Of(seen.Order, facts, known.Document)));
        var read = new OrderDocumentReader(time, await policy.Read(cancellationToken)).Read(json);
        if (read.Order is not { } order)
        {
            return new(ChannelDeed.Unreadable, string.Join("; ", read.Errors.Select(error => $"{error.Field}: {error.Problem}")));
        }

        var answer = await Send(seen, new RecordImportedState(order with { IsToldByChannel = true }), ChannelNames.ImporterOf(Channel), cancellationToken);
        return answer.Decision.Alert is not null ? new(ChannelDeed.Alerted) : LookOf(answer.Decision, facts is null ? ChannelDeed.Imported : ChannelDeed.Updated);
    }

    // A person is told once of each set of items, and once more when the rest was sent and theirs are free; what is canceled as a whole was told before.
    private async Task<ChannelLook?> TellOfItems(Seen seen, KnownChannelOrder known, CancellationToken cancellationToken)
    {
        var canceled = seen.Order.OrderItems.Where(AmazonReading.HasCanceledUnits).ToList();
        if (canceled.Count == 0)
        {
            return null;
        }

        var told = NamesOf(canceled);
        var command = new RecordChannelItems(Text("Canceled on Amazon", canceled.Select(AmazonReading.Canceled), CanceledBecause))
        {
            Sent = known.Document is { } stored && ChannelMark.IsOn(stored) ? AmazonShipments.SentOfCanceled(seen.Order) : [],
            Value = AmazonShipments.ValueOf(seen.Order),
        };
        if (told == known.CanceledItems && !await HasUnsent(seen, command, cancellationToken))
        {
            return null;
        }

        var answer = await Send(seen with { Sight = seen.Sight with { CanceledItems = told } }, command, Amazon, cancellationToken);
        return LookOf(answer.Decision, ChannelDeed.ItemsCanceled);
    }

    private async Task<bool> HasUnsent(Seen seen, RecordChannelItems command, CancellationToken cancellationToken) =>
        command.Sent.Length > 0 && await workflow.Facts(seen.OrderId, cancellationToken) is { Stage: not (Stage.Canceled or Stage.Replaced) } facts && ChannelRules.HasUnsent(facts, command);

    // The same wish has the same id, whenever it is seen. What was sent nobody can still be asked about.
    private async Task<ChannelLook?> Ask(Seen seen, CancellationToken cancellationToken)
    {
        var wished = seen.Order.OrderItems.Where(AmazonReading.IsAskedFor).ToList();
        if (wished.Count == 0 || seen.Order.Fulfillment?.FulfillmentStatus == AmazonWords.Shipped)
        {
            return null;
        }

        var mapped = await reasons.Read(Channel, wished[0].Cancellation?.CancellationRequest?.CancelReason, cancellationToken);
        var reason = mapped with { Text = InputLimits.Cut(Text("Amazon", wished, WishedBecause), InputLimits.ReasonLength) };
        var answer = await Send(seen, new RecordChannelRequest(RequestId(seen.Order, wished), reason), Amazon, cancellationToken);
        return LookOf(answer.Decision, ChannelDeed.Requested);
    }

    private Task<Answer> Send(Seen seen, OrderCommand command, Actor actor, CancellationToken cancellationToken) =>
        workflow.Send(new(seen.OrderId, command, actor) { Sight = seen.Sight }, cancellationToken);

    private static ChannelLook LookOf(Decision decision, ChannelDeed done) => decision switch
    {
        Accepted => new(done),
        Unchanged { Why: Already.Older } => new(ChannelDeed.Older),
        Unchanged { Why: Already.Remembered } => new(ChannelDeed.Remembered),
        Refused refused => new(ChannelDeed.Refused, RefusalCodes.Of(refused.Code)),
        _ => new(ChannelDeed.Nothing),
    };

    // The items' ids; of many as much as tells them apart from others.
    private static string NamesOf(IEnumerable<AmazonItem> items)
    {
        var names = string.Join(',', items.Select(item => item.OrderItemId).Order(StringComparer.Ordinal));
        return names.Length <= ChannelLengths.Words ? names : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(names)));
    }

    private static string RequestId(AmazonOrder order, IEnumerable<AmazonItem> items)
    {
        var wish = $"{Channel}|{order.OrderId}|{string.Join(',', items.Select(item => item.OrderItemId).Order(StringComparer.Ordinal))}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(wish)).AsSpan(0, 16));
    }

    private static string Text(string head, IEnumerable<AmazonItem> items, Func<AmazonItem, string?> because) =>
        InputLimits.Cut($"{head}: {string.Join("; ", items.Select(item => because(item) is { Length: > 0 } why ? $"{item.Name()} ({why})" : item.Name()))}", InputLimits.CommentLength);

    private static string? CanceledBecause(AmazonItem item) => item.Cancellation?.CancellationExecution?.CancelReason;

    private static string? WishedBecause(AmazonItem item) => item.Cancellation?.CancellationRequest?.CancelReason;

    private sealed record Seen(string OrderId, AmazonOrder Order, ChannelSight Sight);
}
