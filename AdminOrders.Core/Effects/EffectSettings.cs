using Microsoft.Extensions.Configuration;

namespace AdminOrders.Core.Effects;

/// <summary>How the effect runner is set up.</summary>
/// <param name="ClaimLength">How long a delivery stays with the process that claimed it: what a crash may delay a delivery by.</param>
public sealed record EffectSettings(TimeSpan ClaimLength)
{
    private static readonly TimeSpan Default = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>How long a call may take: a call ends before its claim does.</summary>
    public TimeSpan LongestCall => ClaimLength * 0.75;

    /// <summary>Reads <c>Effects:Claim</c>, for example <c>00:01:00</c>.</summary>
    /// <exception cref="InvalidOperationException">It is not a time of a second or more.</exception>
    public static EffectSettings From(IConfiguration configuration) => new(SettingOfTime.Read(configuration, "Effects:Claim", Default, Longest));
}
