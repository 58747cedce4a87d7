using System.Security.Cryptography;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>Writes what happened: the chained rows, their free texts, what they owe.</summary>
internal sealed class HistoryWriter(StoreWrites writes)
{
    private readonly SqlWrite history = writes.AddInsert(
        "History", "Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash");

    private readonly SqlWrite texts = writes.AddInsert("HistoryTexts", "HistoryId", "Name", "OrderKey", "Salt", "Value");

    private readonly SqlWrite deliveries = writes.AddInsert("Deliveries", "OrderKey", "HistoryId", "Consumer", "Subject", "State", "Attempts", "NextAttemptAt");

    /// <summary>The rows to be, chained to the order's last one, on the positions behind <paramref name="position"/>.</summary>
    public static List<WrittenHistory> Chain(OrderChange change, long position)
    {
        var number = change.Before?.HistoryCount ?? 0;
        var previous = change.Before?.LastHash ?? HistoryHash.Seed(change.Facts.OrderId);
        var chained = new List<WrittenHistory>(change.Happenings.Count);
        foreach (var happening in change.Happenings)
        {
            var salted = Salted(happening);
            var row = Row(happening, salted);
            row.Position = ++position;
            row.Number = ++number;
            row.Hash = previous = HistoryHash.Of(previous, row);
            chained.Add(new(row, salted, happening));
        }

        return chained;
    }

    public void Write(long orderKey, IEnumerable<WrittenHistory> chained)
    {
        foreach (var written in chained)
        {
            Write(orderKey, written.Row);
            foreach (var (name, salt, value) in written.Texts)
            {
                texts.Later(written.Row.HistoryId, name, orderKey, salt, value);
            }

            var subject = Consumers.SubjectOf(written.Happening.Event);
            foreach (var consumer in Consumers.Of(written.Happening.Event, written.Happening.After))
            {
                deliveries.Later(orderKey, written.Row.HistoryId, consumer, subject, (int)DeliveryState.Owed, 0, written.Row.At);
            }
        }
    }

    private void Write(long orderKey, HistoryRow row) => history.Later(
        row.Position, row.HistoryId, orderKey, row.Number, row.At, row.Kind, row.KindVersion, row.Status, (int)row.ActorSide, row.ActorId, row.ActorName, row.Payload, row.TextHashes, row.Hash);

    private static List<SaltedText> Salted(Happening happening)
    {
        var salted = new List<SaltedText>();
        foreach (var text in happening.Texts)
        {
            salted.Add(new(text.Name, RandomNumberGenerator.GetBytes(16), text.Value!));
        }

        return salted;
    }

    private static HistoryRow Row(Happening happening, List<SaltedText> texts)
    {
        var stored = EventJson.Write(happening.Event);
        return new()
        {
            HistoryId = happening.HistoryId,
            At = Ticks.Of(happening.At),
            Kind = stored.Kind,
            KindVersion = stored.Version,
            Status = happening.After.Status,
            ActorSide = happening.Actor.Side,
            ActorId = happening.Actor.Id,
            ActorName = happening.Actor.Name,
            Payload = stored.Json,
            TextHashes = string.Join(';', texts.Select(text => $"{text.Name}={HistoryHash.OfText(text.Salt, text.Value)}")),
        };
    }
}

/// <summary>A history row that is chained and not yet inserted.</summary>
internal sealed record WrittenHistory(HistoryRow Row, List<SaltedText> Texts, Happening Happening);

/// <summary>A free text with its own salt.</summary>
internal readonly record struct SaltedText(string Name, byte[] Salt, string Value);
