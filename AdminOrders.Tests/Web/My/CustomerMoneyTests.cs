using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Web.My;

/// <summary>What an order cost, as its customer reads it: the currency is the order's, the digits are its, the places are the language's.</summary>
public sealed class CustomerMoneyTests
{
    [Theory]
    [InlineData("JPY", "en-US", "¥12,345", "¥1,200")]
    [InlineData("JPY", "pt-BR", "¥ 12.345", "¥ 1.200")]
    [InlineData("CLP", "es-CL", "12.345 CLP", "1.200 CLP")]
    [InlineData("CLP", "en-US", "CLP 12,345", "CLP 1,200")]
    [InlineData("KWD", "en-US", "KWD 12.345", "KWD 1.200")]
    [InlineData("KWD", "pt-BR", "KWD 12,345", "KWD 1,200")]
    [InlineData("BRL", "pt-BR", "R$ 123,45", "R$ 12,00")]
    [InlineData("BRL", "es-AR", "123,45 R$", "12,00 R$")]
    [InlineData("EUR", "es-ES", "123,45 €", "12,00 €")]
    [InlineData("EUR", "en-US", "€123.45", "€12.00")]
    public async Task The_page_writes_amounts_with_the_digits_of_the_currency_and_in_the_language_of_the_customer(string currency, string locale, string total, string price)
    {
        await using var store = await CustomerDoorStore.With(
            An.Order().Handling().Worth(12_345, currency).With(order => order with { Items = [order.Items[0] with { Quantity = 10, UnitPrice = 1_200 }] }), locale: locale);
        var page = await store.Open(await store.Token());

        Assert.Equal(total, Words(page.QuerySelector(".my-total strong")!.TextContent));
        Assert.Equal($"10 × {price}", Words(page.QuerySelector(".my-items .muted")!.TextContent));
        // What the total has beside its lines, with the same digits: 345.
        Assert.Contains("345", page.QuerySelector(".my-sum")!.TextContent.Replace("3,45", "345", StringComparison.Ordinal).Replace("3.45", "345", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static string Words(string text) => string.Join(' ', text.Split([' ', '\n', '\u00A0', '\u202F'], StringSplitOptions.RemoveEmptyEntries));
}
