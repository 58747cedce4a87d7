using Microsoft.Extensions.Caching.Memory;

namespace AdminOrders.Web.Ui;

/// <summary>
/// Hands what was read over from the request that drew the page to the circuit that takes it over, seconds later in the same process, so that
/// it is read once and customers' data does not travel through the page. In another process it is simply read again.
/// </summary>
internal sealed class PageHandover(IMemoryCache cache)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(30);

    /// <summary>Keeps it and returns the ticket to take it with.</summary>
    public string Keep<T>(T read)
        where T : class
    {
        var ticket = Guid.NewGuid().ToString("N");
        cache.Set(KeyOf<T>(ticket), read, KeptFor);
        return ticket;
    }

    /// <summary>Takes it, once; null where it is gone.</summary>
    public T? Take<T>(string? ticket)
        where T : class
    {
        if (ticket is null || !cache.TryGetValue(KeyOf<T>(ticket), out T? read))
        {
            return null;
        }

        cache.Remove(KeyOf<T>(ticket));
        return read;
    }

    private static (Type, string) KeyOf<T>(string ticket) => (typeof(T), ticket);
}
