using System.IO.Compression;
using System.Text;
using AdminOrders.Core.Documents;

namespace AdminOrders.Tests.Documents;

public sealed class DocumentSplitterTests
{
    public static TheoryData<string, string> Files => new()
    {
        { "one object", """{"a":1}|1""" },
        { "an array", "[{\"a\":1},\n{\"b\":[2,{\"c\":3}]}]|1,2" },
        { "one per line", "{\"a\":1}\n{\"b\":2}\r\n\n{\"c\":3}\n|1,2,4" },
        { "one after the other", "{\"a\":1}{\"b\":2} {\"c\":3}|1,1,1" },
        { "indented, one after the other", "{\n  \"a\": {\n    \"b\": 1\n  }\n}\n{\n  \"c\": 2\n}\n|1,6" },
        { "not indented, braces at the beginning of lines", "[\n{\n\"a\":\n{\n\"b\":[\n{\n}\n]\n}\n}\n]|2" },
        { "braces and quotes inside strings", """{"a":"}{][\"","b":"\\"}{"c":1}|1,1""" },
        { "nothing", "|" },
        { "an empty array", "[]|" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Each_document_is_found_on_its_line_however_the_bytes_arrive(string shape, string fileAndLines)
    {
        Assert.NotEmpty(shape);
        var parts = fileAndLines.Split('|');
        foreach (var chunk in new[] { 1, 2, 3, 7, int.MaxValue })
        {
            var slices = await TestDocuments.Split(Encoding.UTF8.GetBytes(parts[0]), chunk);
            Assert.All(slices, slice => Assert.Null(slice.Problem));
            Assert.Equal(parts[1], string.Join(',', slices.Select(slice => slice.Line)));
        }
    }

    [Fact]
    public async Task A_byte_order_mark_is_passed_over()
    {
        var slices = await TestDocuments.Split([.. Encoding.UTF8.Preamble, .. """{"a":1}"""u8]);
        Assert.Equal("""{"a":1}""", Encoding.UTF8.GetString(Assert.Single(slices).Json.Span));
    }

    [Fact]
    public async Task A_compressed_file_is_read_as_it_is()
    {
        var slices = await TestDocuments.Split(Compressed("{\"a\":1}\n{\"b\":2}\n"u8.ToArray()), chunk: 5);
        Assert.Equal([1, 2], slices.Select(slice => slice.Line));
    }

    [Fact]
    public async Task A_damaged_archive_is_reported_after_what_came_before()
    {
        var archive = Compressed(Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, 20_000).Select(number => $$"""{"n":"{{number * 7919}}"}"""))));
        archive.AsSpan(archive.Length / 2, 200).Fill(0xFF);
        var slices = await TestDocuments.Split(archive, chunk: 4_096);
        Assert.Equal(DocumentProblem.DamagedArchive, slices[^1].Problem);
        Assert.True(slices.Length > 100);
    }

    public static TheoryData<string, string, string> BrokenFiles => new()
    {
        { "a line cut off at its end", "{\"a\":1}\n{\"b\":{\"c\":2}\n{\"d\":4}\n", "1,Unfinished@2,3" },
        { "a line cut off after a comma", "{\"a\":1}\n{\"b\":[1,\n{\"d\":4}\n", "1,Unfinished@2,3" },
        { "a line cut off inside a text", "{\"a\":1}\n{\"b\":\"x\n{\"d\":4}\n", "1,Unfinished@2,3" },
        { "a line cut off behind a backslash", "{\"a\":1}\n{\"b\":\"x\\\n{\"d\":4}\n", "1,Unfinished@2,3" },
        { "the first line cut off", "{\"b\":{\"c\":2}\n{\"d\":4}\n", "Unfinished@1,2" },
        { "the file cut off", "[{\"a\":1},\n{\"b\":", "1,Unfinished@2" },
        { "a list that is not closed", "[{\"a\":1},\n", "1,UnclosedList@2" },
        { "a number among documents", "{\"a\":1}\n42\n{\"b\":2}", "1,NotADocument@2,3" },
        { "words among documents", "[{\"a\":1}, null, {\"b\":2}]", "1,NotADocument@1,1" },
        { "another encoding", "\u00ff\u00fe\n{\"b\":2}", "InvalidUtf8@1" },
        { "UTF-16", "\u00ff\u00fe{\u0000\n\u0000}\u0000\n\u0000{\u0000}\u0000", "InvalidUtf8@1" },
        { "UTF-16, the other way round", "\u00fe\u00ff\u0000{\u0000}", "InvalidUtf8@1" },
    };

    [Theory]
    [MemberData(nameof(BrokenFiles))]
    public async Task What_is_broken_costs_itself_only(string what, string file, string expected)
    {
        Assert.NotEmpty(what);
        foreach (var chunk in new[] { 1, 4, int.MaxValue })
        {
            var slices = await TestDocuments.Split(Encoding.Latin1.GetBytes(file), chunk);
            Assert.Equal(expected, string.Join(',', slices.Select(slice => slice.Problem is { } problem ? $"{problem}@{slice.Line}" : $"{slice.Line}")));
        }
    }

    [Fact]
    public async Task A_document_of_more_than_16_MiB_is_passed_over_without_being_kept()
    {
        var huge = new byte[DocumentScanner.LargestDocument + 100];
        huge.AsSpan().Fill((byte)'x');
        var slices = await TestDocuments.Split([.. "{\"a\":\""u8, .. huge, .. "\"}\n{\"b\":2}"u8]);
        Assert.Equal((DocumentProblem.TooLarge, 1), (slices[0].Problem, slices[0].Line));
        Assert.Equal(2, slices[1].Line);
    }

    [Fact]
    public async Task A_document_nested_too_deep_is_passed_over()
    {
        var deep = $"{{\"a\":{new string('[', 5_000)}{new string(']', 5_000)}}}\n{{\"b\":2}}";
        var slices = await TestDocuments.Split(Encoding.UTF8.GetBytes(deep), chunk: 100);
        Assert.Equal([DocumentProblem.TooDeep, null], slices.Select(slice => slice.Problem));
    }

    private static byte[] Compressed(byte[] content)
    {
        using var target = new MemoryStream();
        using (var archive = new GZipStream(target, CompressionLevel.Fastest))
        {
            archive.Write(content);
        }

        return target.ToArray();
    }
}
