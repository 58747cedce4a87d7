using System.Text;
using System.Text.RegularExpressions;
using AdminOrders.Core.Connectors;
using AdminOrders.Core.Effects;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace AdminOrders.Tests.Effects;

public sealed partial class MailFolderTests : IAsyncLifetime
{
    private TestStore store = null!;
    private string folder = null!;

    public async Task InitializeAsync()
    {
        store = await TestStore.Open();
        folder = Path.Combine(store.Get<StoreSource>().Folder, "mails");
    }

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task A_cancellation_is_told_to_the_store_and_to_the_customer_each_in_its_language()
    {
        await store.Import(An.Order("o-1").Paid().AsImported("""{"clientPreferencesData":{"locale":"es-MX"}}"""));
        await store.Send("o-1", new Cancel(Owing.NewId(), Side.Customer, new Reason(await Label("no-inventory"), "já não há <b>")), Actors.Operator);
        await Run(("Mail:Language", "pt-BR"), ("Mail:Store", "Loja São João <loja@example.com>"));

        var toStore = await Mail(Consumers.MailStore);
        var toCustomer = await Mail(Consumers.MailCustomer);

        Assert.Contains("Subject: Pedido o-1 foi cancelado", toStore.Headers, StringComparison.Ordinal);
        Assert.Contains("<loja@example.com>", toStore.Headers, StringComparison.Ordinal);
        Assert.Contains("Por: Ana\r\n", toStore.Text, StringComparison.Ordinal);
        Assert.Contains("Em nome de: o cliente\r\n", toStore.Text, StringComparison.Ordinal);
        Assert.Contains("Subject: Pedido o-1: cancelado", toCustomer.Headers, StringComparison.Ordinal);
        Assert.Contains("<jose@example.com>", toCustomer.Headers, StringComparison.Ordinal);
        Assert.StartsWith("Su pedido o-1 fue cancelado.", toCustomer.Text, StringComparison.Ordinal);
        Assert.Contains("Por: la tienda\r\n", toCustomer.Text, StringComparison.Ordinal);
        Assert.Contains(" · já não há <b>\r\n", toCustomer.Text, StringComparison.Ordinal);
        Assert.Contains("j&#225; n&#227;o h&#225; &lt;b&gt;</td>", toCustomer.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Ana", toCustomer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_to_the_customer_carries_the_customers_link_and_one_to_the_store_that_of_the_orders_page()
    {
        await store.Canceled("o-1");
        await Run(("Store:PublicAddress", "https://orders.example.com/shop"));

        var toCustomer = await Mail(Consumers.MailCustomer);
        var link = Regex.Match(toCustomer.Text, "https://orders\\.example\\.com/shop/my/(?<token>[A-Za-z0-9_-]{43})\r\n", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

        Assert.Equal("o-1", (await store.Get<CustomerLinks>().Find(link.Groups["token"].Value))?.OrderId);
        Assert.Contains($"<a href=\"{link.Value.Trim()}\" ", toCustomer.Html, StringComparison.Ordinal);
        var toStore = await Mail(Consumers.MailStore);
        Assert.DoesNotContain("/my/", toStore.Text, StringComparison.Ordinal);
        Assert.EndsWith("\r\nOpen the order: https://orders.example.com/shop/orders/o-1\r\n", toStore.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_tells_the_store_to_answer_and_the_customer_when_the_store_answers()
    {
        await store.Import(An.Order("o-1").Handling());
        await store.Send("o-1", new Cancel(Owing.NewId(), Side.Customer, new Reason(null, "changed my mind")), Actors.Operator);
        await Run(("Store:PublicAddress", "https://orders.example.com"));

        var (toStore, toCustomer) = (await Mail(Consumers.MailStore), await Mail(Consumers.MailCustomer));

        Assert.Matches("\r\nAnswer by: [^\r]+ UTC\r\n", toStore.Text);
        Assert.EndsWith("\r\nOpen the order to confirm or decline: https://orders.example.com/orders/o-1\r\n", toStore.Text, StringComparison.Ordinal);
        Assert.Matches("\r\nThe store answers by: [^\r]+ UTC\r\n", toCustomer.Text);
        Assert.Contains("\r\nSee your order or withdraw your request: https://orders.example.com/my/", toCustomer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_address_for_customers_no_link_is_made()
    {
        await store.Canceled("o-1");
        await Run();

        Assert.DoesNotContain("/my/", (await Mail(Consumers.MailCustomer)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("http", (await Mail(Consumers.MailStore)).Text, StringComparison.Ordinal);
        Assert.Null(await store.Get<CustomerLinks>().KeyMadeAt());
    }

    [Theory]
    [InlineData("orders.example.com")]
    [InlineData("ftp://orders.example.com")]
    [InlineData("https://ana@orders.example.com")]
    [InlineData("https://orders.example.com?shop=1")]
    public void An_address_for_customers_that_is_none_of_the_web_is_refused(string told) => Assert.Throws<InvalidOperationException>(
        () => PublicAddress.From(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Store:PublicAddress", (string?)told)]).Build()));

    [Fact]
    public async Task A_customer_whose_request_came_in_is_told_so_in_the_customers_language_and_one_whose_store_asks_is_not()
    {
        await store.Import(An.Order("o-1").Handling().AsImported("""{"clientPreferencesData":{"locale":"pt-BR"}}"""));
        await store.Import(An.Order("o-2").Handling());
        await store.Send("o-1", new Cancel(Owing.NewId(), Side.Customer, new Reason(null, "mudei de ideia")), Actors.Customer);
        await store.Send("o-2", new Cancel(Owing.NewId(), Side.Store, new Reason(null, "sold out")), Actors.Operator);
        await Run();

        var toCustomer = await Mail(Consumers.MailCustomer);

        Assert.Contains("Subject: Pedido o-1: cancelamento solicitado", toCustomer.Headers, StringComparison.Ordinal);
        Assert.StartsWith("Recebemos a solicitação de cancelamento do seu pedido o-1.", toCustomer.Text, StringComparison.Ordinal);
        Assert.Contains("Por: você\r\n", toCustomer.Text, StringComparison.Ordinal);
        Assert.Contains("Motivo: mudei de ideia\r\n", toCustomer.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await store.Deliveries(Consumers.MailStore)).Count);
    }

    [Fact]
    public async Task The_message_id_and_the_files_name_follow_from_the_delivery_and_a_second_call_makes_no_second_file()
    {
        await store.Canceled("o-1");
        var services = Services();
        var owed = (await store.Deliveries(Consumers.MailStore))[0];
        var delivery = new OwedDelivery(owed.Id, owed.OrderKey, owed.HistoryId, owed.Consumer, 1);
        Directory.CreateDirectory(Path.Combine(folder, ".writing", delivery.Id));
        await File.WriteAllTextAsync(Path.Combine(folder, ".writing", delivery.Id, "half.eml"), "cut off");

        Assert.Equal(Outcome.Delivered, await services.Deliver(delivery, CancellationToken.None));
        Assert.Equal(Outcome.Delivered, await services.Deliver(delivery with { Attempt = 2 }, CancellationToken.None));

        Assert.Equal($"{owed.HistoryId}.mail-store.eml", Path.GetFileName(Assert.Single(Directory.GetFiles(folder))));
        Assert.Empty(Directory.GetDirectories(Path.Combine(folder, ".writing")));
        Assert.Contains($"Message-ID: <{owed.HistoryId}.mail-store@mail.adminorders>\r\n", (await Mail(Consumers.MailStore)).Headers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_declined_customer_reads_the_answer_and_no_internal_word()
    {
        await store.Import(An.Order("o-1").Handling());
        await store.Send("o-1", new Cancel(Owing.NewId(), Side.Customer, new Reason(null, "too late?"), Note: "colleagues only"), Actors.Operator);
        var open = Assert.Single((await store.Facts("o-1")).Requests);
        await store.Send("o-1", new Decline(open.Id, "fraud suspected", "It left\nyesterday."), Actors.OtherOperator);
        await Run();

        var (asked, toCustomer) = await Mails(Consumers.MailCustomer);
        var toStore = await Mail(Consumers.MailStore);

        Assert.StartsWith("We have received the request to cancel your order o-1.", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("colleagues only", asked.Raw + asked.Text, StringComparison.Ordinal);
        Assert.Contains("Answer: It left\r\nyesterday.\r\n", toCustomer.Text, StringComparison.Ordinal);
        Assert.Contains("It left<br>yesterday.", toCustomer.Html, StringComparison.Ordinal);
        Assert.All(["fraud", "Bruno", "colleagues only"], word => Assert.DoesNotContain(word, toCustomer.Raw + toCustomer.Text, StringComparison.Ordinal));
        Assert.Contains("Somebody asked to cancel order o-1.", toStore.Text, StringComparison.Ordinal);
        Assert.Contains("Note for colleagues: colleagues only\r\n", toStore.Text, StringComparison.Ordinal);
        Assert.Matches("Answer by: .* UTC\r\n", toStore.Text);
    }

    [Fact]
    public async Task Line_ends_in_an_orders_id_or_a_name_forge_no_header()
    {
        await store.Import(From("o-1\r\nBcc: eve@example.com", "Eve\r\nBcc: eve@example.com <x>"));
        await store.Send("o-1\r\nBcc: eve@example.com", new Cancel(Owing.NewId(), Side.Store, new Reason(null, "x")), Actors.Operator);
        await Run();

        Assert.DoesNotMatch("(?m)^Bcc", (await Mail(Consumers.MailStore)).Headers);
        var customer = Assert.Single(await store.Deliveries(Consumers.MailCustomer));
        Assert.True(customer.State is DeliveryState.Failed || !HeaderOfBcc().IsMatch((await Mail(Consumers.MailCustomer)).Headers));
    }

    [Fact]
    public async Task An_order_without_an_address_fails_with_words_and_a_folder_that_cannot_be_written_is_tried_again()
    {
        await store.Canceled("o-1");
        await store.Execute("""UPDATE "Orders" SET "CustomerEmail" = 'nobody' """);
        await File.WriteAllTextAsync(folder, "a file in the folder's place");
        await Run();

        var (toCustomer, toStore) = ((await store.Deliveries(Consumers.MailCustomer))[0], (await store.Deliveries(Consumers.MailStore))[0]);

        Assert.Equal((DeliveryState.Failed, "The order has no e-mail address that a mail can go to."), (toCustomer.State, toCustomer.LastAnswer));
        Assert.Equal(DeliveryState.Owed, toStore.State);
        Assert.StartsWith("The mail folder cannot be written: ", toStore.LastAnswer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_marketplace_that_keeps_its_customers_address_to_itself_leaves_no_unfinished_work()
    {
        await store.Canceled("o-1");
        await store.Execute("""UPDATE "Orders" SET "CustomerEmail" = '', "IsMarketplaceOrder" = TRUE""");
        await Run();

        var toCustomer = (await store.Deliveries(Consumers.MailCustomer))[0];

        Assert.Equal((DeliveryState.Done, "The marketplace has told no e-mail address of its customer: nothing was sent."), (toCustomer.State, toCustomer.LastAnswer));
        Assert.Equal(DeliveryState.Done, (await store.Deliveries(Consumers.MailStore))[0].State);
    }

    private MailDelivery Services(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build();
        var told = MailSettings.From(configuration, store.Get<StoreSource>().Folder);
        return new(
            told,
            new MailReader(store.Get<Microsoft.EntityFrameworkCore.IDbContextFactory<OrdersDb>>(), store.Reasons),
            store.Get<CustomerLinks>(),
            PublicAddress.From(configuration),
            new MailFolder(told.Folder, store.Clock).Send);
    }

    private async Task Run(params (string Key, string Value)[] settings)
    {
        var mails = Services(settings);
        using var runner = store.Runner(new Connector(Consumers.MailStore, mails.Deliver), new Connector(Consumers.MailCustomer, mails.Deliver));
        await runner.Settle();
    }

    private async Task<int> Label(string code) => (await store.Reasons.List()).First(reason => reason.Code == code).LabelId;

    private async Task<ReadMail> Mail(string consumer)
    {
        var file = Assert.Single(Directory.GetFiles(folder, $"*.{consumer}.eml"));
        return ReadMail.From(await File.ReadAllTextAsync(file, Encoding.ASCII));
    }

    // In the order of their events.
    private async Task<(ReadMail First, ReadMail Second)> Mails(string consumer)
    {
        var mails = new List<ReadMail>();
        foreach (var delivery in await store.Deliveries(consumer))
        {
            mails.Add(ReadMail.From(await File.ReadAllTextAsync(Path.Combine(folder, $"{delivery.HistoryId}.{consumer}.eml"), Encoding.ASCII)));
        }

        return (mails[0], mails[1]);
    }

    private static ImportedOrder From(string orderId, string customer)
    {
        var order = An.Order(orderId).Paid().AsImported("{}");
        return order with { Description = order.Description with { CustomerName = customer } };
    }

    [GeneratedRegex("(?m)^Bcc", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HeaderOfBcc();

    /// <summary>A mail as a mail program reads it.</summary>
    private sealed record ReadMail(string Raw, string Headers, string Text, string Html)
    {
        public static ReadMail From(string raw)
        {
            var headers = raw[..raw.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Replace("\r\n ", " ", StringComparison.Ordinal);
            var boundary = Regex.Match(headers, "boundary=(?<boundary>[^\r\n;]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["boundary"].Value.Trim('"');
            var parts = raw.Split("--" + boundary);
            return new(raw, Decoded(headers), Content(parts[1]), Content(parts[2]));
        }

        private static string Content(string part) =>
            Encoding.UTF8.GetString(Convert.FromBase64String(part[(part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].Trim()));

        private static string Decoded(string headers) => Regex.Replace(
            headers, @"=\?utf-8\?B\?(?<word>[^?]*)\?=\s*", word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups["word"].Value)),
            RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
    }
}
