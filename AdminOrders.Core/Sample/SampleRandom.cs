using System.Globalization;

namespace AdminOrders.Core.Sample;

/// <summary>What the sample draws. Seeded, so the same seed gives the same store.</summary>
internal static class SampleRandom
{
    /// <summary>A source of its own for each order: any order can be drawn without those before it.</summary>
    public static Random For(int seed, int number) => new(unchecked(seed * 486_187_739 + number * 16_777_619));

    public static T Of<T>(this Random random, params IReadOnlyList<T> values) => values[random.Next(values.Count)];

    public static bool Percent(this Random random, int percent) => random.Next(100) < percent;

    public static string Digits(this Random random, int count) =>
        random.NextInt64((long)Math.Pow(10, count)).ToString("D" + count.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>32 hex digits, as ids of requests and payments are written.</summary>
    public static string HexId(this Random random) => $"{random.NextInt64():x16}{random.NextInt64():x16}";
}
