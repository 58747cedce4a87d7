using System.Globalization;
using System.Reflection;
using AdminOrders.Core.Text;
using AdminOrders.E2E.Pages;

namespace AdminOrders.E2E.House;

/// <summary>Who reads a journey reads the words of the app.</summary>
public sealed class PageObjectWords
{
    // What hands do, and what eyes wait for; what follows is the app's.
    private static readonly string[] Gestures = ["Open", "Choose", "Fill", "PressEscape", "Is", "Has", "Shows", "Wait", "AskWhy"];

    [Fact]
    public void Verbs_of_page_objects_are_words_of_the_app()
    {
        var texts = EnglishTexts();
        var strange = Verbs().Where(verb => Words(verb.Name) is { Length: > 0 } words && !texts.Any(text => Says(text, words))).Select(verb => $"{verb.DeclaringType!.Name}.{verb.Name}");

        Assert.Empty(strange);
    }

    [Fact]
    public void A_word_that_the_app_does_not_know_is_found()
    {
        var texts = EnglishTexts();

        Assert.Contains(texts, text => Says(text, Words("CancelOrderAsync")));
        Assert.Contains(texts, text => Says(text, Words("OpenReturnItemsAsync")));
        Assert.DoesNotContain(texts, text => Says(text, Words("AnnulOrderAsync")));
    }

    [Fact]
    public void There_are_page_objects_to_look_at() => Assert.InRange(Verbs().Count(), 40, int.MaxValue);

    private static IEnumerable<MethodInfo> Verbs() =>
        from part in typeof(PagePart).Assembly.GetTypes()
        where part.IsSubclassOf(typeof(PagePart))
        from verb in part.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where verb.Name.EndsWith("Async", StringComparison.Ordinal)
        select verb;

    // "OpenCancelOrderAsync" says "cancel order".
    private static string Words(string verb)
    {
        var named = verb[..^"Async".Length];
        var gesture = Gestures.FirstOrDefault(gesture => named == gesture || (named.StartsWith(gesture, StringComparison.Ordinal) && char.IsUpper(named[gesture.Length])));
        return string.Concat(named[(gesture?.Length ?? 0)..].Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}")).Trim();
    }

    private static bool Says(string text, string words) => $" {text}".Contains($" {words}", StringComparison.OrdinalIgnoreCase);

    private static List<string> EnglishTexts() =>
        [.. Texts.ResourceManager.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!
            .Cast<System.Collections.DictionaryEntry>().Select(entry => (string)entry.Value!)];
}
