using System.Buffers.Text;
using System.Text.Json;

namespace AdminOrders.Core.Storage;

/// <summary>Where a page of the queue begins: behind the deadline, or before it, ties broken by the key. Opaque outside.</summary>
internal sealed record RequestCursor(long DueAt, long Key, bool Backward)
{
    /// <summary>Letters, digits, <c>-</c> and <c>_</c> only.</summary>
    public string Encode() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this));

    /// <summary>The cursor that the text says; null where it is none.</summary>
    public static RequestCursor? Decode(string? text)
    {
        if (string.IsNullOrEmpty(text) || !Base64Url.IsValid(text))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<RequestCursor>(Base64Url.DecodeFromChars(text));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
