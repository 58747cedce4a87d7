using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace AdminOrders.Core.Storage;

/// <summary>
/// What stands in a customer's link, 43 letters that an address takes as they are: the number of the key, the order's key, when it runs out, and
/// 128 bits of HMAC-SHA256 over these, the order's id and the hash of its e-mail address. Nothing of the customer is in it.
/// </summary>
/// <param name="ExpiresAt">To the second, UTC.</param>
internal sealed record CustomerLinkToken(int KeyNumber, long OrderKey, DateTimeOffset ExpiresAt)
{
    public const int SecretLength = 32;
    private const int ToldLength = sizeof(int) + sizeof(long) + sizeof(uint);
    private const int MacLength = 16;
    private const int Length = ToldLength + MacLength;

    /// <summary>Reads what a token says of itself, and its signature; nothing of it is proven.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out CustomerLinkToken? token, [NotNullWhen(true)] out byte[]? signature)
    {
        (token, signature) = (null, null);
        Span<byte> bytes = stackalloc byte[Length];
        // One spelling for each token: bits that mean nothing could otherwise be altered.
        if (text.Length != Base64Url.GetEncodedLength(Length)
            || Base64Url.DecodeFromChars(text, bytes, out _, out var written) is not OperationStatus.Done || written != Length
            || Base64Url.EncodeToString(bytes) != text)
        {
            return false;
        }

        token = new(
            BinaryPrimitives.ReadInt32BigEndian(bytes),
            BinaryPrimitives.ReadInt64BigEndian(bytes[sizeof(int)..]),
            DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadUInt32BigEndian(bytes[(sizeof(int) + sizeof(long))..])));
        signature = bytes[ToldLength..].ToArray();
        return true;
    }

    /// <summary>The token as it stands in an address.</summary>
    public string Sign(ReadOnlySpan<byte> secret, string orderId, string email)
    {
        Span<byte> bytes = stackalloc byte[Length];
        Tell(bytes);
        Mac(secret, orderId, email).CopyTo(bytes[ToldLength..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Whether the signature is of this key, order and address. It takes as long for a wrong one as for the right one.</summary>
    public bool IsSigned(ReadOnlySpan<byte> signature, ReadOnlySpan<byte> secret, string orderId, string email) =>
        CryptographicOperations.FixedTimeEquals(signature, Mac(secret, orderId, email));

    private void Tell(Span<byte> bytes)
    {
        BinaryPrimitives.WriteInt32BigEndian(bytes, KeyNumber);
        BinaryPrimitives.WriteInt64BigEndian(bytes[sizeof(int)..], OrderKey);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[(sizeof(int) + sizeof(long))..], checked((uint)ExpiresAt.ToUnixTimeSeconds()));
    }

    private byte[] Mac(ReadOnlySpan<byte> secret, string orderId, string email)
    {
        Span<byte> told = stackalloc byte[ToldLength];
        Tell(told);
        var address = SHA256.HashData(Encoding.UTF8.GetBytes(email.Trim().ToLowerInvariant()));
        return HMACSHA256.HashData(secret, [.. told, .. address, .. Encoding.UTF8.GetBytes(orderId)])[..MacLength];
    }
}
