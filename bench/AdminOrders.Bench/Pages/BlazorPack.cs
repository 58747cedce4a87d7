using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace AdminOrders.Bench.Pages;

/// <summary>Messages of the protocol between a page and its circuit: MessagePack arrays, each behind its length in groups of seven bits.</summary>
internal static class BlazorPack
{
    public const int InvocationType = 1;
    public const int CompletionType = 3;

    /// <summary>Ends the first message of either side, which is JSON.</summary>
    public const byte EndOfHandshake = 0x1e;

    private const int PingType = 6;

    public static byte[] Handshake { get; } = [.. """{"protocol":"blazorpack","version":1}"""u8, EndOfHandshake];

    public static byte[] Ping { get; } = Framed(new PackWriter().Array(1).Number(PingType));

    /// <summary>A call of the circuit's.</summary>
    /// <param name="id">Null: nobody waits for what it returns.</param>
    /// <param name="arguments">Texts, numbers, true, false and nothing.</param>
    public static byte[] Invocation(string? id, string target, params object?[] arguments)
    {
        var message = new PackWriter().Array(6).Number(InvocationType).NoMap().Text(id).Text(target).Array(arguments.Length);
        foreach (var argument in arguments)
        {
            message.Value(argument);
        }

        return Framed(message.Array(0));
    }

    /// <summary>Takes the first message off the bytes.</summary>
    public static ReadOnlySpan<byte> Next(ref ReadOnlySpan<byte> bytes)
    {
        var (length, at) = (0, 0);
        do
        {
            length |= (bytes[at] & 0x7f) << (7 * at);
        }
        while ((bytes[at++] & 0x80) != 0);
        var message = bytes.Slice(at, length);
        bytes = bytes[(at + length)..];
        return message;
    }

    private static byte[] Framed(PackWriter message)
    {
        List<byte> framed = [];
        var length = message.Written.Length;
        for (; length > 0x7f; length >>= 7)
        {
            framed.Add((byte)(length | 0x80));
        }

        return [.. framed, (byte)length, .. message.Written];
    }
}

/// <summary>Writes MessagePack.</summary>
internal sealed class PackWriter
{
    private readonly ArrayBufferWriter<byte> bytes = new();

    public ReadOnlySpan<byte> Written => bytes.WrittenSpan;

    public PackWriter Array(int count) => Bytes((byte)(0x90 | count));

    public PackWriter NoMap() => Bytes(0x80);

    public PackWriter Number(long number)
    {
        bytes.Write((ReadOnlySpan<byte>)[0xd3]);
        BinaryPrimitives.WriteInt64BigEndian(bytes.GetSpan(8), number);
        bytes.Advance(8);
        return this;
    }

    public PackWriter Text(string? text)
    {
        if (text is null)
        {
            return Bytes(0xc0);
        }

        bytes.Write((ReadOnlySpan<byte>)[0xdb]);
        BinaryPrimitives.WriteInt32BigEndian(bytes.GetSpan(4), Encoding.UTF8.GetByteCount(text));
        bytes.Advance(4);
        Encoding.UTF8.GetBytes(text, bytes);
        return this;
    }

    public PackWriter Value(object? value) => value switch
    {
        long number => Number(number),
        bool flag => Bytes((byte)(flag ? 0xc3 : 0xc2)),
        var text => Text((string?)text),
    };

    private PackWriter Bytes(byte one)
    {
        bytes.Write((ReadOnlySpan<byte>)[one]);
        return this;
    }
}

/// <summary>Reads what a circuit's messages begin with.</summary>
internal ref struct PackReader(ReadOnlySpan<byte> message)
{
    private ReadOnlySpan<byte> rest = message;

    /// <summary>How many values follow.</summary>
    public int Array() => Take() switch
    {
        >= 0x90 and <= 0x9f and var few => few & 0x0f,
        0xdc => (int)Unsigned(2),
        var other => throw Unexpected(other),
    };

    public void NoMap()
    {
        if (Take() is not 0x80 and var other)
        {
            throw Unexpected(other);
        }
    }

    public long Number() => Take() switch
    {
        <= 0x7f and var small => small,
        >= 0xe0 and var negative => (sbyte)negative,
        0xcc => (long)Unsigned(1),
        0xcd => (long)Unsigned(2),
        0xce => (long)Unsigned(4),
        0xcf or 0xd3 => (long)Unsigned(8),
        0xd0 => (sbyte)Unsigned(1),
        0xd1 => (short)Unsigned(2),
        0xd2 => (int)Unsigned(4),
        var other => throw Unexpected(other),
    };

    public string? Text() => Take() switch
    {
        0xc0 => null,
        >= 0xa0 and <= 0xbf and var brief => Utf8(brief & 0x1f),
        0xd9 => Utf8((int)Unsigned(1)),
        0xda => Utf8((int)Unsigned(2)),
        0xdb => Utf8((int)Unsigned(4)),
        var other => throw Unexpected(other),
    };

    private static InvalidDataException Unexpected(byte type) => new($"A value of type {type:x2}.");

    private byte Take()
    {
        var first = rest[0];
        rest = rest[1..];
        return first;
    }

    private ulong Unsigned(int length)
    {
        var number = 0UL;
        for (var at = 0; at < length; at++)
        {
            number = (number << 8) | Take();
        }

        return number;
    }

    private string Utf8(int length)
    {
        var text = Encoding.UTF8.GetString(rest[..length]);
        rest = rest[length..];
        return text;
    }
}
