using System.Globalization;

namespace AdminOrders.Core.Text;

/// <summary>Amounts as people read them: the currency is the order's, the digits and their places are the reader's.</summary>
public static class MoneyText
{
    private const int UsualDigits = 2;

    /// <summary>How many digits the minor unit of a currency has: 2 for BRL, 0 for JPY, 3 for KWD.</summary>
    /// <param name="currency">ISO 4217 code in capitals.</param>
    public static int Digits(string currency) => currency switch
    {
        "BIF" or "CLP" or "DJF" or "GNF" or "ISK" or "JPY" or "KMF" or "KRW" or "PYG" or "RWF" or "UGX" or "VND" or "VUV" or "XAF" or "XOF" or "XPF" => 0,
        "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
        _ => UsualDigits,
    };

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
