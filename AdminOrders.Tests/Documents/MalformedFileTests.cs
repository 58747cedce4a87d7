using System.Text;
using AdminOrders.Core.Documents;
using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Tests.Documents;

/// <summary>One file with every kind of bad document in it, each between two good ones.</summary>
public sealed class MalformedFileTests
{
    private const int LeastKinds = 60;

    /// <summary>Lines that are bad before a field is looked at. Each character is a byte.</summary>
    private static readonly (string Line, DocumentProblem Problem)[] BadLines =
    [
        ("{\"orderId\":\"x\",\"value\":1", DocumentProblem.Unfinished),
        ("{\"orderId\":\"x", DocumentProblem.Unfinished),
        ("{\"orderId\":\"x\",\"items\":[{\"id\":\"1\"", DocumentProblem.Unfinished),
        ("{", DocumentProblem.Unfinished),
        ("not json", DocumentProblem.NotADocument),
        ("null", DocumentProblem.NotADocument),
        ("-17e3", DocumentProblem.NotADocument),
        ("\"a text\"", DocumentProblem.NotADocument),
        ("}", DocumentProblem.NotADocument),
        ("\0\0\0\0", DocumentProblem.NotADocument),
        ("<order><orderId>x</orderId></order>", DocumentProblem.NotADocument),
        ("orderId;value;status", DocumentProblem.NotADocument),
        ("\u00ff\u00fe{\0\"\0a\0", DocumentProblem.Unfinished),
        ("\u0080\u0081", DocumentProblem.InvalidUtf8),
        ("{\"orderId\":\"\u00c0\u0080\"}", DocumentProblem.InvalidUtf8),
        ("{\"orderId\":\"\u00ed\u00a0\u0080\"}", DocumentProblem.InvalidUtf8),
        ("{\"orderId\":\"x\",\"value\":Infinity}", DocumentProblem.Malformed),
        ("{\"orderId\":\"x\",\"value\":0x10}", DocumentProblem.Malformed),
        ("{\"orderId\":\"x\" /* a comment */}", DocumentProblem.Malformed),
        ("{\"orderId\":\"x\",\"value\":1.}", DocumentProblem.Malformed),
        ("{\"orderId\":\"x\\q\"}", DocumentProblem.Malformed),
        ("{\"orderId\":tru}", DocumentProblem.Malformed),
        ("{\"note\":" + new string('[', 64) + new string(']', 64) + "}", DocumentProblem.TooDeep),
        (string.Concat(Enumerable.Repeat("{\"a\":", 5_000)) + "1" + new string('}', 5_000), DocumentProblem.TooDeep),
        ("{\"note\":\"" + new string('x', DocumentScanner.LargestDocument) + "\"}", DocumentProblem.TooLarge),
        ("{\"orderId\":\"x\",\"orderId\":\"y\"}", DocumentProblem.DuplicateName),
        ("{\"items\":[{},{\"quantity\":1,\"quantit\\u0079\":2}]}", DocumentProblem.DuplicateName),
    ];

    [Theory]
    [EveryEngine]
    public async Task Every_bad_document_is_named_on_its_line_and_all_good_ones_between_come_in(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var bad = BadDocuments().ToList();
        var result = await store.Get<OrderImport>().Run(new MemoryStream(FileOf(bad)), Actor.System);
        await using var db = store.Read();

        Assert.InRange(bad.Count, LeastKinds, int.MaxValue);
        Assert.Equal(bad.Count + 1, result.Imported);
        Assert.Equal(bad.Count + 1, await db.Orders.CountAsync());
        Assert.Equal(Enumerable.Range(0, bad.Count).Select(LineOf), result.Errors.Select(error => error.Line).Distinct().Order());
        Assert.All(result.Errors, error => Assert.NotEmpty(error.Reason));
        for (var number = 0; number < bad.Count; number++)
        {
            var told = result.Errors.Where(error => error.Line == LineOf(number)).ToList();
            Assert.Contains(told, error => error.Problem == bad[number].Problem && error.Field.StartsWith(bad[number].Field, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_name_that_stands_twice_is_told_with_its_path()
    {
        var error = Assert.Single(TestDocuments.Reader.Read(Encoding.UTF8.GetBytes("{\"a\":[],\"items\":[{},{\"b\":[1,{}],\"quantity\":1,\"quantit\\u0079\":2}]}")).Errors);
        Assert.Equal(("items[1].quantity", DocumentProblem.DuplicateName), (error.Field, error.Problem));
    }

    // A status that nobody knows is no fault of the document: the order comes in, and says so when somebody wants to cancel it.
    [Theory]
    [EveryEngine]
    public async Task A_status_that_nobody_knows_comes_in_and_cannot_be_canceled_by_that_name(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(TestDocuments.Order(document => document["status"] = "half-way-there"));
        var answer = await store.Send("v1-01", new Cancel(new string('1', 32), Side.Store, new Reason(null, "asked")), Actors.Operator);

        Assert.Equal(Refusal.UnknownStatus, Assert.IsType<Refused>(answer.Decision).Code);
    }

    private static IEnumerable<(byte[] Bytes, string Field, DocumentProblem Problem)> BadDocuments() =>
        BadLines.Select(bad => (Encoding.Latin1.GetBytes(bad.Line), "", bad.Problem))
            .Concat(BadDocumentTests.BadTexts.Select(bad => (Encoding.Latin1.GetBytes((string)bad[0]), "", (DocumentProblem)bad[1])))
            .Concat(BadDocumentTests.BadFields.Select(bad => (BadDocumentTests.Bytes((string)bad[0], (string?)bad[1]), (string)bad[0], (DocumentProblem)bad[2])));

    private static long LineOf(int badNumber) => (2L * badNumber) + 2;

    private static byte[] FileOf(List<(byte[] Bytes, string Field, DocumentProblem Problem)> bad)
    {
        using var file = new MemoryStream();
        file.Write(Good(0));
        for (var number = 0; number < bad.Count; number++)
        {
            file.Write([.. bad[number].Bytes, (byte)'\n']);
            file.Write(Good(number + 1));
        }

        return file.ToArray();
    }

    private static byte[] Good(int number) =>
        Encoding.UTF8.GetBytes(TestDocuments.Smallest(document => document["orderId"] = $"good-{number}").ToJsonString() + "\n");
}
