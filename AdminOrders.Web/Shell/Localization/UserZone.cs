using System.Globalization;
using AdminOrders.Core.Text;
using AdminOrders.Web.Ui;

namespace AdminOrders.Web.Shell.Localization;

/// <summary>Instants as the reader sees them: in the browser's time zone and in the current culture. One per circuit or request.</summary>
internal sealed class UserZone(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan AgesUntil = TimeSpan.FromDays(7);
    private static readonly TimeSpan TickEvery = TimeSpan.FromSeconds(30);
    // Where stores of this kind sell most; any other is the browser's.
    private static readonly string[] OfferedIds =
    [
        "UTC", "America/Sao_Paulo", "America/Argentina/Buenos_Aires", "America/Bogota", "America/Mexico_City", "America/New_York", "Europe/Lisbon", "Europe/Madrid",
    ];

    private ITimer? ticking;
    private Action? followers;

    /// <summary>The zone; UTC until the browser has told its own.</summary>
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    /// <summary>The zones that are offered, those that this machine knows.</summary>
    public static IReadOnlyList<TimeZoneInfo> Offered { get; } =
        [.. OfferedIds.Select(id => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null).OfType<TimeZoneInfo>()];

    /// <summary>Calls back about every half minute, on a thread of its own, so that relative times grow older. Dispose the result to stop.</summary>
    public IDisposable Follow(Action ticked)
    {
        followers += ticked;
        ticking ??= time.CreateTimer(_ => followers?.Invoke(), null, TickEvery, TickEvery);
        return new Subscription(() => followers -= ticked);
    }

    /// <summary>Takes the browser's IANA zone; one that this machine does not know leaves UTC.</summary>
    public void Use(string? ianaId)
    {
        if (ianaId is not null && TimeZoneInfo.TryFindSystemTimeZoneById(ianaId, out var zone))
        {
            Zone = zone;
        }
    }

    /// <summary>The instant on the reader's clock.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>The day: 11/21/2026, 21/11/2026.</summary>
    public string Day(DateTimeOffset instant) => Local(instant).ToString("d", CultureInfo.CurrentCulture);

    /// <summary>Day and minute, without the zone: for columns whose head or tooltip names it.</summary>
    public string DayAndTime(DateTimeOffset instant) => Local(instant).ToString("g", CultureInfo.CurrentCulture);

    /// <summary>To the second, with the zone: 11/21/2026 9:15:00 AM (America/Sao_Paulo, GMT-03:00).</summary>
    public string Exact(DateTimeOffset instant) =>
        $"{Local(instant).ToString("G", CultureInfo.CurrentCulture)} ({ZoneName(instant)})";

    /// <summary>The zone as it holds at that instant: America/Sao_Paulo, GMT-03:00.</summary>
    public string ZoneName(DateTimeOffset instant) => NameOf(Zone, instant);

    /// <summary>A zone as it holds at that instant.</summary>
    public static string NameOf(TimeZoneInfo zone, DateTimeOffset instant)
    {
        var offset = zone.GetUtcOffset(instant);
        return offset == TimeSpan.Zero && zone.Equals(TimeZoneInfo.Utc)
            ? "UTC"
            : $"{zone.Id}, GMT{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}";
    }

    /// <summary>The zone as it holds now.</summary>
    public string ZoneName() => ZoneName(time.GetUtcNow());

    /// <summary>Whether <see cref="Ago"/> says an age or a distance, not the day.</summary>
    public bool HasAge(DateTimeOffset instant) => (time.GetUtcNow() - instant).Duration() < AgesUntil;

    /// <summary>How long ago or how far ahead: "5 min ago", "in 3 h"; the day where that is a week away or more.</summary>
    public string Ago(DateTimeOffset instant)
    {
        var age = time.GetUtcNow() - instant;
        return age.Duration() switch
        {
            { TotalMinutes: < 1 } => Texts.Time_JustNow,
            { TotalHours: < 1 } span => Say(age, span.TotalMinutes, Texts.Time_MinutesAgo, Texts.Time_InMinutes),
            { TotalDays: < 1 } span => Say(age, span.TotalHours, Texts.Time_HoursAgo, Texts.Time_InHours),
            var span when span < AgesUntil => Say(age, span.TotalDays, Texts.Time_DaysAgo, Texts.Time_InDays),
            _ => Day(instant),
        };
    }

    public void Dispose() => ticking?.Dispose();

    private static string Say(TimeSpan age, double amount, string past, string future) =>
        string.Format(CultureInfo.CurrentCulture, age > TimeSpan.Zero ? past : future, (int)amount);
}
