using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace AdminOrders.Core.Storage;

/// <summary>The secret half of an app key: 256 random bits. Shown once, kept as a SHA-256, which is enough for what nobody can guess.</summary>
internal static class AppToken
{
    private const int Bytes = 32;
    private const string IdPrefix = "appkey-";
    private const int IdLength = 16;

    /// <summary>A new token, 43 letters, digits, <c>-</c> and <c>_</c>.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>A new id, <c>appkey-</c> and 16 letters and digits.</summary>
    public static string NewId() => IdPrefix + RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz0123456789", IdLength);

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <summary>Whether it is the token; takes as long for a wrong one.</summary>
    public static bool Is(byte[] hash, byte[] known) => CryptographicOperations.FixedTimeEquals(hash, known);
}
