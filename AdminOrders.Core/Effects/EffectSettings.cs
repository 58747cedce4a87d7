using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace AdminOrders.Core.Effects;

/// <summary>How the effect runner is set up.</summary>
/// <param name="ClaimLength">How long a delivery stays with the process that claimed it: what a crash may delay a delivery by.</param>
public sealed record EffectSettings(TimeSpan ClaimLength)
{
    private static readonly TimeSpan Default = TimeSpan.FromMinutes(1);

    /// <summary>How long a call may take: a call ends before its claim does.</summary>
    public TimeSpan LongestCall => ClaimLength * 0.75;

    /// <summary>Reads <c>Effects:Claim</c>, for example <c>00:01:00</c>.</summary>
    /// <exception cref="InvalidOperationException">It is not a time of a second or more.</exception>
    public static EffectSettings From(IConfiguration configuration)
    {
        if (configuration["Effects:Claim"] is not { Length: > 0 } told)
        {
            return new(Default);
        }

        return TimeSpan.TryParse(told, CultureInfo.InvariantCulture, out var length) && length >= TimeSpan.FromSeconds(1)
            ? new(length)
            : throw new InvalidOperationException($"Effects:Claim is \"{told}\"; it has to be a time of a second or more, for example 00:01:00.");
    }
}
