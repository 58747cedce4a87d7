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
}
