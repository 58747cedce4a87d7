using System.Buffers.Text;
using System.Text.Json;

namespace AdminOrders.Core.Storage;

/// <summary>A place in a list as a text that only we read: letters, digits, <c>-</c> and <c>_</c>.</summary>
internal static class OpaqueText
{
    public static string Of<T>(T place)
        where T : class => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(place));

    /// <summary>The place that the text says; null where it says none.</summary>
    public static T? Read<T>(string? text)
        where T : class
    {
        if (string.IsNullOrEmpty(text) || !Base64Url.IsValid(text))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<T>(Base64Url.DecodeFromChars(text));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
