using System.Security.Cryptography;
using System.Text;
using AdminOrders.Core.Orders;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Storage;

/// <summary>
/// Views of All orders that have a name: a user's own, and the store's. Whoever calls has asked whether somebody may; an id of another owner's is as if
/// there were none.
/// </summary>
public sealed class SavedViews(IDbContextFactory<OrdersDb> factory, TimeProvider time)
{
    /// <summary>The owner of those that everybody sees.</summary>
    public const string Store = "";

    /// <summary>Characters of a name.</summary>
    public const int LongestName = 60;

    /// <summary>How many an owner may have.</summary>
    public const int MostPerOwner = 100;

    /// <summary>The store's and the user's own, the store's first, each by name.</summary>
    public async Task<IReadOnlyList<SavedView>> List(string userId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var rows = await db.SavedViews.AsNoTracking().Where(row => row.OwnerId == userId || row.OwnerId == Store).ToListAsync(cancellationToken);
        return [.. rows.OrderBy(row => row.OwnerId == Store ? 0 : 1).ThenBy(row => row.NameKey, StringComparer.Ordinal).Select(View)];
    }

    /// <summary>The view, where it is the store's or the user's own; else null.</summary>
    public async Task<SavedView?> Find(string id, string userId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var row = await db.SavedViews.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && (row.OwnerId == userId || row.OwnerId == Store), cancellationToken);
        return row is null ? null : View(row);
    }

    /// <summary>Saves a new one and returns its id, or says why not.</summary>
    /// <param name="ownerId">A user's id, or <see cref="Store"/>.</param>
    public async Task<(string? Id, SavedViewProblem? Problem)> Add(string ownerId, string name, ViewContent content, CancellationToken cancellationToken = default)
    {
        if (Cleaned(name) is not { } cleaned)
        {
            return (null, SavedViewProblem.NameInvalid);
        }

        if (IsTooLong(content))
        {
            return (null, SavedViewProblem.TooLong);
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await db.SavedViews.CountAsync(row => row.OwnerId == ownerId, cancellationToken) >= MostPerOwner)
        {
            return (null, SavedViewProblem.TooMany);
        }

        var id = RandomNumberGenerator.GetHexString(SavedViewLengths.Id, lowercase: true);
        var row = new SavedViewRow { Id = id, OwnerId = ownerId, Name = cleaned, NameKey = KeyOf(cleaned) };
        Fill(row, content);
        db.Add(row);
        return await IsSaved(db, row, cancellationToken) ? (id, null) : (null, SavedViewProblem.NameTaken);
    }

    /// <summary>Gives it another name; null: done.</summary>
    public async Task<SavedViewProblem?> Rename(string id, string ownerId, string name, CancellationToken cancellationToken = default)
    {
        if (Cleaned(name) is not { } cleaned)
        {
            return SavedViewProblem.NameInvalid;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await Owned(db, id, ownerId, cancellationToken) is not { } row)
        {
            return SavedViewProblem.Gone;
        }

        (row.Name, row.NameKey, row.ChangedAt) = (cleaned, KeyOf(cleaned), Ticks.Of(time.GetUtcNow()));
        return await IsSaved(db, row, cancellationToken) ? null : SavedViewProblem.NameTaken;
    }

    /// <summary>Has it show something else; null: done. Whoever does so last counts.</summary>
    public async Task<SavedViewProblem?> Overwrite(string id, string ownerId, ViewContent content, CancellationToken cancellationToken = default)
    {
        if (IsTooLong(content))
        {
            return SavedViewProblem.TooLong;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await Owned(db, id, ownerId, cancellationToken) is not { } row)
        {
            return SavedViewProblem.Gone;
        }

        Fill(row, content);
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }

    /// <summary>Deletes it; false: it was gone, or somebody else's.</summary>
    public async Task<bool> Delete(string id, string ownerId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.SavedViews.Where(row => row.Id == id && row.OwnerId == ownerId).ExecuteDeleteAsync(cancellationToken) == 1;
    }

    private static SavedView View(SavedViewRow row) =>
        new(row.Id, row.OwnerId == Store, row.Name, new(row.Query, row.Text, new(row.Columns, row.Density)));

    private static Task<SavedViewRow?> Owned(OrdersDb db, string id, string ownerId, CancellationToken cancellationToken) =>
        db.SavedViews.SingleOrDefaultAsync(row => row.Id == id && row.OwnerId == ownerId, cancellationToken);

    private void Fill(SavedViewRow row, ViewContent content) =>
        (row.Query, row.Text, row.Columns, row.Density, row.ChangedAt) =
            (content.Query, content.Text, content.Layout.Columns, content.Layout.Density, Ticks.Of(time.GetUtcNow()));

    private static bool IsTooLong(ViewContent content) =>
        content.Query.Length > SavedViewLengths.Query || content.Text?.Length > OrderViewStore.LongestText || content.Layout.Columns.Length > SavedViewLengths.Columns;

    // Null: it is no name.
    private static string? Cleaned(string name) =>
        name.Trim() is { Length: >= 1 and <= LongestName } trimmed && InputRules.IsStorable(trimmed) && !trimmed.Any(char.IsControl) ? trimmed : null;

    // People take two names that differ in capitals only for one.
    private static string KeyOf(string name) => name.Normalize(NormalizationForm.FormC).ToUpperInvariant();

    // The index decides between two who save at once.
    private static async Task<bool> IsSaved(OrdersDb db, SavedViewRow row, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            if (await IsTaken(db, row, cancellationToken))
            {
                return false;
            }

            throw;
        }
    }

    private static Task<bool> IsTaken(OrdersDb db, SavedViewRow row, CancellationToken cancellationToken) =>
        db.SavedViews.AsNoTracking().AnyAsync(other => other.OwnerId == row.OwnerId && other.NameKey == row.NameKey && other.Id != row.Id, cancellationToken);
}
