using System.Globalization;

namespace AdminOrders.Web.Shell.Localization;

/// <summary>The languages of the pages.</summary>
internal static class Languages
{
    /// <summary>The cultures, the default first.</summary>
    public static IReadOnlyList<CultureInfo> All { get; } =
        [CultureInfo.GetCultureInfo("en-US"), CultureInfo.GetCultureInfo("es-ES"), CultureInfo.GetCultureInfo("pt-BR")];

    /// <summary>The culture of this name, or the one of the same language (es-MX reads es-ES); null where there is none.</summary>
    public static CultureInfo? Closest(string? name) =>
        All.FirstOrDefault(culture => string.Equals(culture.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? All.FirstOrDefault(culture => string.Equals(culture.TwoLetterISOLanguageName, name?.Split('-')[0], StringComparison.OrdinalIgnoreCase));

    /// <summary>The language by its own name: English, Español, Português.</summary>
    public static string OwnName(CultureInfo culture)
    {
        var name = culture.Parent.NativeName;
        return string.Concat(name[..1].ToUpper(culture), name.AsSpan(1));
    }
}
