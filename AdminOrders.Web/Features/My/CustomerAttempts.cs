using System.Net;
using System.Net.Sockets;

namespace AdminOrders.Web.Features.My;

/// <summary>
/// How many tokens that are not good an address may try: 30 at once, then one every two seconds. Good ones cost nothing, and one that was good lately is
/// let in however many bad ones come from the same address, so that nobody locks a neighbour out.
/// </summary>
internal sealed class CustomerAttempts(TimeProvider time)
{
    /// <summary>At once, after a minute of quiet.</summary>
    public const int Burst = 30;

    /// <summary>How many addresses, and how many good tokens, are remembered at most; those that were seen longest ago are forgotten.</summary>
    public const int Most = 10_000;

    private static readonly TimeSpan Regained = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan RemembersGood = TimeSpan.FromDays(1);
    private readonly Lock counting = new();

    // By address: when all of its attempts will be regained. By token: until when it is let in.
    private readonly Dictionary<string, DateTimeOffset> spent = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> good = new(StringComparer.Ordinal);

    /// <summary>How many addresses are remembered now.</summary>
    public int Remembered
    {
        get
        {
            lock (counting)
            {
                return spent.Count;
            }
        }
    }

    /// <summary>Spends an attempt and returns null, or says in how many seconds there is one. A token that was good lately needs none.</summary>
    public int? Begin(IPAddress? from, string token)
    {
        var now = time.GetUtcNow();
        lock (counting)
        {
            if (good.TryGetValue(token, out var until) && now < until)
            {
                return null;
            }

            var address = NameOf(from);
            var regained = spent.TryGetValue(address, out var then) ? Within(then, now) : now;
            var wait = regained - now - (Burst - 1) * Regained;
            if (wait > TimeSpan.Zero)
            {
                return (int)Math.Ceiling(wait.TotalSeconds);
            }

            Keep(spent, address, regained + Regained, now);
            return null;
        }
    }

    /// <summary>The token was good: the attempt is given back.</summary>
    public void Succeeded(IPAddress? from, string token)
    {
        var now = time.GetUtcNow();
        lock (counting)
        {
            if (!good.ContainsKey(token) && spent.TryGetValue(NameOf(from), out var then))
            {
                spent[NameOf(from)] = then - Regained;
            }

            Keep(good, token, now + RemembersGood, now);
        }
    }

    /// <summary>The token is not good, whatever it was before.</summary>
    public void Failed(string token)
    {
        lock (counting)
        {
            good.Remove(token);
        }
    }

    // Further ahead than all attempts take are only instants of a clock that was set right since: nobody waits for them.
    private static DateTimeOffset Within(DateTimeOffset regained, DateTimeOffset now) => regained > now && regained <= now + Burst * Regained ? regained : now;

    private static void Keep(Dictionary<string, DateTimeOffset> kept, string name, DateTimeOffset until, DateTimeOffset now)
    {
        if (kept.Count >= Most && !kept.ContainsKey(name))
        {
            foreach (var (gone, _) in kept.Where(entry => entry.Value <= now).ToList())
            {
                kept.Remove(gone);
            }

            if (kept.Count >= Most)
            {
                kept.Remove(kept.MinBy(entry => entry.Value).Key);
            }
        }

        kept[name] = until;
    }

    // Who has one address of IPv6 has the whole network of 64 bits.
    private static string NameOf(IPAddress? from) => from switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => from.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(from.GetAddressBytes().AsSpan(0, 8)),
        _ => from.ToString(),
    };
}
