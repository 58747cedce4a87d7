using System.Buffers;
using System.IO.Compression;

namespace AdminOrders.Core.Documents;

/// <summary>How an order's document lies in the store: Brotli over UTF-8 JSON.</summary>
public static class StoredDocument
{
    // The quickest that still finds what repeats: each further step costs more time than it saves room.
    private const int Quality = 1;
    private const int SmallWindow = 14;
    private const int Window = 18;

    /// <summary>The document, UTF-8 JSON, as it came but for card secrets and blanks between tokens.</summary>
    /// <exception cref="InvalidDataException">The bytes are not what <see cref="Compress"/> gave.</exception>
    public static byte[] Expand(ReadOnlySpan<byte> stored)
    {
        var json = new ArrayBufferWriter<byte>(stored.Length * 6 + 256);
        ExpandTo(json, stored);
        return json.WrittenSpan.ToArray();
    }

    /// <summary>Writes the same bytes.</summary>
    /// <inheritdoc cref="Expand"/>
    internal static void ExpandTo(IBufferWriter<byte> json, ReadOnlySpan<byte> stored)
    {
        using var decoder = new BrotliDecoder();
        while (true)
        {
            var status = decoder.Decompress(stored, json.GetSpan(4096), out var consumed, out var written);
            stored = stored[consumed..];
            json.Advance(written);
            switch (status)
            {
                case OperationStatus.Done:
                    return;
                case OperationStatus.DestinationTooSmall:
                    continue;
                default:
                    throw new InvalidDataException("The stored document is damaged.");
            }
        }
    }

    internal static byte[] Compress(ReadOnlySpan<byte> json)
    {
        var rented = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(json.Length));
        try
        {
            return BrotliEncoder.TryCompress(json, rented, out var written, Quality, json.Length <= 1 << SmallWindow ? SmallWindow : Window)
                ? rented[..written]
                : throw new InvalidOperationException("The room that the encoder asked for was too small.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
