using System.Text.Json;
using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Orders;

/// <summary>
/// One file for every kind and version ever written, <c>Events/kind.version.json</c>, read back. A file is never changed:
/// a new shape of an event is a new version with a file of its own.
/// </summary>
public sealed class EventJsonTests
{
    private const string WriteMissing = "ADMINORDERS_WRITE_EVENT_FILES";

    private static readonly string Folder = Path.Combine(Repository.Root, "AdminOrders.Tests", "Orders", "Events");

    public static TheoryData<string, int> Kinds()
    {
        var kinds = new TheoryData<string, int>();
        foreach (var (kind, version) in EventJson.Readable)
        {
            kinds.Add(kind, version);
        }

        return kinds;
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_and_version_ever_written_is_read(string kind, int version)
    {
        var example = ExampleOf(kind, version);
        var path = Path.Combine(Folder, $"{kind}.{version}.json");
        if (Environment.GetEnvironmentVariable(WriteMissing) == "1" && !File.Exists(path))
        {
            File.WriteAllText(path, Pretty(EventJson.Write(example).Json));
        }

        var read = EventJson.Read(new StoredEvent(kind, version, File.ReadAllText(path)));

        Assert.Equal(example.GetType(), read.GetType());
        Assert.Equal(EventJson.Write(example).Json, EventJson.Write(read).Json);
    }

    [Fact]
    public void Every_event_has_a_kind_and_every_file_a_reader()
    {
        var events = typeof(OrderEvent).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(OrderEvent)));

        Assert.Equal(
            events.Select(type => type.Name).Order(StringComparer.Ordinal),
            Examples.Select(happened => happened.GetType().Name).Order(StringComparer.Ordinal));
        Assert.Equal(
            EventJson.Readable.Select(kind => $"{kind.Kind}.{kind.Version}.json").Order(StringComparer.Ordinal),
            Directory.GetFiles(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1, "mail-store")]
    [InlineData(2, "mail-store", "mail-customer")]
    [InlineData(3, "mail-store", "mail-customer", "seller")]
    public void A_request_owes_what_its_version_says(int version, params string[] owed)
    {
        var asked = EventJson.Read(new("cancellation-requested", version, File.ReadAllText(Path.Combine(Folder, $"cancellation-requested.{version}.json"))));

        Assert.Equal(owed, Consumers.Of(asked, An.Order()));
    }

    [Fact]
    public void Free_texts_are_not_in_the_payload() => Assert.All(Examples, happened =>
    {
        var json = EventJson.Write(happened).Json;
        Assert.DoesNotContain("secret", json, StringComparison.Ordinal);
        Assert.DoesNotContain("texts", json, StringComparison.OrdinalIgnoreCase);
    });

    [Fact]
    public void Texts_are_told_apart_by_name() => Assert.Equal(
        [new("internal", "secret"), new EventText("customer", "secret too")],
        Examples.OfType<CancellationDeclined>().Single().Texts.AsEnumerable());

    [Fact]
    public void A_kind_that_was_never_written_is_an_error() =>
        Assert.Throws<NotSupportedException>(() => EventJson.Read(new StoredEvent("order-canceled", 99, "{}")));

    private static readonly DateTimeOffset Due = An.Instant.AddDays(30);

    private static readonly InvoiceData Invoice = new("N-1", 2_000, An.Instant)
    {
        Items = [new(0, 1)],
        Url = "https://invoices.example/N-1",
        Key = "35260300000000000000550010000000011000000010",
        Courier = "Sea mail",
        TrackingNumber = "TR1",
        TrackingUrl = "https://tracking.example/TR1",
    };

    private static readonly string One = new('1', 32);

    // What a version did not know has its default.
    private static OrderEvent ExampleOf(string kind, int version) => (Examples.Single(happened => EventJson.KindOf(happened) == kind), version) switch
    {
        (ImportedStateRecorded recorded, 1) => recorded with { Invoiced = null, Reserved = null },
        (ImportedStateRecorded recorded, 2) => recorded with { Reserved = null },
        (CancellationRequested asked, 1) => asked with { TellsCustomer = false, TellsSeller = false },
        (CancellationRequested asked, 2) => asked with { TellsSeller = false },
        (OrderCanceled canceled, 1) => canceled with { TellsSeller = false },
        var (newest, _) => newest,
    };

    private static readonly OrderEvent[] Examples =
    [
        new OrderImported("00ff") { To = Status.Handling },
        new ImportedStateRecorded("00ff") { To = Status.Handling, ClosedRequests = [One], OpenedRequests = [Some.NewId], Invoiced = [new(0, 1)], Reserved = [new("r-2", 0, "north", "sku-1", ReservationState.Confirmed, 2)], DueAt = Due },
        new CancellationRequested(One, Side.Customer, 7, Due) { To = Status.CancellationRequested, TellsCustomer = true, TellsSeller = true, ReasonText = "secret", Note = "secret" },
        new CancellationDeclined([One]) { To = Status.Handling, CustomerAsked = true, DueAt = Due, InternalReason = "secret", CustomerText = "secret too" },
        new CancellationWithdrawn(One) { To = Status.AuthorizeFulfillment, DueAt = Due, Note = "secret" },
        new RequestsDeclinedByInvoice([One]) { To = Status.Handling, CustomerAsked = true },
        new CancellationRequestsExpired([One]) { To = Status.Handling, DueAt = Due },
        new OrderCanceled(CancellationCause.Confirmed, Side.Customer, One, 7) { To = Status.Canceled, TellsSeller = true, ReasonText = "secret", Note = "secret" },
        new StockReleased([new("r-1", "north", "sku-1", 2, true, StockDestination.Quarantine)]),
        new MoneyOwed("card", DebtKind.RefundWhenCaptured, 10_000),
        new HandlingStarted { To = Status.Handling },
        new InvoiceRecorded(Invoice) { To = Status.Invoiced },
        new ReturnInvoiceRecorded(Invoice) { Reason = "secret" },
        new ItemsChanged([new(0, 1)], 8_000) { Reason = "secret" },
        new PaymentApproved(["card"]) { StatusBefore = Status.WindowToCancel, DueAt = Due },
        new CapturesCounted([new("card", 10_000)]),
        new FulfillmentAuthorized { StatusBefore = Status.WindowToCancel, DueAt = Due },
        new GracePeriodEnded { StatusBefore = Status.ReadyForHandling },
        new StatusAdvanced { To = Status.WindowToCancel, DueAt = Due },
        new CommentAdded { Text = "secret", Source = "secret" },
        new RequestTaken(),
        new RequestHandedOver("user:bruno", "Bruno"),
        new RequestReleased(),
        new TrackingAdded(InvoiceType.Output, "N-1")
        {
            Courier = "Sea mail",
            TrackingNumber = "TR1",
            TrackingUrl = "https://tracking.example/TR1",
            DispatchedDate = "2026-03-02T12:00:00-03:00",
        },
        new EffectRetried($"{One}.mail-customer"),
        new EffectDoneByHand($"{One}.payment") { Settled = new("card", DebtKind.Refund, 10_000), Reason = "secret" },
        new MoneyReturned($"{One}.payment", new("card", DebtKind.Refund, 10_000)) { Reference = "2EA354989E7E4BBC9F9D7B66674C2574", Words = "secret" },
        new MoneyCaptured($"{One}.payment", new("card", DebtKind.Capture, 10_000), true) { Reference = "2EA354989E7E4BBC9F9D7B66674C2574", Words = "secret" },
        new PaymentFoundCaptured($"{One}.payment", new("card", DebtKind.Void, 10_000)) { Words = "secret" },
        new MoneyRefused($"{One}.payment", new("card", DebtKind.Refund, 10_000), true) { Words = "secret" },
        new DeliveryRecorded(InvoiceType.Output, "N-1", true) { DeliveredDate = "2026-03-05 10:20", Steps = [new("secret", "secret", "secret", "2026-03-03")] },
    ];

    private static string Pretty(string json) => JsonSerializer.Serialize(JsonDocument.Parse(json), Indented) + "\n";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
}
