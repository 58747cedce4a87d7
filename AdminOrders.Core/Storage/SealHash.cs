using System.Buffers.Binary;
using System.Security.Cryptography;

namespace AdminOrders.Core.Storage;

/// <summary>
/// SHA-256 over the hash of the seal before, the seal's own number and instant, and position and hash of every history row from the first
/// position to the last. The rows' hashes cover the rows: whoever rewrites an order's history, chain and all, no longer has the seal.
/// </summary>
public sealed class SealHash : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <param name="previous">The hash of the seal before; empty for the first.</param>
    public SealHash(ReadOnlySpan<byte> previous, int number)
    {
        hash.AppendData(previous);
        Add(number);
    }

    /// <summary>The next row by position.</summary>
    public void Add(long position, ReadOnlySpan<byte> rowHash)
    {
        Add(position);
        hash.AppendData(rowHash);
    }

    /// <summary>The seal's 32 bytes.</summary>
    public byte[] End(long sealedAt)
    {
        Add(sealedAt);
        return hash.GetHashAndReset();
    }

    public void Dispose() => hash.Dispose();

    private void Add(long value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        hash.AppendData(bytes);
    }
}
