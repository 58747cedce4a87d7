using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AdminOrders.Web.Api.Orders;

namespace AdminOrders.Web.Api.List;

/// <summary>
/// JSON of rows that are all alike: what lies between two values, punctuation and names, stands in the program as it goes out, and only the values
/// are written. Texts are escaped as in every other answer.
/// </summary>
internal static class JsonPieces
{
    // An escape of a character is at most so many times as long as the character in UTF-8.
    private const int LongestEscape = 6;
    private const int UsualLength = 64;
    private const int LongestNumber = 20;
    private const int LongestInstant = 33;
    private static readonly JavaScriptEncoder Encoder = OrderAnswers.Writing.Encoder!;

    /// <summary>What stands before it, and a text.</summary>
    public static void WriteText(this PooledBytes output, ReadOnlySpan<byte> before, ReadOnlySpan<byte> utf8)
    {
        var special = Encoder.FindFirstCharacterToEncodeUtf8(utf8);
        var room = output.GetSpan(before.Length + 2 + (special < 0 ? utf8.Length : utf8.Length * LongestEscape));
        before.CopyTo(room);
        var at = before.Length;
        room[at++] = (byte)'"';
        if (special < 0)
        {
            utf8.CopyTo(room[at..]);
            at += utf8.Length;
        }
        else
        {
            at += Escape(utf8, room[at..]);
        }

        room[at++] = (byte)'"';
        output.Advance(at);
    }

    /// <inheritdoc cref="WriteText(PooledBytes, ReadOnlySpan{byte}, ReadOnlySpan{byte})"/>
    public static void WriteText(this PooledBytes output, ReadOnlySpan<byte> before, string text)
    {
        Span<byte> utf8 = stackalloc byte[UsualLength];
        output.WriteText(before, Encoding.UTF8.TryGetBytes(text, utf8, out var length) ? utf8[..length] : Encoding.UTF8.GetBytes(text));
    }

    /// <summary>The same, and null where the text is empty.</summary>
    public static void WriteTextOrNull(this PooledBytes output, ReadOnlySpan<byte> before, ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            output.WriteLiteral(before, "null"u8);
        }
        else
        {
            output.WriteText(before, utf8);
        }
    }

    /// <summary>What stands before it, and a whole number.</summary>
    public static void WriteNumber(this PooledBytes output, ReadOnlySpan<byte> before, long number)
    {
        var room = output.GetSpan(before.Length + LongestNumber);
        before.CopyTo(room);
        Utf8Formatter.TryFormat(number, room[before.Length..], out var written);
        output.Advance(before.Length + written);
    }

    /// <summary>What stands before it, and true or false.</summary>
    public static void WriteFlag(this PooledBytes output, ReadOnlySpan<byte> before, bool flag) => output.WriteLiteral(before, flag ? "true"u8 : "false"u8);

    /// <summary>What stands before it, and an instant as the order's detail writes it: UTC, seven decimals; null where there is none.</summary>
    public static void WriteInstant(this PooledBytes output, ReadOnlySpan<byte> before, DateTimeOffset? at)
    {
        if (at is not { } known)
        {
            output.WriteLiteral(before, "null"u8);
            return;
        }

        var room = output.GetSpan(before.Length + LongestInstant + 2);
        before.CopyTo(room);
        room = room[before.Length..];
        Utf8Formatter.TryFormat(known.ToUniversalTime(), room[1..], out var written, 'O');
        (room[0], room[written + 1]) = ((byte)'"', (byte)'"');
        output.Advance(before.Length + written + 2);
    }

    private static void WriteLiteral(this PooledBytes output, ReadOnlySpan<byte> before, ReadOnlySpan<byte> literal)
    {
        var room = output.GetSpan(before.Length + literal.Length);
        before.CopyTo(room);
        literal.CopyTo(room[before.Length..]);
        output.Advance(before.Length + literal.Length);
    }

    private static int Escape(ReadOnlySpan<byte> utf8, Span<byte> room) => Encoder.EncodeUtf8(utf8, room, out _, out var written) is OperationStatus.Done
        ? written
        : throw new JsonException("An escape is longer than it can be.");
}
