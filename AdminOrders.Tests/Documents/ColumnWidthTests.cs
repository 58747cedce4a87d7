using System.Text;
using System.Text.Json.Nodes;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AdminOrders.Tests.Documents;

/// <summary>SQLite takes texts of any length; other engines hold a column to what the model says.</summary>
public sealed class ColumnWidthTests
{
    private static readonly int[] Lengths = [2_000, 1_000, 500, 200, 100, 50];

    [Theory]
    [EveryEngine("get-order")]
    [EveryEngine("order-document")]
    public async Task Every_text_that_a_document_may_hold_fits_its_column(Engine engine, string example)
    {
        await using var store = await TestStore.Open(engine);
        var document = JsonNode.Parse(TestDocuments.Example(example))!;
        Lengthen(document, document);
        document["orderId"] = new string('x', 100);
        await store.Import(TestDocuments.OrderOf(Encoding.UTF8.GetBytes(document.ToJsonString())));

        await using var db = store.Read();
        foreach (var column in db.Model.GetEntityTypes().SelectMany(type => type.GetProperties()).Where(IsText))
        {
            var longest = await Longest(db, column);
            Assert.True(longest <= column.GetMaxLength(), $"{column.DeclaringType.GetTableName()}.{column.GetColumnName()}: {longest}");
        }
    }

    // Each text as long as the reader lets it be; what may not be any text (a date, a kind) stays.
    private static void Lengthen(JsonNode root, JsonNode node)
    {
        foreach (var child in Children(node).ToList())
        {
            if (child is JsonValue value && value.TryGetValue<string>(out _))
            {
                LengthenText(root, value);
            }
            else if (child is not null)
            {
                Lengthen(root, child);
            }
        }
    }

    private static void LengthenText(JsonNode root, JsonValue text)
    {
        var last = text;
        foreach (var length in Lengths)
        {
            var longer = JsonValue.Create(new string('x', length));
            last.ReplaceWith(longer);
            last = longer;
            if (TestDocuments.Read(root).Errors.IsEmpty)
            {
                return;
            }
        }

        last.ReplaceWith(text.DeepClone());
    }

    private static IEnumerable<JsonNode?> Children(JsonNode node) => node switch
    {
        JsonObject members => members.Select(member => member.Value),
        JsonArray elements => elements,
        _ => [],
    };

    private static bool IsText(IProperty column) => column.ClrType == typeof(string) && column.GetMaxLength() is not null;

    private static async Task<int> Longest(DbContext db, IProperty column)
    {
        var sql = $"""SELECT COALESCE(MAX(LENGTH("{column.GetColumnName()}")), 0) AS "Value" FROM "{column.DeclaringType.GetTableName()}" """;
        return await db.Database.SqlQueryRaw<int>(sql).SingleAsync();
    }
}
