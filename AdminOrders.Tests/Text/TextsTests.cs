using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Text;

namespace AdminOrders.Tests.Text;

public sealed partial class TextsTests
{
    private static readonly CultureInfo Spanish = CultureInfo.GetCultureInfo("es");
    private static readonly CultureInfo Portuguese = CultureInfo.GetCultureInfo("pt");

    [Fact]
    public void Texts_are_complete()
    {
        var english = Read(CultureInfo.InvariantCulture);
        Assert.NotEmpty(english);
        foreach (var language in new[] { Spanish, Portuguese })
        {
            var translated = Read(language);
            Assert.Equal(english.Keys.Order(StringComparer.Ordinal), translated.Keys.Order(StringComparer.Ordinal));
            Assert.All(translated, text => Assert.False(string.IsNullOrWhiteSpace(text.Value), text.Key));
        }
    }

    [Fact]
    public void Placeholders_are_the_same_in_all_languages()
    {
        var (english, spanish, portuguese) = (Read(CultureInfo.InvariantCulture), Read(Spanish), Read(Portuguese));
        Assert.All(english, text =>
        {
            var expected = Placeholders(text.Value);
            Assert.True(expected.SequenceEqual(Placeholders(spanish[text.Key])), $"{text.Key} in Spanish");
            Assert.True(expected.SequenceEqual(Placeholders(portuguese[text.Key])), $"{text.Key} in Portuguese");
        });
    }

    [Fact]
    public void No_text_is_equal_in_two_languages_unless_it_was_reviewed()
    {
        var (english, spanish, portuguese) = (Read(CultureInfo.InvariantCulture), Read(Spanish), Read(Portuguese));
        var equal = english.Keys.Where(key =>
            english[key] == spanish[key] || english[key] == portuguese[key] || spanish[key] == portuguese[key]);
        var reviewed = EqualTexts.Reviewed.Order(StringComparer.Ordinal);
        Assert.Equal(reviewed, equal.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_known_status_has_words()
    {
        var english = Read(CultureInfo.InvariantCulture);
        Assert.All(Stages.Known, status => Assert.Contains("Status_" + status.Replace('-', '_'), english.Keys));
    }

    [Theory]
    [InlineData("ready-for-handling", "Ready for Handling", "Listo para manejo", "Pronto para Manuseio")]
    [InlineData("handling", "Handling Shipping", "A preparar la entrega", "Preparando Entrega")]
    [InlineData("cancellation-requested", "Cancellation requested", "Cancelación solicitada", "Cancelamento solicitado")]
    [InlineData("canceled", "Canceled", "Cancelado", "Cancelado")]
    [InlineData("invoiced", "Invoiced", "Facturado", "Faturado")]
    public void Statuses_are_named_as_the_tutorials_name_them(string status, string english, string spanish, string portuguese) =>
        Assert.Equal((english, spanish, portuguese), InAllLanguages("Status_" + status.Replace('-', '_')));

    [Theory]
    [InlineData(nameof(Texts.Action_CancelOrder), "Cancel order", "Cancelar pedido", "Cancelar pedido")]
    [InlineData(nameof(Texts.Action_Confirm), "Confirm", "Confirmar", "Confirmar")]
    [InlineData(nameof(Texts.Action_ConfirmCancellation), "Confirm cancellation", "Confirmar cancelación", "Confirmar cancelamento")]
    [InlineData(nameof(Texts.Action_KeepOrder), "Keep order", "Mantener pedido", "Manter pedido")]
    [InlineData(nameof(Texts.Action_Close), "Close", "Cerrar", "Fechar")]
    [InlineData(nameof(Texts.AllOrders), "All orders", "Todos los pedidos", "Todos os pedidos")]
    public void Actions_are_named_as_the_tutorials_name_them(string key, string english, string spanish, string portuguese) =>
        Assert.Equal((english, spanish, portuguese), InAllLanguages(key));

    [Fact]
    public void No_text_dismisses_with_the_name_of_the_act()
    {
        string[] names = ["Cancel", "Cancelar"];
        var all = new[] { CultureInfo.InvariantCulture, Spanish, Portuguese }.SelectMany(Read);
        Assert.DoesNotContain(all, text => names.Contains(text.Value, StringComparer.Ordinal));
    }

    [Fact]
    public void A_status_that_nobody_named_shows_as_it_came() =>
        Assert.Equal("brand-new-status", StatusText.Label("brand-new-status"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void No_status_at_all_is_an_incomplete_order(string? status) => Assert.Equal(Texts.Status_, StatusText.Label(status));

    private static (string?, string?, string?) InAllLanguages(string key) => (
        Texts.ResourceManager.GetString(key, CultureInfo.InvariantCulture),
        Texts.ResourceManager.GetString(key, Spanish),
        Texts.ResourceManager.GetString(key, Portuguese));

    private static Dictionary<string, string> Read(CultureInfo culture) =>
        Texts.ResourceManager.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);

    private static IEnumerable<string> Placeholders(string text) =>
        Placeholder().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d+[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
