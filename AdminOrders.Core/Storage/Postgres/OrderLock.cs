using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AdminOrders.Core.Storage.Postgres;

/// <summary>
/// What stands for an order among the server's advisory locks: 64 bits of its id's hash, so that an order can be locked before it is on record.
/// Two orders that share them by chance only wait for one another.
/// </summary>
internal static class OrderLock
{
    /// <summary>What stands for the preparation of a new store.</summary>
    public const long Setup = 0;

    /// <summary>What stands for a copy into the store.</summary>
    public const long Copy = 1;

    /// <summary>Each key once, in the one order in which everybody takes them: that is what keeps two batches from waiting for each other.</summary>
    public static long[] KeysOf(IEnumerable<string> orderIds) => [.. orderIds.Select(KeyOf).Distinct().Order()];

    private static long KeyOf(string orderId) => BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(orderId)));
}
