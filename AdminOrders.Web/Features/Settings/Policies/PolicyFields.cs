using System.Globalization;
using System.Text.RegularExpressions;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Text;

namespace AdminOrders.Web.Features.Settings.Policies;

/// <summary>The names of the fields under Settings › Orders, and the words for them.</summary>
internal static partial class PolicyFields
{
    public const string Second = "Second";
    public const string Capture = "Capture";
    public const string On = "on";
    public const string Statuses = "ClosedStatuses";
    public const string SalesChannels = "ClosedChannels";
    public const string Sellers = "ClosedSellers";
    public const string NewCurrency = "NewCurrency";
    private const string AbovePrefix = "Above ";
    private const string LimitPrefix = "Limit ";

    /// <summary>The value above which a second person confirms.</summary>
    public static string Above(string currency) => AbovePrefix + currency;

    /// <summary>Up to which value the role may cancel.</summary>
    public static string Limit(string role, string currency) => $"{LimitPrefix}{currency} {role}";

    /// <summary>The element's id.</summary>
    public static string Id(string field) => "setting-" + NotForIds().Replace(field, "-").ToLowerInvariant();

    public static string Label(string field) => field switch
    {
        _ when field.StartsWith(AbovePrefix, StringComparison.Ordinal) => Say(Texts.OrderSettings_Above, field[AbovePrefix.Length..]),
        _ when field.StartsWith(LimitPrefix, StringComparison.Ordinal) =>
            Say(Texts.OrderSettings_Limit, field[(LimitPrefix.Length + 4)..], field.Substring(LimitPrefix.Length, 3)),
        _ => Texts.ResourceManager.GetString("OrderSettings_" + field, Texts.Culture) ?? field,
    };

    /// <summary>What stands in the field, in words.</summary>
    public static string Words(string field, string text) => (field, text) switch
    {
        (Second, _) when Enum.TryParse<SecondPerson>(text, out var second) => Of(second),
        (Capture, _) => text == On ? Texts.OrderSettings_On : Texts.OrderSettings_Off,
        (_, "") => Texts.OrderSettings_None,
        (Statuses, _) => string.Join(", ", text.Split(' ').Select(StatusText.Label)),
        _ => text,
    };

    public static string Of(SecondPerson second) => second switch
    {
        SecondPerson.Never => Texts.OrderSettings_Never,
        SecondPerson.AboveValue => Texts.OrderSettings_AboveValue,
        SecondPerson.Always => Texts.OrderSettings_Always,
    };

    public static string Say(string format, params ReadOnlySpan<object?> words) => string.Format(CultureInfo.CurrentCulture, format, words);

    [GeneratedRegex("[^A-Za-z0-9]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NotForIds();
}
