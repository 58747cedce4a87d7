using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Storage;

/// <summary>A reason as it is worded now.</summary>
/// <param name="Id">Never given twice.</param>
/// <param name="LabelId">What a command carries: the wording that was chosen.</param>
/// <param name="MarketplaceCode">One of Amazon's codes; null: nothing is mapped.</param>
public sealed record CancellationReasonView(int Id, string Code, int LabelId, ReasonLabel Label, bool IsActive, string? MarketplaceCode)
{
    public ReasonChoosers ChosenBy { get; init; } = ReasonChoosers.Store;

    /// <summary>Whether somebody of these may choose it now.</summary>
    public bool IsOfferedTo(ReasonChoosers who) => IsActive && (ChosenBy & who) != ReasonChoosers.Nobody;
}

/// <summary>A wording in the three languages, up to 200 characters each.</summary>
public sealed record ReasonLabel(string En, string Es, string Pt)
{
    /// <summary>The wording in the language of the culture; English where there is none.</summary>
    public string In(System.Globalization.CultureInfo culture) => culture.TwoLetterISOLanguageName switch
    {
        "es" => Es,
        "pt" => Pt,
        _ => En,
    };
}

/// <summary>The store's list of cancellation reasons. Reads are cached in this process for a few seconds and dropped by every change.</summary>
public sealed class CancellationReasons(IDbContextFactory<OrdersDb> factory, StoreSource source, TimeProvider time)
{
    private static readonly SqlQuery AllLabels = new("""SELECT "Id", "En", "Es", "Pt" FROM "CancellationReasonLabels" """, []);
    private static readonly SqlQuery AllReasons = new(
        """SELECT "Id", "Code", "LabelId", "IsActive", "MarketplaceCode", "ChosenBy" FROM "CancellationReasons" ORDER BY "Rank" """, []);

    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(5);
    private volatile Kept? kept;

    /// <summary>Every reason in the store's order, those that are switched off included.</summary>
    public async Task<IReadOnlyList<CancellationReasonView>> List(CancellationToken cancellationToken = default) =>
        (await Read(cancellationToken)).Reasons;

    /// <summary>Every wording that was ever used, by label id: past orders keep theirs.</summary>
    public async Task<IReadOnlyDictionary<int, ReasonLabel>> Labels(CancellationToken cancellationToken = default) =>
        (await Read(cancellationToken)).Labels;

    /// <summary>Ids of every wording that the reason of that code ever had; none for an unknown code.</summary>
    public async Task<IReadOnlyList<int>> LabelsOf(string code, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.CancellationReasonLabels
            .Where(label => db.CancellationReasons.Any(reason => reason.Id == label.ReasonId && reason.Code == code)).Select(label => label.Id).ToListAsync(cancellationToken);
    }

    /// <summary>What a marketplace is told for the reason that has, or had, that wording; null: nothing is mapped.</summary>
    public async Task<string?> MarketplaceCodeOf(int labelId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.CancellationReasonLabels.Where(label => label.Id == labelId)
            .Join(db.CancellationReasons, label => label.ReasonId, reason => reason.Id, (_, reason) => reason.MarketplaceCode).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Adds a reason at the end and returns its id. The code is unique and never changes.</summary>
    public async Task<int> Add(
        string code, ReasonLabel label, string? marketplaceCode, ReasonChoosers chosenBy = ReasonChoosers.Store, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var rank = await db.CancellationReasons.MaxAsync(row => (int?)row.Rank, cancellationToken) ?? 0;
        var reason = new CancellationReasonRow { Code = code, MarketplaceCode = marketplaceCode, Rank = rank + 1, IsActive = true, ChosenBy = chosenBy };
        db.Add(reason);
        await db.SaveChangesAsync(cancellationToken);
        await Word(db, reason, label, cancellationToken);
        await Commit(transaction, cancellationToken);
        return reason.Id;
    }

    /// <summary>Gives a reason another wording (a new label; orders that have the old one keep it), another marketplace code or others to choose it (null: the same).</summary>
    public async Task Edit(
        int id, ReasonLabel label, string? marketplaceCode, ReasonChoosers? chosenBy = null, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var reason = await db.CancellationReasons.SingleAsync(row => row.Id == id, cancellationToken);
        var now = await db.CancellationReasonLabels.SingleAsync(row => row.Id == reason.LabelId, cancellationToken);
        reason.MarketplaceCode = marketplaceCode;
        reason.ChosenBy = chosenBy ?? reason.ChosenBy;
        await db.SaveChangesAsync(cancellationToken);
        if (LabelOf(now) != label)
        {
            await Word(db, reason, label, cancellationToken);
        }

        await Commit(transaction, cancellationToken);
    }

    /// <summary>Switches a reason on or off for new cancellations.</summary>
    public async Task Activate(int id, bool isActive, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await db.CancellationReasons.Where(row => row.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.IsActive, isActive), cancellationToken);
        kept = null;
    }

    /// <summary>Puts the reasons in this order; those that are not named follow in the order they had.</summary>
    public async Task Reorder(IReadOnlyList<int> ids, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var reasons = await db.CancellationReasons.OrderBy(row => row.Rank).ToListAsync(cancellationToken);
        var places = ids.Select((id, place) => (id, place)).ToDictionary(pair => pair.id, pair => pair.place);
        var rank = 0;
        foreach (var reason in reasons.OrderBy(row => places.GetValueOrDefault(row.Id, int.MaxValue)))
        {
            reason.Rank = ++rank;
        }

        await db.SaveChangesAsync(cancellationToken);
        await Commit(transaction, cancellationToken);
    }

    /// <summary>Reads them anew next time: something else has changed them.</summary>
    internal void Forget() => kept = null;

    private async Task<Kept> Read(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (kept is { } fresh && now - fresh.At < KeptFor && now >= fresh.At)
        {
            return fresh;
        }

        await using var reading = await source.OpenReading(cancellationToken);
        await reading.HoldMoment(cancellationToken);
        var labels = (await reading.Read(AllLabels, row => KeyValuePair.Create(row.GetInt32(0), new ReasonLabel(row.GetString(1), row.GetString(2), row.GetString(3))), cancellationToken)).ToDictionary();
        var reasons = await reading.Read(
            AllReasons,
            row => new CancellationReasonView(row.GetInt32(0), row.GetString(1), row.GetInt32(2), labels[row.GetInt32(2)], row.GetBoolean(3), row.TextOrNull(4))
            {
                ChosenBy = (ReasonChoosers)row.GetInt32(5),
            },
            cancellationToken);
        return kept = new(reasons, labels, now);
    }

    private async Task Commit(Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, CancellationToken cancellationToken)
    {
        await transaction.CommitAsync(cancellationToken);
        kept = null;
    }

    private static async Task Word(OrdersDb db, CancellationReasonRow reason, ReasonLabel label, CancellationToken cancellationToken)
    {
        var row = new CancellationReasonLabelRow { ReasonId = reason.Id, En = label.En, Es = label.Es, Pt = label.Pt };
        db.Add(row);
        await db.SaveChangesAsync(cancellationToken);
        reason.LabelId = row.Id;
        await db.SaveChangesAsync(cancellationToken);
    }

    private static ReasonLabel LabelOf(CancellationReasonLabelRow row) => new(row.En, row.Es, row.Pt);

    private sealed record Kept(IReadOnlyList<CancellationReasonView> Reasons, IReadOnlyDictionary<int, ReasonLabel> Labels, DateTimeOffset At);
}
