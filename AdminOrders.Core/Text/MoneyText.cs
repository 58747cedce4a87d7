using System.Collections.Immutable;
using System.Globalization;

namespace AdminOrders.Core.Text;

/// <summary>Amounts as people read them: the currency is the order's, the digits and their places are the reader's.</summary>
public static class MoneyText
{
    private const int UsualDigits = 2;
    private const decimal MostMajor = 1_000_000_000_000m;

    /// <summary>Currencies whose smallest unit is the whole one.</summary>
    public static ImmutableArray<string> WithoutMinorUnit { get; } =
        ["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"];

    /// <summary>Currencies whose smallest unit is a thousandth.</summary>
    public static ImmutableArray<string> WithThousandths { get; } = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"];

    /// <summary>How many digits the minor unit of a currency has: 2 for BRL, 0 for JPY, 3 for KWD.</summary>
    /// <param name="currency">ISO 4217 code in capitals.</param>
    public static int Digits(string currency) =>
        WithoutMinorUnit.Contains(currency, StringComparer.Ordinal) ? 0 : WithThousandths.Contains(currency, StringComparer.Ordinal) ? 3 : UsualDigits;

    /// <summary>How many minor units a whole unit of a currency has: 100 of BRL, 1 of JPY, 1,000 of KWD.</summary>
    /// <param name="currency">ISO 4217 code in capitals.</param>
    public static int MinorUnits(string currency) => Digits(currency) switch { 0 => 1, 3 => 1_000, _ => 100 };

    /// <summary>The amount with its currency, in the order of the given culture: R$ 1.234,50 · 1.234,50 € · $1,234.50.</summary>
    /// <param name="minorUnits">Whole minor units of the currency (cents of BRL, yen of JPY).</param>
    /// <param name="currency">ISO 4217 code in capitals.</param>
    /// <param name="culture">The reader's culture.</param>
    public static string Format(long minorUnits, string currency, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        var format = (NumberFormatInfo)culture.NumberFormat.Clone();
        format.CurrencyDecimalDigits = Digits(currency);
        format.CurrencySymbol = Spaced(Symbol(currency, culture), format);
        return Major(minorUnits, currency).ToString("C", format);
    }

    /// <summary>The amount in whole units of the currency: 123450 minor units of BRL are 1234.50.</summary>
    public static decimal Major(long minorUnits, string currency)
    {
        var scale = 1m;
        for (var digit = Digits(currency); digit > 0; digit--)
        {
            scale *= 10;
        }

        return minorUnits / scale;
    }

    /// <summary>The amount as it stands in a field, without currency: 1234,50.</summary>
    public static string Written(long minorUnits, string currency, CultureInfo culture) =>
        Major(minorUnits, currency).ToString($"F{Digits(currency)}", culture);

    /// <summary>
    /// What was typed into such a field, in minor units, from 0; null: it is no amount of the currency. Separators of thousands are taken only where
    /// they belong, so that 10,5 is never read as 105.
    /// </summary>
    public static long? Parse(string typed, string currency, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(culture);
        var text = typed.Trim();
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, culture, out var amount) || amount is < 0 or > MostMajor)
        {
            return null;
        }

        var isGrouped = text.Contains(culture.NumberFormat.NumberGroupSeparator, StringComparison.Ordinal);
        if (isGrouped && text != amount.ToString("N0", culture) && text != amount.ToString($"N{Digits(currency)}", culture))
        {
            return null;
        }

        var units = amount / Major(1, currency);
        return units == decimal.Truncate(units) ? (long)units : null;
    }

    // At home a dollar is just "$"; to everybody else it says whose.
    private static string Symbol(string currency, CultureInfo culture) => currency switch
    {
        "BRL" => "R$",
        "EUR" => "€",
        "GBP" => "£",
        "JPY" => "¥",
        "USD" => string.Equals(culture.Name, "en-US", StringComparison.Ordinal) ? "$" : "US$",
        _ => currency,
    };

    // A culture that writes the symbol close to the digits (en-US) needs a space behind a symbol of letters.
    private static string Spaced(string symbol, NumberFormatInfo format) =>
        char.IsLetter(symbol[^1]) && format.CurrencyPositivePattern == 0 ? symbol + '\u00A0' : symbol;
}
