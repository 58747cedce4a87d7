namespace AdminOrders.Core.Sample;

/// <summary>A product: prices in minor units of the Brazilian list.</summary>
internal sealed record SampleProduct(string SkuId, string ProductId, string Name, string Brand, string Category, long Price, int Weight);

/// <summary>Who sells; only the outside one has an endpoint of its own.</summary>
internal sealed record SampleSeller(string Id, string Name, string Endpoint);

/// <summary>Where the store sells: a channel with its currency, or a marketplace with its affiliate.</summary>
internal sealed record SampleChannel(
    string SalesChannel, string Currency, string Symbol, string Country, string Locale, string TimeZone, string Affiliate = "", string Marketplace = "")
{
    public bool IsMarketplace => Affiliate.Length > 0;
}

internal static class SampleCatalog
{
    public static IReadOnlyList<SampleProduct> Products { get; } =
    [
        new("1001", "101", "Linen armchair Aurora, sand", "Mira", "Living room", 189_900, 14_500),
        new("1002", "101", "Linen armchair Aurora, forest", "Mira", "Living room", 189_900, 14_500),
        new("1003", "102", "Oak side table Fjord", "Nordlys", "Living room", 79_900, 6_200),
        new("1004", "103", "Floor lamp Arco", "Lumina", "Lighting", 64_900, 5_100),
        new("1005", "104", "Table lamp Pico, brass", "Lumina", "Lighting", 24_990, 1_400),
        new("1006", "104", "Table lamp Pico, black", "Lumina", "Lighting", 22_990, 1_400),
        new("1007", "105", "Wool rug Sertão 160 × 230", "Tramas", "Textiles", 129_900, 9_800),
        new("1008", "106", "Cotton throw Maré", "Tramas", "Textiles", 18_990, 900),
        new("1009", "107", "Cushion cover Ipê, set of 2", "Tramas", "Textiles", 9_990, 350),
        new("1010", "108", "Duvet cover Brisa, king", "Tramas", "Bedroom", 34_990, 1_900),
        new("1011", "109", "Pillow Nuvem", "Mira", "Bedroom", 12_990, 800),
        new("1012", "110", "Bed frame Lago 160 × 200", "Nordlys", "Bedroom", 249_900, 42_000),
        new("1013", "111", "Stoneware dinner set, 16 pieces", "Barro", "Kitchen", 45_990, 8_700),
        new("1014", "112", "Espresso cup Grão, set of 4", "Barro", "Kitchen", 11_990, 900),
        new("1015", "113", "Chef's knife 20 cm", "Corte", "Kitchen", 27_990, 300),
        new("1016", "114", "Cast-iron pan 26 cm", "Corte", "Kitchen", 33_990, 2_600),
        new("1017", "115", "Olive oil cruet", "Barro", "Kitchen", 6_990, 400),
        new("1018", "116", "Bath towel Sal, 70 × 140", "Tramas", "Bathroom", 7_990, 550),
        new("1019", "117", "Soap dispenser Ônix", "Barro", "Bathroom", 5_490, 450),
        new("1020", "118", "Laundry basket Vime", "Mira", "Bathroom", 14_990, 1_800),
        new("1021", "119", "Desk Prático 120 cm", "Nordlys", "Office", 89_900, 23_000),
        new("1022", "120", "Office chair Eixo", "Nordlys", "Office", 139_900, 13_000),
        new("1023", "121", "Notebook Caderno, dotted", "Papelaria Sul", "Office", 3_990, 250),
        new("1024", "122", "Monstera in clay pot", "Folha", "Plants", 15_990, 3_400),
        new("1025", "123", "Watering can Gota, 5 l", "Folha", "Plants", 8_990, 700),
        new("1026", "124", "Scented candle Figo", "Mira", "Gifts", 6_490, 380),
        new("1027", "125", "Picture frame Quadro 30 × 40", "Mira", "Gifts", 4_990, 600),
        new("1028", "126", "Gift wrap", "Papelaria Sul", "Gifts", 990, 50),
    ];

    public static SampleSeller OwnSeller { get; } = new("1", "Casa Mira", "http://fulfillment.vtexcommerce.com.br/api/fulfillment?an=casamira");

    public static SampleSeller PartnerSeller { get; } = new("mirasul", "Mira Sul", "http://fulfillment.vtexcommerce.com.br/api/fulfillment?an=mirasul");

    public static SampleSeller ExternalSeller { get; } = new("nordwind", "Nordwind Möbel", "https://fulfilment.nordwind.example/api");

    public static IReadOnlyList<SampleChannel> Channels { get; } =
    [
        new("1", "BRL", "R$", "BRA", "pt-BR", "E. South America Standard Time"),
        new("2", "USD", "$", "USA", "en-US", "Eastern Standard Time"),
        new("3", "EUR", "€", "ESP", "es-ES", "Romance Standard Time"),
        new("4", "BRL", "R$", "BRA", "pt-BR", "E. South America Standard Time"),
    ];

    public static IReadOnlyList<SampleChannel> Marketplaces { get; } =
    [
        new("5", "USD", "$", "USA", "en-US", "Eastern Standard Time", "AMZ", "Amazon"),
        new("6", "BRL", "R$", "BRA", "pt-BR", "E. South America Standard Time", "BZV", "Bazar Verde"),
        new("7", "EUR", "€", "DEU", "es-ES", "W. Europe Standard Time", "HMK", "Heimkauf"),
    ];

    public static IReadOnlyList<string> Warehouses { get; } = ["guarulhos", "porto-alegre", "newark", "rotterdam"];

    /// <summary>The list price in the channel's currency, ending as prices do.</summary>
    public static long PriceIn(string currency, long price) => currency == "BRL" ? price : Math.Max(190, price / 500 * 100 - 10);
}
