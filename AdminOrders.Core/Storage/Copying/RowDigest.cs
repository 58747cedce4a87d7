using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AdminOrders.Core.Storage.Copying;

/// <summary>Rows as bytes that are the same whatever engine they were read from, and the SHA-256 over all of them.</summary>
internal sealed class RowDigest : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> bytes = new(4096);

    public long Rows { get; private set; }

    /// <summary>Adds a row and returns its bytes, which hold until the next one.</summary>
    public ReadOnlySpan<byte> Add(object?[] values)
    {
        bytes.ResetWrittenCount();
        foreach (var value in values)
        {
            Write(value);
        }

        hash.AppendData(bytes.WrittenSpan);
        Rows++;
        return bytes.WrittenSpan;
    }

    /// <summary>What was added, and begins anew.</summary>
    public TableDigest Take()
    {
        var digest = new TableDigest(Rows, Convert.ToHexStringLower(hash.GetHashAndReset()));
        Rows = 0;
        return digest;
    }

    public void Dispose() => hash.Dispose();

    // The kind and, where it varies, the length stand before the value: no two rows run into the same bytes.
    private void Write(object? value)
    {
        switch (value)
        {
            case null:
                Write('n', 0);
                break;
            case bool flag:
                Write('w', flag ? 1 : 0);
                break;
            case int small:
                Write('w', small);
                break;
            case long whole:
                Write('w', whole);
                break;
            case DateTimeOffset instant:
                // Not every engine keeps more than microseconds.
                Write('w', instant.UtcTicks / TimeSpan.TicksPerMicrosecond);
                break;
            case byte[] blob:
                Write('b', blob.Length);
                bytes.Write(blob);
                break;
            case string text:
                Write('t', Encoding.UTF8.GetByteCount(text));
                Encoding.UTF8.GetBytes(text, bytes);
                break;
        }
    }

    private void Write(char kind, long number)
    {
        var span = bytes.GetSpan(1 + sizeof(long));
        span[0] = (byte)kind;
        BinaryPrimitives.WriteInt64BigEndian(span[1..], number);
        bytes.Advance(1 + sizeof(long));
    }
}

/// <summary>How many rows a table has, and the SHA-256 (64 hex digits) over all of them in the order of the key.</summary>
public sealed record TableDigest(long Rows, string Hash);
