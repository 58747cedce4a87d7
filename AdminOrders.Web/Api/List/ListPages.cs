using System.Buffers;
using System.Text.Json;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using Microsoft.Extensions.Caching.Memory;

namespace AdminOrders.Web.Api.List;

/// <param name="Rows">The list, JSON.</param>
/// <param name="Next">The cursor of the page behind it; null: there is none.</param>
internal sealed record WrittenPage(ReadOnlyMemory<byte> Rows, string? Next);

/// <summary>
/// Pages of the list as they are written. The last ones are kept with the state of the store in which they were read: programs ask for the
/// same page again and again, and while nothing has happened to any order it is the same. So an answer is never older than the store.
/// </summary>
internal sealed class ListPages(OrderPages pages, TimeProvider time) : IDisposable
{
    private const int MostBytes = 16 * 1024 * 1024;
    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    public async Task<WrittenPage> Read(ListRequest asked, StoreMoment moment, CancellationToken cancellationToken)
    {
        var key = JsonSerializer.Serialize(new { asked.Filter, asked.PerPage, asked.After, Page = asked.After is null ? asked.Page : 0 });
        if (kept.TryGetValue(key, out Kept? known) && known!.At == moment)
        {
            return known.Page;
        }

        var entries = await asked.Read(pages, cancellationToken);
        var page = new WrittenPage(Write(entries.Rows), entries.Next);

        // Whether such an order hangs is a matter of the clock too.
        if (entries.Rows.All(row => Stages.Of(row.Status) is not Stage.Moving))
        {
            kept.Set(key, new Kept(page, moment), new MemoryCacheEntryOptions { Size = page.Rows.Length });
        }

        return page;
    }

    public void Dispose() => kept.Dispose();

    private ReadOnlyMemory<byte> Write(IReadOnlyList<OrderEntry> rows)
    {
        var (now, bytes) = (time.GetUtcNow(), new ArrayBufferWriter<byte>(64 + (rows.Count * 640)));
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { SkipValidation = true }))
        {
            json.WriteStartArray();
            foreach (var row in rows)
            {
                ListedOrder.Write(json, row, now);
            }

            json.WriteEndArray();
        }

        return bytes.WrittenMemory;
    }

    private sealed record Kept(WrittenPage Page, StoreMoment At);
}
