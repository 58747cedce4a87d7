using System.Buffers;
using System.Text;
using System.Text.Json;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using Microsoft.Extensions.Caching.Memory;

namespace AdminOrders.Web.Api.List;

/// <param name="Orders">Those on it; none where it was written before.</param>
/// <param name="WriteRows">Writes the list, an array.</param>
/// <param name="Next">The cursor of the page behind it; null: there is none.</param>
internal sealed record ListPage(IReadOnlyList<OrderEntry> Orders, Action<PooledBytes> WriteRows, string? Next);

/// <summary>
/// Pages of the list. The last ones that a list begins with are kept as they were written, with the state of the store in which they were read:
/// programs ask for them again and again, and while nothing has happened to any order they are the same. So an answer is never older than the
/// store. Who goes on by cursor goes on: those pages are not kept.
/// </summary>
internal sealed class ListPages(OrderPages pages, TimeProvider time) : IDisposable
{
    private const int MostBytes = 16 * 1024 * 1024;
    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    public async Task<ListPage> Read(ListRequest asked, StoreMoment moment, CancellationToken cancellationToken)
    {
        if (asked.After is not null)
        {
            return await Read(asked, cancellationToken);
        }

        var key = JsonSerializer.Serialize(new { asked.Filter, asked.PerPage, asked.Page });
        if (kept.TryGetValue(key, out Kept? known) && known!.At == moment)
        {
            return known.Page;
        }

        var page = await Read(asked, cancellationToken);

        // Whether such an order hangs is a matter of the clock too.
        if (page.Orders.All(order => Stages.Of(Encoding.UTF8.GetString(order.Status)) is not Stage.Moving))
        {
            var written = Written(page);
            page = page with { Orders = [], WriteRows = json => json.Write(written) };
            kept.Set(key, new Kept(page, moment), new MemoryCacheEntryOptions { Size = written.Length });
        }

        return page;
    }

    public void Dispose() => kept.Dispose();

    private async Task<ListPage> Read(ListRequest asked, CancellationToken cancellationToken)
    {
        var (found, now) = (await asked.Read(pages, cancellationToken), time.GetUtcNow());
        return new(found.Rows, json => ListedOrder.WriteAll(json, found.Rows, now), found.Next);
    }

    private static byte[] Written(ListPage page)
    {
        using var bytes = new PooledBytes(page.Orders.Count * ListedOrder.ExpectedLength);
        page.WriteRows(bytes);
        return bytes.Written.ToArray();
    }

    private sealed record Kept(ListPage Page, StoreMoment At);
}
