using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Orders;

/// <summary>The page of the rules is what the code says.</summary>
public sealed class PrintedRulesTests
{
    private static readonly string Page = Path.Combine(Repository.Root, "docs", "cancellation-rules.md");

    [Fact]
    public void The_page_of_the_rules_says_what_the_code_decides()
    {
        var printed = PrintedRules.Text();
        if (Environment.GetEnvironmentVariable("ADMINORDERS_PRINT_RULES") == "1")
        {
            File.WriteAllText(Page, printed);
        }

        Assert.True(
            File.ReadAllText(Page).ReplaceLineEndings("\n") == printed,
            "docs/cancellation-rules.md differs from the rules. Print it anew with ADMINORDERS_PRINT_RULES=1 and look at what changed.");
    }
}
