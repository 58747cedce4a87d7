using System.Globalization;
using AdminOrders.Core.Text;

namespace AdminOrders.Tests.Text;

public sealed class MoneyTextTests
{
    [Theory]
    [InlineData(123450, "BRL", "pt-BR", "R$ 1.234,50")]
    [InlineData(123450, "BRL", "es-ES", "1.234,50 R$")]
    [InlineData(123450, "BRL", "en-US", "R$1,234.50")]
    [InlineData(123450, "USD", "en-US", "$1,234.50")]
    [InlineData(123450, "USD", "pt-BR", "US$ 1.234,50")]
    [InlineData(1234567, "EUR", "es-ES", "12.345,67 €")]
    [InlineData(1234, "JPY", "en-US", "¥1,234")]
    [InlineData(1234567, "KWD", "en-US", "KWD 1,234.567")]
    [InlineData(-500, "EUR", "es-ES", "-5,00 €")]
    [InlineData(-500, "USD", "en-US", "-$5.00")]
    public void Amounts_are_in_the_orders_currency_and_the_readers_culture(long minorUnits, string currency, string culture, string expected)
    {
        var text = MoneyText.Format(minorUnits, currency, CultureInfo.GetCultureInfo(culture));
        Assert.Equal(expected, text.Replace('\u00A0', ' '));
    }

    [Theory]
    [InlineData("1234.5", "BRL", "en-US", 123450L)]
    [InlineData("1,234.50", "BRL", "en-US", 123450L)]
    [InlineData(" 1.234,50 ", "BRL", "pt-BR", 123450L)]
    [InlineData("1.234", "BRL", "es-ES", 123400L)]
    [InlineData("0", "BRL", "en-US", 0L)]
    [InlineData("1,234", "JPY", "en-US", 1234L)]
    [InlineData("1.234", "KWD", "en-US", 1234L)]
    [InlineData("10,5", "BRL", "en-US", null)]
    [InlineData("1.5", "JPY", "en-US", null)]
    [InlineData("1.234", "BRL", "en-US", null)]
    [InlineData("-1", "BRL", "en-US", null)]
    [InlineData("R$ 5", "BRL", "pt-BR", null)]
    [InlineData("99999999999999999999", "BRL", "en-US", null)]
    public void What_is_typed_in_the_readers_culture_is_kept_in_minor_units(string typed, string currency, string culture, long? expected) =>
        Assert.Equal(expected, MoneyText.Parse(typed, currency, CultureInfo.GetCultureInfo(culture)));
}
