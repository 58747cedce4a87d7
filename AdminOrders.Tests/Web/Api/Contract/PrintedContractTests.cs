using AdminOrders.Tests.Support;
using AdminOrders.Web.Api.NotOffered;
using AdminOrders.Web.Api.OpenApi;
using AdminOrders.Web.Api.Orders.Document;

namespace AdminOrders.Tests.Web.Api.Contract;

/// <summary>docs/api.md prints what the code computes and where answers differ from the contract.</summary>
public sealed class PrintedContractTests
{
    private static readonly string Page = Path.Combine(Repository.Root, "docs", "api.md");

    [Fact]
    public void The_page_lists_what_Get_order_computes() => AssertPrinted(
        "computed",
        ["| field | from what |", "|---|---|", .. ComputedFields.All.Select(row => $"| `{row.Field}` | {row.What} |")]);

    [Fact]
    public void The_page_lists_where_answers_differ_from_the_contract() => AssertPrinted(
        "differences",
        ["| answer | difference | why |", "|---|---|---|", .. ContractExceptions.All.Select(row => $"| {row.Operation} | {row.Difference} | {row.Reason} |")]);

    [Fact]
    public void The_page_lists_what_is_not_offered() => AssertPrinted(
        "not-offered",
        ["| operation |", "|---|", .. NotOfferedOperations.All.Select(operation => $"| `{operation.Method} {operation.Path}` |")]);

    [Fact]
    public void The_page_tells_of_every_operation()
    {
        var page = File.ReadAllText(Page);

        Assert.All(OperationText.All.Keys, operation => Assert.Contains($"| `{operation}` |", page, StringComparison.Ordinal));
    }

    private static void AssertPrinted(string section, IEnumerable<string> rows)
    {
        var (begin, end) = ($"<!-- {section} -->\n", $"<!-- /{section} -->");
        var page = File.ReadAllText(Page).ReplaceLineEndings("\n");
        var from = page.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var to = page.IndexOf(end, StringComparison.Ordinal);
        var printed = $"\n{string.Join('\n', rows)}\n\n";
        if (Environment.GetEnvironmentVariable("ADMINORDERS_PRINT_RULES") == "1")
        {
            page = page[..from] + printed + page[to..];
            File.WriteAllText(Page, page);
            to = from + printed.Length;
        }

        Assert.True(page[from..to] == printed, $"docs/api.md, section {section}: print it anew with ADMINORDERS_PRINT_RULES=1 and look at what changed.");
    }
}
