using System.Buffers;

namespace AdminOrders.Web.Api;

/// <summary>Bytes that are put together in memory which is borrowed, and given back when the result is disposed of.</summary>
/// <param name="expected">How many there will be; more find room too.</param>
internal sealed class PooledBytes(int expected) : IBufferWriter<byte>, IDisposable
{
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(expected);
    private int length;

    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, length);

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)(bytes.Length - length), nameof(count));
        length += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return bytes.AsMemory(length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return bytes.AsSpan(length);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        (bytes, length) = ([], 0);
    }

    private void MakeRoom(int sizeHint)
    {
        if (bytes.Length - length >= Math.Max(1, sizeHint))
        {
            return;
        }

        var more = ArrayPool<byte>.Shared.Rent(Math.Max(2 * bytes.Length, checked(length + Math.Max(1, sizeHint))));
        Written.CopyTo(more);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = more;
    }
}
