using System.Buffers;
using System.Text;
using System.Text.Json;

namespace AdminOrders.Core.Documents;

/// <summary>
/// Writes a document without what must never be stored: security codes become null, card numbers keep their first six and last four digits.
/// Everything else stays as it is written, but for the blanks between the tokens.
/// </summary>
internal static class CardSecrets
{
    private const int KeptAtTheFront = 6;
    private const int KeptAtTheEnd = 4;
    private const int LongestName = 12;

    private static readonly string[] CodeNames = ["cvv2", "cvv", "cvc", "cvc2", "securityCode"];

    private enum Secret
    {
        None,
        Code,
        CardNumber,
    }

    /// <summary>Copies the document. Null: done; otherwise what is wrong with its text.</summary>
    /// <exception cref="JsonException">The document is not JSON.</exception>
    public static DocumentProblem? CopyWithout(ReadOnlySpan<byte> json, IBufferWriter<byte> target)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = DocumentScanner.DeepestDocument });
        var needsComma = false;
        var secret = Secret.None;
        while (reader.Read())
        {
            if (HasLoneSurrogate(reader))
            {
                return DocumentProblem.InvalidEscape;
            }

            if (needsComma && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
            {
                target.Write(","u8);
            }

            if (secret is Secret.None)
            {
                Copy(reader, target);
            }
            else
            {
                Conceal(ref reader, secret, target);
            }

            needsComma = reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.StartObject or JsonTokenType.StartArray);
            secret = reader.TokenType is JsonTokenType.PropertyName ? SecretOf(reader) : Secret.None;
        }

        return null;
    }

    private static void Copy(in Utf8JsonReader reader, IBufferWriter<byte> target)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                Quote(reader.ValueSpan, target);
                target.Write(":"u8);
                break;
            case JsonTokenType.String:
                Quote(reader.ValueSpan, target);
                break;
            default:
                target.Write(reader.ValueSpan);
                break;
        }
    }

    private static void Conceal(ref Utf8JsonReader reader, Secret secret, IBufferWriter<byte> target)
    {
        if (secret is Secret.Code)
        {
            reader.Skip();
            target.Write("null"u8);
        }
        else if (reader.TokenType is JsonTokenType.String)
        {
            Quote(JsonEncodedText.Encode(Mask(reader.GetString()!)).EncodedUtf8Bytes, target);
        }
        else if (reader.TokenType is JsonTokenType.Number)
        {
            Quote(Encoding.UTF8.GetBytes(Mask(Encoding.UTF8.GetString(reader.ValueSpan))), target);
        }
        else
        {
            Copy(reader, target);
        }
    }

    private static string Mask(string number)
    {
        var digits = number.Count(char.IsAsciiDigit);
        var seen = 0;
        return string.Create(number.Length, number, (masked, source) =>
        {
            for (var at = 0; at < source.Length; at++)
            {
                var isHidden = char.IsAsciiDigit(source[at]) && ++seen > KeptAtTheFront && seen <= digits - KeptAtTheEnd;
                masked[at] = isHidden ? '*' : source[at];
            }
        });
    }

    private static Secret SecretOf(in Utf8JsonReader reader)
    {
        if (reader.ValueSpan.Length > LongestName && !reader.ValueIsEscaped)
        {
            return Secret.None;
        }

        var first = (char)(reader.ValueSpan.IsEmpty ? 0 : reader.ValueSpan[0] | 0x20);
        return first is 'c' or 's' or '|' ? SecretOf(reader.GetString()!) : Secret.None;
    }

    private static Secret SecretOf(string name) =>
        string.Equals(name, "cardNumber", StringComparison.OrdinalIgnoreCase) ? Secret.CardNumber
        : CodeNames.Contains(name, StringComparer.OrdinalIgnoreCase) ? Secret.Code
        : Secret.None;

    private static void Quote(ReadOnlySpan<byte> text, IBufferWriter<byte> target)
    {
        target.Write("\""u8);
        target.Write(text);
        target.Write("\""u8);
    }

    private static bool HasLoneSurrogate(in Utf8JsonReader reader) =>
        reader is { TokenType: JsonTokenType.String or JsonTokenType.PropertyName, ValueIsEscaped: true } && HasLoneSurrogate(reader.ValueSpan);

    private static bool HasLoneSurrogate(ReadOnlySpan<byte> escaped)
    {
        var high = false;
        while (NextEscape(ref escaped, out var follows) is { } unit)
        {
            if (high != char.IsLowSurrogate(unit) || (high && !follows))
            {
                return true;
            }

            high = char.IsHighSurrogate(unit);
        }

        return high;
    }

    // The next \uXXXX, and whether it stands right behind what was read before; other escapes are passed over.
    private static char? NextEscape(ref ReadOnlySpan<byte> text, out bool follows)
    {
        follows = true;
        while (text.IndexOf((byte)'\\') is var at && at >= 0)
        {
            follows &= at == 0;
            if (text[at + 1] == (byte)'u')
            {
                var unit = Convert.ToUInt16(Encoding.ASCII.GetString(text.Slice(at + 2, 4)), 16);
                text = text[(at + 6)..];
                return (char)unit;
            }

            follows = false;
            text = text[(at + 2)..];
        }

        return null;
    }
}
