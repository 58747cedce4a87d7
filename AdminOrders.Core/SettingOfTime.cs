using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace AdminOrders.Core;

/// <summary>A length of time that a setting tells.</summary>
internal static class SettingOfTime
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>Reads it as hours, minutes and seconds, for example <c>00:01:00</c>; it is a second at least.</summary>
    /// <param name="usual">Where it is not set.</param>
    /// <exception cref="InvalidOperationException">It is no such time; the message names the setting.</exception>
    public static TimeSpan Read(IConfiguration configuration, string name, TimeSpan usual, TimeSpan longest)
    {
        if (configuration[name] is not { Length: > 0 } told)
        {
            return usual;
        }

        return TimeSpan.TryParse(told, CultureInfo.InvariantCulture, out var length) && length >= Shortest && length <= longest
            ? length
            : throw new InvalidOperationException($"{name} is \"{told}\"; it has to be a time from {Shortest:c} to {longest:c}, for example {usual:c}.");
    }
}
