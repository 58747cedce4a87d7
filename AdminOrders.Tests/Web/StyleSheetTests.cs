using System.Text.RegularExpressions;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Web;

/// <summary>Every page loads every style sheet: a class that two of them define is changed by one behind the other's back.</summary>
public sealed partial class StyleSheetTests
{
    [Fact]
    public void A_class_is_defined_in_one_style_sheet()
    {
        var sheets = Directory.GetFiles(Path.Combine(Repository.Root, "AdminOrders.Web", "wwwroot"), "*.css");

        var defined = sheets.SelectMany(sheet => ClassesOf(File.ReadAllText(sheet)).Select(name => (name, Sheet: Path.GetFileName(sheet)))).ToLookup(found => found.name, found => found.Sheet);

        Assert.InRange(defined.Count, 50, int.MaxValue);
        Assert.All(defined, sheetsOf => Assert.Single(sheetsOf));
    }

    private static IEnumerable<string> ClassesOf(string css) => Rules().Matches(Comments().Replace(css, ""))
        .SelectMany(rule => rule.Groups["selectors"].Value.Split(','))
        .Select(selector => OneClass().Match(selector.Trim()))
        .Where(match => match.Success)
        .Select(match => match.Groups["name"].Value)
        .Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Comments();

    [GeneratedRegex(@"(?<selectors>[^{}]+)\{", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Rules();

    [GeneratedRegex(@"^\.(?<name>[\w-]+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex OneClass();
}
