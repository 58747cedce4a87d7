using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;

namespace AdminOrders.Tests.Text;

/// <summary>Every code that a person may meet has words in three languages.</summary>
public sealed class OrderWordsTests
{
    private static readonly CultureInfo[] Languages = [CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("es"), CultureInfo.GetCultureInfo("pt")];
    private static readonly string[] Sentences = ["Order_AskedBy", "Order_AskedFor", "Order_For", "List_CanceledFor", "Happen_ClosesRequest"];
    private static readonly string[] Melting = [" a el ", " de el ", " de o ", " de a ", " em o ", " em a ", " por o ", " por a "];

    [Fact]
    public void Every_refusal_says_what_and_the_way_out() =>
        AssertNamed(Enum.GetValues<Refusal>().SelectMany(refusal => new[] { $"Refusal_{refusal}", $"Refusal_{refusal}_WayOut" }));

    [Fact]
    public void Every_answer_that_changes_nothing_says_why() => AssertNamed(Enum.GetValues<Already>().Select(why => $"Unchanged_{why}"));

    [Fact]
    public void Every_kind_of_event_has_words() => AssertNamed(EventJson.Readable.Select(readable => $"Event_{readable.Kind.Replace('-', '_')}"));

    [Fact]
    public void Sides_alerts_states_and_destinations_have_words() => AssertNamed(
    [
        .. Enum.GetValues<Side>().Select(side => $"Side_{side}"),
        .. Enum.GetValues<AlertKind>().SelectMany(alert => new[] { $"Alert_{alert}", $"AlertOut_{alert}" }),
        .. Enum.GetValues<PaymentState>().Select(state => $"PaymentState_{state}"),
        .. Enum.GetValues<ReservationState>().Select(state => $"ReservationState_{state}"),
        .. Enum.GetValues<StockDestination>().Select(destination => $"StockDestination_{destination}"),
        .. Enum.GetValues<RequestState>().Select(state => $"RequestState_{state}"),
        .. Enum.GetValues<DebtKind>().Select(debt => $"DebtKind_{debt}"),
        .. Enum.GetValues<DeliveryState>().Select(state => $"DeliveryState_{state}"),
    ]);

    [Fact]
    public void Sides_stand_in_sentences_without_an_article_that_should_have_melted()
    {
        foreach (var language in Languages)
        {
            var sentences = Sentences.SelectMany(sentence => Enum.GetValues<Side>().Select(side => Said(sentence, Texts.ResourceManager.GetString($"Side_{side}", language)!, language)));

            Assert.All(sentences, sentence => Assert.DoesNotContain(Melting, wrong => sentence.Contains(wrong, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Every_stage_says_what_comes_next() => AssertNamed(
    [
        .. Enum.GetValues<Stage>().Where(stage => stage is not Stage.Open).Select(stage => $"Next_{stage}"),
        "Next_Unpaid", "Next_Paid", "Next_Authorization", "Next_PartlyInvoiced", "Next_Returned", "Next_CanceledOwing",
    ]);

    [Theory]
    [InlineData("Action_StartHandling", "Start handling", "Iniciar preparación", "Iniciar manuseio")]
    [InlineData("Action_ReturnItems", "Return items", "Devolver ítems", "Devolver itens")]
    [InlineData("Action_ChangeItems", "Change", "Modificar", "Alterar")]
    [InlineData("Action_ApprovePayment", "Approve payment", "Aprobar pago", "Aprovar pagamento")]
    [InlineData("Action_AuthorizeFulfillment", "Authorize fulfillment", "Autorizar fulfillment", "Autorizar despacho")]
    [InlineData("Action_Decline", "Decline", "Denegar", "Recusar")]
    [InlineData("DeclineDialog_Title", "Cancellation Request", "Solicitud de cancelación", "Solicitação de cancelamento")]
    [InlineData("DeclineDialog_Confirm", "Decline Request", "Denegar", "Recusar solicitação")]
    [InlineData("StartHandling_Proceed", "Proceed with status", "Proceder con el status", "Avançar com status")]
    [InlineData("StartHandling_Progress", "I understand that I will interfere with the progress of the order", "Entiendo que interferiré con el avance del pedido", "Eu entendo que vou interferir no andamento do pedido")]
    [InlineData("InvoiceDialog_Save", "Save invoice", "Guardar factura", "Salvar fatura")]
    [InlineData("InvoiceDialog_ByItems", "Submit invoice referencing items", "Enviar factura con referencia a los ítems", "Enviar fatura referenciando itens")]
    [InlineData("InvoiceDialog_Single", "Submit single invoice", "Enviar factura única", "Enviar fatura avulsa")]
    [InlineData("ReturnDialog_Confirm", "Request chargeback", "Solicitar reembolso", "Solicitar Reembolso")]
    [InlineData("Order_ViewInteractions", "View interactions", "Ver interacciones", "Ver interações")]
    [InlineData("Order_Send", "Send", "Enviar", "Enviar")]
    [InlineData("Order_Print", "Print order", "Imprimir pedido", "Imprimir pedido")]
    public void Labels_are_those_that_the_tutorials_name(string key, string english, string spanish, string portuguese) =>
        Assert.Equal([english, spanish, portuguese], Languages.Select(language => Texts.ResourceManager.GetString(key, language)));

    private static void AssertNamed(IEnumerable<string> keys)
    {
        var missing = keys.SelectMany(_ => Languages, (key, language) => (Key: key, Language: language))
            .Where(wanted => string.IsNullOrWhiteSpace(Texts.ResourceManager.GetResourceSet(wanted.Language, createIfNotExists: true, tryParents: false)!.GetString(wanted.Key)))
            .Select(wanted => $"{wanted.Key} in {wanted.Language.Name}");
        Assert.Empty(missing);
    }

    private static string Said(string sentence, string side, CultureInfo language) =>
        $" {string.Format(language, Texts.ResourceManager.GetString(sentence, language)!, side, side)} ".ToLower(language);
}
