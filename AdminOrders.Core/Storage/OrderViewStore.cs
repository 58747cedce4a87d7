using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Storage;

/// <summary>Keeps what people typed to search under an id, so that no address carries a name, an e-mail or a document.</summary>
public sealed class OrderViewStore(IDbContextFactory<OrdersDb> contexts, TimeProvider time)
{
    /// <summary>The longest text that is kept, in characters.</summary>
    public const int LongestText = 200;

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    /// <summary>Keeps the text for 30 days and returns its id: 32 hex digits, 128 random bits.</summary>
    /// <exception cref="ArgumentException">The text is blank or longer than <see cref="LongestText"/>.</exception>
    public async Task<string> Save(string text, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        if (text.Length > LongestText)
        {
            throw new ArgumentException("The text is too long.", nameof(text));
        }

        var now = time.GetUtcNow();
        var id = RandomNumberGenerator.GetHexString(32, lowercase: true);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Views.Where(view => view.CreatedAt < (now - KeptFor).UtcTicks).ExecuteDeleteAsync(cancellationToken);
        db.Views.Add(new ViewRow { Id = id, Filter = JsonSerializer.Serialize(new SavedView(text)), CreatedAt = now.UtcTicks });
        await db.SaveChangesAsync(cancellationToken);
        return id;
    }

    /// <summary>The text under the id; null where there is none or its 30 days are over.</summary>
    public async Task<string?> Find(string id, CancellationToken cancellationToken = default)
    {
        var oldest = (time.GetUtcNow() - KeptFor).UtcTicks;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var filter = await db.Views.Where(view => view.Id == id && view.CreatedAt >= oldest).Select(view => view.Filter).FirstOrDefaultAsync(cancellationToken);
        return filter is null ? null : JsonSerializer.Deserialize<SavedView>(filter)?.Text;
    }

    private sealed record SavedView(string Text);
}
