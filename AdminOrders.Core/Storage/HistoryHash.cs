using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AdminOrders.Core.Storage;

/// <summary>
/// The chain over an order's history: each row's SHA-256 covers its fields and the hash of the row before, so that a row that is changed,
/// taken out or put in later shows. Free texts are in it by a salted hash only: erasing a text leaves the chain valid.
/// </summary>
public static class HistoryHash
{
    /// <summary>What the first row of an order follows: the hash of the order's id, so that no chain fits another order.</summary>
    public static byte[] Seed(string orderId) => SHA256.HashData(Encoding.UTF8.GetBytes(orderId));

    /// <summary>32 bytes over every field of the row but its key and its own hash.</summary>
    public static byte[] Of(ReadOnlySpan<byte> previous, HistoryRow row)
    {
        var content = new ArrayBufferWriter<byte>(1024);
        content.Write(previous);
        Add(content, row.Position);
        Add(content, row.Number);
        Add(content, row.At);
        Add(content, row.KindVersion);
        Add(content, (int)row.ActorSide);
        Add(content, row.HistoryId);
        Add(content, row.Kind);
        Add(content, row.Status);
        Add(content, row.ActorId);
        Add(content, row.ActorName);
        Add(content, row.Payload);
        Add(content, row.TextHashes);
        return SHA256.HashData(content.WrittenSpan);
    }

    /// <summary>The salted hash of a free text, 64 hex digits.</summary>
    public static string OfText(ReadOnlySpan<byte> salt, string text) =>
        Convert.ToHexStringLower(SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(text)]));

    /// <summary>
    /// The number of the first row, of an order's rows from the first to the last, that does not follow from those before; null: the chain holds.
    /// </summary>
    public static int? FirstBroken(string orderId, IEnumerable<HistoryRow> rows)
    {
        var previous = Seed(orderId);
        var number = 0;
        foreach (var row in rows)
        {
            number++;
            if (row.Number != number || !Of(previous, row).AsSpan().SequenceEqual(row.Hash))
            {
                return number;
            }

            previous = row.Hash;
        }

        return null;
    }

    private static void Add(ArrayBufferWriter<byte> content, long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(content.GetSpan(sizeof(long)), value);
        content.Advance(sizeof(long));
    }

    // The length stands before the text: no two rows can run into the same bytes.
    private static void Add(ArrayBufferWriter<byte> content, string text)
    {
        Add(content, Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, content);
    }
}
