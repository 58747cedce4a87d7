using System.Net.Http.Json;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web.Api.List;

/// <summary>Texts of orders go from the store into the list as they are, escaped as in every other answer.</summary>
public sealed class ListTextTests
{
    private static readonly JsonSerializerOptions Escaping = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // All that some writer of JSON treats in its own way, alone, in a row, and at both sides of what a processor looks at in one go.
    private static readonly string[] Texts =
    [
        .. Enumerable.Range(1, 31).Append(127).Append(133).Select(letter => ((char)letter).ToString()),
        .. new[] { "\"", "\\", "/", "</script>", "&'+`<>", "é", "中文", "\u2028\u2029", "\ufeff", "\ufffd", "\uffff", "\ue000", "😀", "👩‍👩‍👧", "\udbff\udfff" },
        .. Enumerable.Range(12, 24).Select(length => new string('x', length) + "\"é😀"),
        new('x', 1_000), new('"', 1_000), new('é', 1_000), string.Concat(Enumerable.Repeat("😀", 500)), .. Enumerable.Repeat(new string('中', 1_000), 8),
    ];

    [Theory]
    [EveryEngine]
    public async Task Every_text_is_listed_as_it_is_stored(Engine engine)
    {
        await using var store = await ListStore.Open(engine, Texts.Length);
        await Name(store, Texts);
        var expected = Texts.Select(text => $"\"clientName\":{JsonSerializer.Serialize(text, Escaping)},").Order(StringComparer.Ordinal).ToList();

        var (first, kept) = (await Pages(store), await Pages(store));
        using var response = await store.Client.PostAsJsonAsync("/api/orders/extendsearch/orders", new { per_page = 100 });

        Assert.Equal(first, kept);
        Assert.Equal(expected, first.SelectMany(Names).Order(StringComparer.Ordinal));
        Assert.Equal(expected, Names(await response.Content.ReadAsStringAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_no_text_in_the_file_is_listed_as_what_cannot_be_shown()
    {
        await using var store = await ListStore.Open(Engine.Sqlite, 1);
        foreach (var (hex, shown) in new[] { ("61FF62", "a\ufffdb"), ("E282", "\ufffd"), ("61006263", "a\0bc"), ("EDA0806162", "\ufffd\ufffd\ufffdab") })
        {
            await using var db = await store.Api.Services.GetRequiredService<IDbContextFactory<OrdersDb>>().CreateDbContextAsync();
            await db.Database.ExecuteSqlAsync($"""UPDATE "Orders" SET "OperatorName" = CAST({Convert.FromHexString(hex)} AS TEXT)""");
            using var answer = await store.Get($"per_page={hex.Length}");
            Assert.Equal(shown, answer.RootElement.GetProperty("list")[0].GetProperty("callCenterOperatorName").GetString());
        }
    }

    private static async Task Name(ListStore store, string[] names)
    {
        await using var db = await store.Api.Services.GetRequiredService<IDbContextFactory<OrdersDb>>().CreateDbContextAsync();
        for (var number = 0; number < names.Length; number++)
        {
            var (id, name) = (store.Orders[number].Id, names[number]);
            await db.Orders.Where(order => order.OrderId == id).ExecuteUpdateAsync(order => order.SetProperty(row => row.CustomerName, name));
        }
    }

    // The first page is kept, those behind a cursor are not.
    private static async Task<List<string>> Pages(ListStore store)
    {
        var (pages, next) = (new List<string>(), "/api/oms/pvt/orders?per_page=30");
        while (next is not null)
        {
            using var response = await store.Client.GetAsync(next);
            var bytes = await response.Content.ReadAsByteArrayAsync();
            Assert.Equal(bytes.Length, response.Content.Headers.ContentLength);
            pages.Add(Encoding.UTF8.GetString(bytes));
            next = response.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] : null;
        }

        return pages;
    }

    private static IEnumerable<string> Names(string answer) => answer.Split("\"clientName\":").Skip(1).Select(rest => $"\"clientName\":{TextOf(rest)},");

    // The text that the rest begins with, as it is written.
    private static string TextOf(string rest)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(rest), isFinalBlock: false, default);
        reader.Read();
        return $"\"{Encoding.UTF8.GetString(reader.ValueSpan)}\"";
    }
}
